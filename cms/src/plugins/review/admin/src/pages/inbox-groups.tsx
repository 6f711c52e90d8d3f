import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { decisionAddress, inboxAddress } from '../addresses';
import { editAddress } from '../content-manager/document-type';
import { Notice } from '../panel/notice';
import type { Inbox, InboxGroup, InboxItem } from '../requests/answers';
import { useInboxQuery } from '../requests/api';
import { shownMinute, waited } from '../times';
import { useNames } from '../use-names';

type Names = (code: string) => string;

/** A draft is written on, everything else is looked at and decided on. */
const DocumentLink = ({ documentId, title, queue }: { documentId: string; title: string; queue?: string }) => (
  <Link tag={NavLink} to={queue === 'draft' || queue === 'returned' ? editAddress(documentId) : decisionAddress(documentId, queue ? { queue } : {})}>
    {title}
  </Link>
);

const Item = ({ item, queue, columns, departments, now }: { item: InboxItem; queue: string; columns: Names; departments: Names; now: number }) => (
  <Flex
    tag="li"
    justifyContent="space-between"
    alignItems="flex-start"
    gap={4}
    padding={4}
    borderColor="neutral150"
    borderStyle="solid"
    borderWidth="1px 0 0 0"
  >
    <Box>
      <DocumentLink documentId={item.documentId} title={item.title} queue={queue} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[columns(item.column), departments(item.department), item.by ? `经办：${item.by}` : ''].filter(Boolean).join('　')}
      </Typography>
      {item.reason && (
        <Typography tag="p" variant="pi" textColor="warning700" style={{ overflowWrap: 'anywhere' }}>
          理由：{item.reason}
        </Typography>
      )}
    </Box>
    <Box style={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
      <Typography tag="p" textColor="neutral800">
        {waited(item.since, now)}
      </Typography>
      <Typography tag="time" dateTime={item.since} variant="pi" textColor="neutral600">
        {shownMinute(item.since)}
      </Typography>
    </Box>
  </Flex>
);

const Group = ({ group, ...names }: { group: InboxGroup; columns: Names; departments: Names; now: number }) => (
  <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" aria-labelledby={`group-${group.state}`}>
    <Flex gap={2} padding={4}>
      <Typography id={`group-${group.state}`} tag="h2" variant="delta">
        {group.label}
      </Typography>
      <Badge>{group.total}</Badge>
      <Typography variant="pi" textColor="neutral600">
        等得最久的在前
      </Typography>
      <Link tag={NavLink} to={inboxAddress({ queue: group.state })}>
        全部
      </Link>
    </Flex>
    <Box tag="ul">
      {group.items.map((item) => (
        <Item key={item.documentId} item={item} queue={group.state} {...names} />
      ))}
    </Box>
  </Box>
);

const Alarms = ({ alarms }: Pick<Inbox, 'alarms'>) =>
  alarms.map((alarm) => (
    <Notice key={alarm.documentId} tone="danger" title="没有上线：页面生成失败">
      <DocumentLink documentId={alarm.documentId} title={alarm.title} />
      {`\n${alarm.reason}`}
    </Notice>
  ));

/** What the publisher could not render, above the list of what waits. */
export const InboxAlarms = () => {
  const { data } = useInboxQuery(undefined, { refetchOnMountOrArgChange: true });
  return data ? <Alarms alarms={data.alarms} /> : null;
};

/** What waits for this person; alarms first, groups without anything in them left out. */
export const InboxGroups = ({ inbox: { groups, alarms } }: { inbox: Inbox }) => {
  const { column: columns, department: departments } = useNames();
  const now = Date.now();
  const waiting = groups.filter(({ items }) => items.length > 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Alarms alarms={alarms} />
      {waiting.map((group) => (
        <Group key={group.state} group={group} columns={columns} departments={departments} now={now} />
      ))}
      {waiting.length === 0 && (
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
          <Typography textColor="neutral600">现在没有等您办理的信息。</Typography>
        </Box>
      )}
    </Flex>
  );
};
