import { Layouts, Page, useNotification } from '@strapi/admin/strapi-admin';
import { Box, Button, Flex, Main, Typography } from '@strapi/design-system';
import { Shield } from '@strapi/icons';
import { FaultNotice } from '../panel/fault-notice';
import { useVerifyAuditMutation } from '../requests/api';
import { faultOf } from '../requests/fault';
import { AuditFilterForm } from './audit-filter-form';
import { AuditTable } from './audit-table';
import { ChainVerification } from './chain-verification';
import { useAudit } from './use-audit';

const Audit = () => {
  const { entries, fault, isFetching, setFilter, readAgain, readMore } = useAudit();
  const [verify, { data: verification, isLoading: verifying }] = useVerifyAuditMutation();
  const { toggleNotification } = useNotification();
  const check = async () => {
    const answer = await verify();
    if ('error' in answer) toggleNotification({ type: 'danger', message: faultOf(answer.error).message });
    else readAgain();
  };
  return (
    <Main>
      <Page.Title>审计</Page.Title>
      <Layouts.Header
        title="审计"
        subtitle="谁在何时做了什么；只增不改，逐条相接"
        primaryAction={
          <Button startIcon={<Shield />} loading={verifying} onClick={() => void check()}>
            核对审计链
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {verification && <ChainVerification verification={verification} />}
          <AuditFilterForm onFilter={setFilter} />
          {fault && <FaultNotice fault={fault} onRefresh={readAgain} />}
          {entries.length > 0 && <AuditTable entries={entries} />}
          {entries.length === 0 && !isFetching && !fault && (
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
              <Typography textColor="neutral600">没有符合条件的审计记录。</Typography>
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
