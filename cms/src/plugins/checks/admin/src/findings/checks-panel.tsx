import { useForm } from '@strapi/admin/strapi-admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { DOCUMENT } from '../../../../review/admin/src/content-manager/document-type';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { shownMinute } from '../../../../review/admin/src/times';
import { useLazyChecksQuery } from '../requests/api';
import { SecrecyStanding } from '../secrecy/secrecy-standing';
import { FindingsList } from './findings-list';

const Checks = ({ documentId }: { documentId: string }) => {
  const [run, { data, error, isFetching }] = useLazyChecksQuery();
  const unsaved = useForm('ChecksPanel', (form) => form.modified);
  const reasons = Object.fromEntries((data?.accepted ?? []).map(({ finding, reason }) => [finding, reason]));
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <SecrecyStanding documentId={documentId} />
      <Button variant="secondary" loading={isFetching} onClick={() => void run(documentId)} fullWidth>
        {data ? '重新检查' : '检查'}
      </Button>
      {unsaved && (
        <Typography variant="pi" textColor="warning700">
          检查的是已保存的内容，未保存的修改不在内。
        </Typography>
      )}
      {isFetching && (
        <Typography variant="pi" textColor="neutral600" role="status">
          正在检查。有附件时要读出附件里的文字，可能需要几十秒。
        </Typography>
      )}
      {error && !isFetching && <FaultNotice fault={faultOf(error)} onRefresh={() => void run(documentId)} />}
      {data && !isFetching && (
        <>
          {data.findings.length === 0 && <Notice tone="success" title="没有发现问题" />}
          <FindingsList findings={data.findings} reasons={reasons} />
          <Typography variant="pi" textColor="neutral600">
            {shownMinute(data.checkedAt)} 检查，词表第 {data.listVersion} 版
          </Typography>
        </>
      )}
    </Flex>
  );
};

/** 检查: what would be found at submission, at any time before it. */
export const ChecksPanel: PanelComponent = ({ model, documentId }) => {
  if (model !== DOCUMENT || !documentId) return null;
  return { title: '检查', content: <Checks documentId={documentId} /> };
};
