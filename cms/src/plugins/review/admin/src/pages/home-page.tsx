import { Layouts, Page, useAuth } from '@strapi/admin/strapi-admin';
import { Box, Main, Typography } from '@strapi/design-system';
import { FaultNotice } from '../panel/fault-notice';
import { useInboxQuery } from '../requests/api';
import { faultOf } from '../requests/fault';
import { InboxGroups } from './inbox-groups';

const Waiting = () => {
  const { data: inbox, error, isLoading, refetch } = useInboxQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isLoading) return <Page.Loading />;
  if (!inbox) return <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />;
  return <InboxGroups inbox={inbox} />;
};

/** For accounts that take no part in the review: the menu on the left is all they need. */
const NothingWaiting = () => (
  <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
    <Typography textColor="neutral600">请从左侧菜单选择要办理的事项。</Typography>
  </Box>
);

/** First page after login: who is here in which role, and what waits. Takes the place of Strapi's widgets. */
export const HomePage = () => {
  const user = useAuth('HomePage', ({ user: known }) => known);
  const reviews = useAuth('HomePage', ({ permissions }) => permissions.some(({ action }) => action === 'plugin::review.read'));
  const name = [user?.lastname, user?.firstname].filter(Boolean).join('') || user?.email || '';
  const roles = (user?.roles ?? []).map((role) => role.name).join('、');
  return (
    <Main>
      <Page.Title>首页</Page.Title>
      <Layouts.Header title={`${name}，您好`} subtitle={roles} />
      <Layouts.Content>{reviews ? <Waiting /> : <NothingWaiting />}</Layouts.Content>
    </Main>
  );
};
