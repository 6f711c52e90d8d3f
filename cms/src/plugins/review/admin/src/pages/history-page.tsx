import { Layouts, Page, useNotification } from '@strapi/admin/strapi-admin';
import { Box, Button, Flex, Link, Loader, Main, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink, useNavigate, useParams } from 'react-router-dom';
import { decisionAddress } from '../addresses';
import { editAddress } from '../content-manager/document-type';
import { DifferenceView } from '../difference/difference-view';
import { RestoreDialog } from '../history/restore-dialog';
import { RevisionList } from '../history/revision-list';
import { FaultNotice } from '../panel/fault-notice';
import type { ActRequest } from '../requests/answers';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';
import { useCompareQuery, useHistoryQuery, useRestoreMutation } from '../requests/reviewing';
import type { HistoryAnswer } from '../requests/reviewing-answers';

type Side = number | 'draft';

const sideName = (side: Side): string => (side === 'draft' ? '草稿' : `第 ${side} 版`);

const Comparison = ({ documentId, from, to }: { documentId: string; from: number; to: Side }) => {
  const { data, error, isFetching, refetch } = useCompareQuery({ documentId, from, to }, { refetchOnMountOrArgChange: true });
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={5} aria-label="两版的差别" minWidth={0}>
      <Typography tag="h2" variant="delta">
        {sideName(to)}相比{sideName(from)}
      </Typography>
      <Box paddingTop={4}>
        {isFetching && <Loader small>正在比较</Loader>}
        {error && !isFetching && <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
        {data && !isFetching && <DifferenceView difference={data.difference} />}
      </Box>
    </Box>
  );
};

/** The newest two; with a draft being written, the draft and what it came from. */
const firstSides = ({ revisions, since, current }: HistoryAnswer): { from: number | null; to: Side | null } => {
  const [newest, before] = revisions;
  if (since.length > 0 && newest) return { from: current ?? newest.revision, to: 'draft' };
  return { from: before?.revision ?? null, to: newest?.revision ?? null };
};

const History = ({ history }: { history: HistoryAnswer }) => {
  const { documentId, version, state } = history;
  const [sides, setSides] = useState(() => firstSides(history));
  const [restoring, setRestoring] = useState<number | null>(null);
  const [restore, { isLoading }] = useRestoreMutation();
  const [fault, setFault] = useState<Fault | null>(null);
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();

  const confirm = async (revision: number, input: ActRequest['input']) => {
    setFault(null);
    const answer = await restore({ documentId, revision, version, input });
    if ('error' in answer) {
      setFault(faultOf(answer.error));
      return;
    }
    setRestoring(null);
    const { missing } = answer.data;
    toggleNotification({
      type: missing.length > 0 ? 'warning' : 'success',
      message: `已用第 ${revision} 版恢复草稿。${missing.length > 0 ? `这些文件已不在，没有恢复：${missing.join('、')}。` : ''}`,
    });
    navigate(editAddress(documentId));
  };

  return (
    <Main>
      <Page.Title>{`历史版本：${history.title}`}</Page.Title>
      <Layouts.Header
        title="历史版本"
        subtitle={history.title}
        primaryAction={
          <Flex gap={3}>
            <Link tag={NavLink} to={decisionAddress(documentId)}>
              审阅页面
            </Link>
            <Link tag={NavLink} to={editAddress(documentId)}>
              编辑页面
            </Link>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {history.revisions.length === 0 ? (
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
              <Typography textColor="neutral600">还没有送审过，没有历史版本。</Typography>
            </Box>
          ) : (
            <RevisionList history={history} sides={sides} onSides={setSides} onRestore={setRestoring} />
          )}
          {sides.from !== null && sides.to !== null && sides.from !== sides.to && <Comparison documentId={documentId} from={sides.from} to={sides.to} />}
        </Flex>
      </Layouts.Content>
      {restoring !== null && (
        <RestoreDialog
          revision={restoring}
          released={state === 'released'}
          busy={isLoading}
          fault={fault}
          onCancel={() => setRestoring(null)}
          onConfirm={(input) => void confirm(restoring, input)}
        />
      )}
    </Main>
  );
};

const Loaded = ({ documentId }: { documentId: string }) => {
  const { data, error, isLoading, refetch } = useHistoryQuery(documentId, { refetchOnMountOrArgChange: true });
  if (isLoading) return <Page.Loading />;
  if (data) return <History key={data.version} history={data} />;
  return (
    <Main>
      <Box padding={6}>
        <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />
        <Button variant="tertiary" onClick={() => void refetch()}>
          再试一次
        </Button>
      </Box>
    </Main>
  );
};

/** 历史版本: who made which revision when and why; any two compared; an earlier one restored into the draft. */
const HistoryPage = () => {
  const { documentId = '' } = useParams();
  return (
    <Page.Protect permissions={[{ action: 'plugin::review.read', subject: null }]}>
      <Loaded key={documentId} documentId={documentId} />
    </Page.Protect>
  );
};

export default HistoryPage;
