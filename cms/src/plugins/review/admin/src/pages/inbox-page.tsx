import { Layouts, Page } from '@strapi/admin/strapi-admin';
import { Box, Button, Flex, Main, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';
import type { SecrecyInput } from '../../../../checks/admin/src/requests/answers';
import { BulkQuestion, BulkResults } from '../inbox/bulk-approval';
import { FilterBar } from '../inbox/filter-bar';
import { isPickable, QueueTable } from '../inbox/queue-table';
import { QueueTabs } from '../inbox/queue-tabs';
import { useQueueAddress } from '../inbox/use-queue-address';
import { useRowFocus } from '../inbox/use-row-focus';
import { Key } from '../keyboard/key';
import { ShortcutHelp } from '../keyboard/shortcut-help';
import { useShortcuts } from '../keyboard/use-shortcuts';
import { FaultNotice } from '../panel/fault-notice';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';
import { useApproveSeveralMutation, useQueueQuery } from '../requests/reviewing';
import type { QueuePage } from '../requests/reviewing-answers';
import { InboxAlarms } from './inbox-groups';
import { StandingAlarms } from './standing-alarms';

const KEYS: [string[], string][] = [
  [['J', '↓'], '下一条'],
  [['K', '↑'], '上一条'],
  [['Enter'], '打开'],
  [['X'], '选中或取消选中（看过的才能选）'],
  [['S'], '选中本页全部看过的'],
  [['A'], '成批通过选中的'],
  [['['], '上一页'],
  [[']'], '下一页'],
  [['?'], '这张说明'],
];

const limitText = ({ limitHours, total }: QueuePage): string =>
  `共 ${total} 条，等得最久的在前${limitHours === null ? '' : `；时限 ${limitHours} 小时`}`;

const Paging = ({ page, onPage }: { page: QueuePage; onPage(page: number): void }) => {
  const pages = Math.max(1, Math.ceil(page.total / page.pageSize));
  if (pages === 1) return null;
  return (
    <Flex gap={3} justifyContent="center" tag="nav" aria-label="翻页">
      <Button variant="tertiary" disabled={page.page <= 1} onClick={() => onPage(page.page - 1)}>
        上一页
      </Button>
      <Typography textColor="neutral800">
        第 {page.page} / {pages} 页
      </Typography>
      <Button variant="tertiary" disabled={page.page >= pages} onClick={() => onPage(page.page + 1)}>
        下一页
      </Button>
    </Flex>
  );
};

const Inbox = () => {
  const { filter, narrow } = useQueueAddress();
  const { data: page, error, isLoading, isFetching, refetch } = useQueueQuery(filter, { refetchOnMountOrArgChange: true });
  const [approve, { isLoading: approving }] = useApproveSeveralMutation();
  const [pickedIds, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [helping, setHelping] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [results, setResults] = useState<Awaited<ReturnType<ReturnType<typeof approve>['unwrap']>> | null>(null);
  const { current, go, remember, comeBack } = useRowFocus();

  const items = page?.items ?? [];
  const picked = items.filter((item) => pickedIds.has(item.documentId) && isPickable(item));
  const picking = items.some(({ approve: action, blocked }) => action !== null || blocked !== null);
  const pick = (ids: string[], on: boolean) =>
    setPicked((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const toggleCurrent = () => {
    const item = items.find(({ documentId }) => documentId === current());
    if (item && isPickable(item)) pick([item.documentId], !pickedIds.has(item.documentId));
  };
  const turn = (step: number) => {
    const to = (page?.page ?? 1) + step;
    if (page && to >= 1 && (to - 1) * page.pageSize < page.total) narrow({ page: String(to) });
  };
  useShortcuts({
    j: () => go(1),
    ArrowDown: () => go(1),
    k: () => go(-1),
    ArrowUp: () => go(-1),
    x: toggleCurrent,
    s: () => pick(items.filter(isPickable).map(({ documentId }) => documentId), picked.length === 0),
    a: () => picked.length > 0 && setAsking(true),
    '[': () => turn(-1),
    ']': () => turn(1),
    '?': () => setHelping(true),
  });
  const isBack = useRef(false);
  useEffect(() => {
    if (!page || isBack.current) return;
    isBack.current = true;
    comeBack();
  }, [page, comeBack]);

  const approvePicked = async (secrecy: SecrecyInput | null) => {
    setFault(null);
    const answer = await approve({ items: picked.map(({ documentId, version }) => ({ documentId, version })), secrecy });
    if ('error' in answer) {
      setFault(faultOf(answer.error));
      return;
    }
    setAsking(false);
    setPicked(new Set());
    setResults(answer.data ?? []);
  };

  if (isLoading) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>待办</Page.Title>
      <Layouts.Header
        title="待办"
        subtitle={page ? limitText(page) : '等您办理的信息'}
        primaryAction={
          <Flex gap={2}>
            <Button variant="ghost" onClick={() => setHelping(true)}>
              键盘操作 <Key>?</Key>
            </Button>
            <Button variant="tertiary" startIcon={<ArrowClockwise />} loading={isFetching} onClick={() => void refetch()}>
              刷新
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <StandingAlarms watching />
        {page ? (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <InboxAlarms />
            {page.queues.length > 0 && <QueueTabs page={page} />}
            {page.queue && <FilterBar page={page} filter={filter} onNarrow={narrow} />}
            {results && <BulkResults results={results} filter={filter} onClose={() => setResults(null)} />}
            {picked.length > 0 && (
              <Flex gap={3} background="primary100" padding={3} hasRadius role="status" position="sticky" top={0} zIndex={2}>
                <Typography fontWeight="semiBold">选中 {picked.length} 条</Typography>
                <Button variant="success" onClick={() => setAsking(true)}>
                  成批通过 <Key>A</Key>
                </Button>
                <Button variant="ghost" onClick={() => setPicked(new Set())}>
                  取消选中
                </Button>
              </Flex>
            )}
            {items.length > 0 ? (
              <Box background="neutral0" hasRadius shadow="tableShadow" overflow="hidden" onClick={remember} onKeyDown={remember}>
                <QueueTable items={items} filter={{ ...filter, ...(page.queue ? { queue: page.queue } : {}) }} picked={pickedIds} picking={picking} onPick={pick} />
              </Box>
            ) : (
              <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
                <Typography textColor="neutral600">
                  {page.queues.some(({ queue, total }) => queue === page.queue && total > 0) ? '没有符合筛选条件的信息。' : '现在没有等您办理的信息。'}
                </Typography>
              </Box>
            )}
            <Paging page={page} onPage={(to) => narrow({ page: String(to) })} />
          </Flex>
        ) : (
          <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />
        )}
      </Layouts.Content>
      {asking && picked.length > 0 && (
        <BulkQuestion items={picked} busy={approving} fault={fault} onCancel={() => setAsking(false)} onConfirm={(secrecy) => void approvePicked(secrecy)} />
      )}
      {helping && <ShortcutHelp keys={KEYS} onClose={() => setHelping(false)} />}
    </Main>
  );
};

/** 待办: what waits for this person; worked through from one item to the next. */
const InboxPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::review.read', subject: null }]}>
    <Inbox />
  </Page.Protect>
);

export default InboxPage;
