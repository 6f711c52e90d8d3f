import { Flex, Typography } from '@strapi/design-system';
import { FindingsList } from '../../../../checks/admin/src/findings/findings-list';
import { useChecksQuery } from '../../../../checks/admin/src/requests/api';
import { SecrecyStanding } from '../../../../checks/admin/src/secrecy/secrecy-standing';
import { FaultNotice } from '../panel/fault-notice';
import { faultOf } from '../requests/fault';
import { AsideSection } from './aside-section';

/** What the checks find in what is decided on, with the reasons given at submission, and where the secrecy review stands. */
export const Findings = ({ documentId }: { documentId: string }) => {
  const { data, error, isFetching, refetch } = useChecksQuery(documentId, { refetchOnMountOrArgChange: true });
  const reasons = Object.fromEntries((data?.accepted ?? []).map(({ finding, reason }) => [finding, reason]));
  return (
    <AsideSection title="检查" {...(data ? { count: data.findings.length } : {})}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <SecrecyStanding documentId={documentId} />
        {isFetching && (
          <Typography variant="pi" textColor="neutral600" role="status">
            正在检查…
          </Typography>
        )}
        {error && !isFetching && <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
        {data && !isFetching && data.findings.length === 0 && (
          <Typography variant="pi" textColor="neutral600">
            没有发现问题。
          </Typography>
        )}
        {data && !isFetching && <FindingsList findings={data.findings} reasons={reasons} />}
      </Flex>
    </AsideSection>
  );
};
