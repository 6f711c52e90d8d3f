import { Layouts, Page } from '@strapi/admin/strapi-admin';
import { Box, Button, Flex, Main, Typography } from '@strapi/design-system';
import { Download, Shield } from '@strapi/icons';
import { useCallback, useState } from 'react';
import { FaultNotice } from '../panel/fault-notice';
import { useStartVerificationMutation } from '../requests/api';
import { faultOf } from '../requests/fault';
import { AuditExportDialog } from './audit-export-dialog';
import { AuditFilterForm } from './audit-filter-form';
import { AuditTable } from './audit-table';
import { ChainCheck } from './chain-check';
import { useAudit } from './use-audit';

const Audit = () => {
  const { entries, fault, isFetching, setFilter, readAgain, readMore, showOne } = useAudit();
  const [begin, { data: job, error: beginFault }] = useStartVerificationMutation();
  const [checking, setChecking] = useState(false);
  const [exporting, setExporting] = useState(false);
  const check = () => {
    setChecking(true);
    void begin();
  };
  const checked = useCallback(() => {
    setChecking(false);
    readAgain();
  }, [readAgain]);
  return (
    <Main>
      <Page.Title>审计</Page.Title>
      <Layouts.Header
        title="审计"
        subtitle="谁在何时做了什么；只增不改，逐条相接"
        primaryAction={
          <Button startIcon={<Shield />} loading={checking && !beginFault} onClick={check}>
            核对审计链
          </Button>
        }
        secondaryAction={
          <Button variant="tertiary" startIcon={<Download />} onClick={() => setExporting(true)}>
            导出
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {beginFault && <FaultNotice fault={faultOf(beginFault)} onRefresh={check} />}
          {job && <ChainCheck key={job.id} id={job.id} onDone={checked} />}
          <AuditFilterForm onFilter={setFilter} onNumber={showOne} />
          {fault && <FaultNotice fault={fault} onRefresh={readAgain} />}
          {entries.length > 0 && <AuditTable entries={entries} />}
          {entries.length === 0 && !isFetching && !fault && (
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
              <Typography textColor="neutral600">{readMore ? '查过的部分里没有符合条件的审计记录，可以继续查更早的。' : '没有符合条件的审计记录。'}</Typography>
            </Box>
          )}
          {readMore && (
            <Flex justifyContent="center">
              <Button variant="tertiary" loading={isFetching} onClick={readMore}>
                更早的记录
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
      {exporting && (
        <AuditExportDialog
          onClose={(done) => {
            setExporting(false);
            if (done) readAgain();
          }}
        />
      )}
    </Main>
  );
};

/** 审计: the chain as it is, and the check that it is whole. */
const AuditPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::review.audit', subject: null }]}>
    <Audit />
  </Page.Protect>
);

export default AuditPage;
