import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { editAddress } from '../content-manager/document-type';
import { Notice } from '../panel/notice';
import type { Inbox, InboxGroup, InboxItem } from '../requests/answers';
import { useColumnsQuery, useDepartmentsQuery } from '../requests/api';
import { shownMinute, waited } from '../times';

type Names = (code: string) => string;

const useNames = (list: { code: string; name: string }[] | undefined): Names => {
  const names = new Map(list?.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
};

const DocumentLink = ({ documentId, title }: { documentId: string; title: string }) => (
  <Link tag={NavLink} to={editAddress(documentId)}>
    {title}
  </Link>
);

const Item = ({ item, columns, departments, now }: { item: InboxItem; columns: Names; departments: Names; now: number }) => (
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
      <DocumentLink documentId={item.documentId} title={item.title} />
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
      <Badge>{group.items.length}</Badge>
      <Typography variant="pi" textColor="neutral600">
        等得最久的在前
      </Typography>
    </Flex>
    <Box tag="ul">
      {group.items.map((item) => (
        <Item key={item.documentId} item={item} {...names} />
      ))}
    </Box>
  </Box>
);

/** What waits for this person; alarms first, groups without anything in them left out. */
export const InboxGroups = ({ inbox: { groups, alarms } }: { inbox: Inbox }) => {
  const columns = useNames(useColumnsQuery().data);
  const departments = useNames(useDepartmentsQuery().data);
  const now = Date.now();
  const waiting = groups.filter(({ items }) => items.length > 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {alarms.map((alarm) => (
        <Notice key={alarm.documentId} tone="danger" title="没有上线：页面生成失败">
          <DocumentLink documentId={alarm.documentId} title={alarm.title} />
          {`\n${alarm.reason}`}
        </Notice>
      ))}
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
