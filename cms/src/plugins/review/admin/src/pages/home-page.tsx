import { Layouts, Page, useAuth } from '@strapi/admin/strapi-admin';
import { Main } from '@strapi/design-system';
import { listAddress } from '../documents/filter';
import { DocumentsCard } from '../home/documents-card';
import { FreshnessCard } from '../home/freshness-card';
import { KeptListsCard } from '../home/kept-lists-card';
import { OutputCard } from '../home/output-card';
import { PublisherCard } from '../home/publisher-card';
import { useNames } from '../names';
import { FaultNotice } from '../panel/fault-notice';
import type { HomeGroup } from '../requests/desk-answers';
import { useHomeQuery } from '../requests/desk-api';
import { faultOf } from '../requests/fault';
import { StandingAlarms } from './standing-alarms';

const INBOX = '/plugins/review/inbox';

/** Two columns on a desk, one on a telephone; parts of different height do not stretch each other. */
const GRID = { display: 'grid', gap: '2rem', alignItems: 'start', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 44rem), 1fr))' };

const WAITING_EMPTY: Partial<Record<HomeGroup['state'], string>> = {
  submitted: '现在没有等您初审的稿件。',
  'first-approved': '现在没有等您终审的稿件。',
};

const Parts = () => {
  // Not asked again by a clock: that would keep a session alive that nobody sits at.
  const { data: home, error, refetch } = useHomeQuery(undefined, { refetchOnMountOrArgChange: true });
  const names = useNames();
  const readsDocuments = useAuth('Parts', ({ permissions }) => permissions.some(({ action }) => action === 'plugin::review.read'));
  if (error && !home) return <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />;
  // All at once, so that nothing jumps.
  if (!home || !names.ready) return <Page.Loading />;
  const now = Date.parse(home.now);
  const shared = { names, now };
  return (
    <>
      {readsDocuments && <StandingAlarms />}
      <div style={GRID}>
        {home.unfinished && (
          <DocumentsCard
            {...shared}
            group={home.unfinished}
            states
            since="已放 "
            empty="没有未完成的稿件。"
            more={{ to: listAddress({ mine: '1', state: 'draft,returned' }), label: '全部未完成' }}
          />
        )}
        {home.waiting?.map((group) => (
          <DocumentsCard
            {...shared}
            key={group.state}
            group={group}
            title={group.state === 'withdrawal-proposed' ? group.label : `等您${group.label.replace('待', '')}`}
            since="已等 "
            empty={WAITING_EMPTY[group.state] ?? '现在没有。'}
            more={{ to: INBOX, label: '全部待办' }}
          />
        ))}
        {home.approved && (
          <DocumentsCard
            {...shared}
            group={home.approved}
            title="审核通过，等待发布"
            since="已等 "
            empty="没有等待发布的稿件。"
            more={{ to: listAddress({ state: 'approved', order: 'asc' }), label: '全部待发布' }}
          />
        )}
        <KeptListsCard />
        {home.output && <OutputCard output={home.output} names={names} />}
        {home.freshness && <FreshnessCard freshness={home.freshness} links={readsDocuments} />}
        {home.publisher && <PublisherCard publisher={home.publisher} now={now} />}
      </div>
    </>
  );
};

/** First page after login: who is here in which role, and what waits for this person. Takes the place of Strapi's widgets. */
export const HomePage = () => {
  const user = useAuth('HomePage', ({ user: known }) => known);
  const name = [user?.lastname, user?.firstname].filter(Boolean).join('') || user?.email || '';
  const roles = (user?.roles ?? []).map((role) => role.name).join('、');
  return (
    <Main>
      <Page.Title>首页</Page.Title>
      <Layouts.Header title={`${name}，您好`} subtitle={roles} />
      <Layouts.Content>
        <Parts />
      </Layouts.Content>
    </Main>
  );
};
