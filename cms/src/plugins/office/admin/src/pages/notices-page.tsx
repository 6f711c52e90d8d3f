import { Layouts, Page } from '@strapi/admin/strapi-admin';
import { Badge, Box, Button, Flex, Link, Main, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { shownMinute } from '../../../../review/admin/src/times';
import { NoticeChoices } from '../notices/choices';
import { MailNotice } from '../notices/mail-notice';
import type { Notice } from '../requests/answers';
import { useNoticeCountQuery, useNoticesQuery, useReadNoticesMutation } from '../requests/api';

const Item = ({ notice, onRead }: { notice: Notice; onRead(): void }) => {
  const unread = notice.readAt === null && notice.settledAt === null;
  return (
    <Flex tag="li" justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap" padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
      <Box style={{ flex: '1 1 24rem', minWidth: 0 }}>
        <Flex gap={2} wrap="wrap">
          <Badge backgroundColor={unread ? 'primary100' : 'neutral150'} textColor={unread ? 'primary700' : 'neutral600'}>
            {notice.kindText}
          </Badge>
          {notice.settledAt && (
            <Typography variant="pi" textColor="neutral600">
              已有人办理
            </Typography>
          )}
        </Flex>
        <Box paddingTop={1}>
          <Link tag={NavLink} to={notice.link} onClick={unread ? onRead : undefined}>
            <Typography fontWeight={unread ? 'bold' : 'regular'} textColor="primary700" style={{ overflowWrap: 'anywhere' }}>
              {notice.title}
            </Typography>
          </Link>
        </Box>
        <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {notice.text}
        </Typography>
      </Box>
      <Flex direction="column" alignItems="flex-end" gap={1}>
        <Typography tag="time" variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
          {shownMinute(notice.createdAt)}
        </Typography>
        {unread && (
          <Button variant="ghost" onClick={onRead}>
            标为已读
          </Button>
        )}
      </Flex>
    </Flex>
  );
};

const Notices = () => {
  const [unread, setUnread] = useState(false);
  const [older, setOlder] = useState<string[]>([]);
  const before = older.at(-1);
  const { data: page, error, isLoading, refetch } = useNoticesQuery(
    { ...(before ? { before } : {}), ...(unread ? { unread: 'true' } : {}) },
    { refetchOnMountOrArgChange: true },
  );
  // The bell beside the list says what the list says: it would ask by itself only half a minute later.
  useNoticeCountQuery(undefined, { refetchOnMountOrArgChange: true });
  const [read] = useReadNoticesMutation();
  if (isLoading) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>通知</Page.Title>
      <Layouts.Header
        title="通知"
        subtitle="退回、待办、超时和上线"
        primaryAction={
          <Button variant="secondary" onClick={() => void read(null)}>
            全部标为已读
          </Button>
        }
        secondaryAction={
          <Button
            variant="tertiary"
            aria-pressed={unread}
            onClick={() => {
              setUnread(!unread);
              setOlder([]);
            }}
          >
            {unread ? '看全部' : '只看未读'}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {error && <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
          {page?.mail && <MailNotice mail={page.mail} />}
          <Box background="neutral0" hasRadius shadow="tableShadow">
            {page && page.notices.length > 0 ? (
              <Box tag="ul">
                {page.notices.map((notice) => (
                  <Item key={notice.id} notice={notice} onRead={() => void read(notice.id)} />
                ))}
              </Box>
            ) : (
              <Box padding={8}>
                <Typography textColor="neutral600">{unread ? '没有未读的通知。' : '还没有通知。'}</Typography>
              </Box>
            )}
          </Box>
          <Flex justifyContent="center" gap={3}>
            {older.length > 0 && (
              <Button variant="tertiary" onClick={() => setOlder((known) => known.slice(0, -1))}>
                较新的
              </Button>
            )}
            {page?.next && (
              <Button variant="tertiary" onClick={() => page.next && setOlder((known) => [...known, page.next as string])}>
                更早的
              </Button>
            )}
          </Flex>
          <NoticeChoices mail={page?.mail?.configured ?? false} />
        </Flex>
      </Layouts.Content>
    </Main>
  );
};

export default Notices;
