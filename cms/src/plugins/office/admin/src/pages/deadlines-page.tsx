import { Layouts, Page } from '@strapi/admin/strapi-admin';
import { Badge, Box, Flex, Link, Main, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { editAddress } from '../../../../review/admin/src/content-manager/document-type';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { useDepartmentsQuery } from '../../../../review/admin/src/requests/api';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { shownMinute } from '../../../../review/admin/src/times';
import { CountedDays, MissingYears } from '../counted-days';
import type { DeadlineItem, Deadlines } from '../requests/answers';
import { useDeadlinesQuery } from '../requests/api';

const dueText = ({ kind, due }: DeadlineItem): string => (kind === 'relay' ? shownMinute(due) : due);

const startText = ({ kind, writtenOn, receivedAt }: DeadlineItem): string => {
  if (kind === 'relay') return receivedAt ? `收到：${shownMinute(receivedAt)}` : '';
  return kind === 'disclosure' && writtenOn ? `成文：${writtenOn}` : '';
};

const Item = ({ item, department }: { item: DeadlineItem; department: string }) => (
  <Box tag="li" padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
    <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
      <Box style={{ flex: '1 1 24rem', minWidth: 0 }}>
        <Link tag={NavLink} to={`/plugins/office/register?entry=${item.id}`}>
          {item.numberText}
        </Link>
        <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {item.title}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {[item.kindText, department, startText(item)].filter(Boolean).join('　')}
        </Typography>
      </Box>
      <Flex direction="column" alignItems="flex-end" gap={1}>
        <Badge backgroundColor={item.overdue ? 'danger100' : 'neutral150'} textColor={item.overdue ? 'danger700' : 'neutral800'}>
          {item.left}
        </Badge>
        <Typography variant="pi" textColor={item.overdue ? 'danger700' : 'neutral600'}>
          期限 {dueText(item)}
        </Typography>
      </Flex>
    </Flex>
    {item.days.length > 0 && (
      <Box tag="details" paddingTop={2}>
        <Typography tag="summary" variant="pi" textColor="neutral600">
          {item.overdue ? '逾期' : '剩余'}的工作日是怎样算的
        </Typography>
        <CountedDays days={item.days} />
      </Box>
    )}
  </Box>
);

const Group = ({ title, children, count, remark }: { title: string; count: number; remark: string; children: React.ReactNode }) => (
  <Box tag="section" background="neutral0" hasRadius shadow="tableShadow">
    <Flex gap={2} padding={4} wrap="wrap">
      <Typography tag="h2" variant="delta">
        {title}
      </Typography>
      <Badge>{count}</Badge>
      <Typography variant="pi" textColor="neutral600">
        {remark}
      </Typography>
    </Flex>
    <Box tag="ul">{children}</Box>
  </Box>
);

const Lists = ({ deadlines: { items, missingYears, uninterpreted } }: { deadlines: Deadlines }) => {
  const { data: departments = [] } = useDepartmentsQuery();
  const nameOf = (code: string) => departments.find((department) => department.code === code)?.name ?? code;
  const overdue = items.filter((item) => item.overdue);
  const ahead = items.filter((item) => !item.overdue);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <MissingYears years={missingYears} />
      {items.length === 0 && (
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
          <Typography textColor="neutral600">没有未办结的期限。</Typography>
        </Box>
      )}
      {overdue.length > 0 && (
        <Group title="已逾期" count={overdue.length} remark="请尽快办理">
          {overdue.map((item) => (
            <Item key={`${item.id}:${item.kind}`} item={item} department={nameOf(item.department)} />
          ))}
        </Group>
      )}
      {ahead.length > 0 && (
        <Group title="将到期" count={ahead.length} remark="最近到期的在前；当天不计入剩余工作日">
          {ahead.map((item) => (
            <Item key={`${item.id}:${item.kind}`} item={item} department={nameOf(item.department)} />
          ))}
        </Group>
      )}
      {uninterpreted.length > 0 && (
        <Group title="还没有政策解读的文件" count={uninterpreted.length} remark="已公开、没有任何已公开的解读关联到它；最新的在前">
          {uninterpreted.map(({ documentId, title, department, publishedAt }) => (
            <Box tag="li" key={documentId} padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
              <Link tag={NavLink} to={editAddress(documentId)}>
                {title}
              </Link>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {[nameOf(department), publishedAt ? `公开：${shownMinute(publishedAt)}` : ''].filter(Boolean).join('　')}
              </Typography>
            </Box>
          ))}
        </Group>
      )}
    </Flex>
  );
};

const DeadlineLists = () => {
  const { data: deadlines, error, isLoading, refetch } = useDeadlinesQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isLoading) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>督办</Page.Title>
      <Layouts.Header title="督办" subtitle="转载 24 小时、主动公开 20 个工作日、办理期限和待解读的文件" />
      <Layouts.Content>
        {deadlines ? <Lists deadlines={deadlines} /> : <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
      </Layouts.Content>
    </Main>
  );
};

/** 督办: what is owed by when. */
const DeadlinesPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::office.read', subject: null }]}>
    <DeadlineLists />
  </Page.Protect>
);

export default DeadlinesPage;
