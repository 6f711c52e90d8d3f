import { Layouts, Page } from '@strapi/admin/strapi-admin';
import { Button, Main } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { FaultNotice } from '../panel/fault-notice';
import { useInboxQuery } from '../requests/api';
import { faultOf } from '../requests/fault';
import { InboxGroups } from './inbox-groups';
import { StandingAlarms } from './standing-alarms';

const Inbox = () => {
  const { data: inbox, error, isLoading, isFetching, refetch } = useInboxQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isLoading) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>待办</Page.Title>
      <Layouts.Header
        title="待办"
        subtitle="等您办理的信息"
        primaryAction={
          <Button variant="tertiary" startIcon={<ArrowClockwise />} loading={isFetching} onClick={() => void refetch()}>
            刷新
          </Button>
        }
      />
      <Layouts.Content>
        <StandingAlarms />
        {inbox ? <InboxGroups inbox={inbox} /> : <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
      </Layouts.Content>
    </Main>
  );
};

/** 待办: what waits for this person. */
const InboxPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::review.read', subject: null }]}>
    <Inbox />
  </Page.Protect>
);

export default InboxPage;
