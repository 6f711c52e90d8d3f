import { Page } from '@strapi/admin/strapi-admin';
import { Box, Flex, Main, Typography } from '@strapi/design-system';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { decisionAddress, filterOf, inboxAddress } from '../addresses';
import { AsideSection } from '../decision/aside-section';
import { Attachments } from '../decision/attachments';
import { ChangesView } from '../decision/changes-view';
import { approvalIn, DecisionBar } from '../decision/decision-bar';
import { DecisionHead } from '../decision/decision-head';
import { Findings } from '../decision/findings';
import { MarkDialog } from '../decision/mark-dialog';
import { Notes } from '../decision/notes';
import { PreviewFrame } from '../../../../writing/admin/src/preview/preview-frame';
import { Overtaken } from '../decision/overtaken';
import { bodyOf, PageView } from '../decision/page-view';
import { useDecide } from '../decision/use-decide';
import { useKeptDraft } from '../decision/use-kept-draft';
import { usePassagePicker } from '../decision/use-passage-picker';
import { useChanges } from '../difference/use-changes';
import { Key } from '../keyboard/key';
import { ShortcutHelp } from '../keyboard/shortcut-help';
import { useShortcuts } from '../keyboard/use-shortcuts';
import { showMark } from '../marks/in-page';
import { MarkList } from '../marks/mark-list';
import { ActionDialog } from '../panel/action-dialog';
import { FaultNotice } from '../panel/fault-notice';
import { Timeline } from '../panel/timeline';
import type { Mark, Panel } from '../requests/answers';
import { usePanelQuery } from '../requests/api';
import { faultOf } from '../requests/fault';
import { useDecisionQuery, useLineQuery, useRecordOpenedMutation } from '../requests/reviewing';
import type { DecisionAnswer } from '../requests/reviewing-answers';

const KEYS: [string[], string][] = [
  [['A'], '通过（先问一次，Enter 确认）'],
  [['R'], '退回，写理由'],
  [['M'], '标注选中的文字；没有选中时用键盘选段'],
  [['N'], '下一处改动'],
  [['P'], '上一处改动'],
  [['V'], '版面和改动互换'],
  [['C'], '写内部意见'],
  [['J', '→'], '待办中的下一条'],
  [['K', '←'], '待办中的上一条'],
  [['U'], '返回待办'],
  [['?'], '这张说明'],
];

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) 32rem;
  gap: 1.6rem;
  align-items: start;
  padding: 1.6rem 2.4rem 4rem;

  > aside {
    display: grid;
    gap: 1.6rem;
    min-width: 0;
  }

  @media (max-width: 64rem) {
    grid-template-columns: minmax(0, 1fr);
  }

  @media (max-width: 48rem) {
    padding-inline: 1.2rem;
  }
`;

const Tabs = styled.div`
  display: flex;
  gap: 0.4rem;
  padding: 0.4rem 0.8rem 0;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};

  button {
    padding: 0.8rem 1.2rem;
    border-bottom: 3px solid transparent;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: 1.4rem;
    cursor: pointer;
  }

  button[aria-selected='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }

  button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

type View = 'page' | 'changes' | 'site';

const VIEWS: [View, string][] = [
  ['page', '版面'],
  ['changes', '改动'],
  ['site', '上线预览'],
];
const NO_MARKS: Mark[] = [];

const Decision = ({ decision, panel, reread }: { decision: DecisionAnswer; panel: Panel | undefined; reread(): Promise<unknown> }) => {
  const { documentId, revision, contentHash, content, version, mayMark } = decision;
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const filter = useMemo(() => filterOf(search), [search]);
  const { data: line } = useLineQuery({ document: documentId, ...filter }, { skip: !filter.queue, refetchOnMountOrArgChange: true });
  const [recordOpened] = useRecordOpenedMutation();
  const { kept, change, forget } = useKeptDraft(documentId, revision);
  const [view, setView] = useState<View>(decision.base === null ? 'page' : 'changes');
  const [base, setBase] = useState(decision.base);
  const [page, setPage] = useState<Document | null>(null);
  const [passage, setPassage] = useState<Omit<Mark, 'remark'> | null>(null);
  const [selecting, setSelecting] = useState(false);
  const [helping, setHelping] = useState(false);
  const picker = usePassagePicker(page);
  const goToChange = useChanges();
  const marks: Mark[] = mayMark ? kept.marks : decision.marks.length > 0 ? decision.marks : NO_MARKS;

  const goTo = useCallback((next: string | null | undefined) => void (next && navigate(decisionAddress(next, filter))), [navigate, filter]);
  /** A key pressed before the line is known is not lost: whoever reads fast goes on as soon as it is. */
  const [wish, setWish] = useState<'previous' | 'next' | null>(null);
  useEffect(() => {
    if (!wish || !line) return;
    setWish(null);
    goTo(line[wish]);
  }, [wish, line, goTo]);
  const decide = useDecide({
    documentId,
    version,
    marks: mayMark ? kept.marks : NO_MARKS,
    onDone: (after) => {
      if (after.state === decision.state) return;
      forget();
      if (!filter.queue) return;
      if (line?.next) goTo(line.next);
      else navigate(inboxAddress(filter));
    },
    onOvertaken: () => void reread(),
  });

  /** Opening counts as reading, once the text is before somebody. */
  const shown = useCallback(() => {
    if (decision.opened || revision === null || contentHash === null) return;
    void recordOpened({ documentId, revision, contentHash });
  }, [decision.opened, documentId, revision, contentHash, recordOpened]);
  const pageShown = useCallback(
    (drawn: Document) => {
      setPage(drawn);
      shown();
    },
    [shown],
  );
  const selectionChanged = useCallback(() => setSelecting(!(page?.getSelection()?.isCollapsed ?? true)), [page]);
  useEffect(() => {
    if (view !== 'page') setPage(null);
  }, [view]);

  const mark = () => {
    if (!mayMark) return;
    if (view !== 'page') {
      setView('page');
      return;
    }
    const selected = picker.selected();
    if (selected) setPassage(selected);
    else picker.begin();
  };
  const marked = (added: Mark) => {
    change({ marks: [...kept.marks, added] });
    setPassage(null);
    picker.stop();
  };
  const change1 = (step: 1 | -1) => {
    if (base === null) return;
    if (view === 'changes') goToChange(step);
    else setView('changes');
  };
  const whilePicking = {
    ArrowDown: () => picker.block(1),
    ArrowUp: () => picker.block(-1),
    ArrowRight: () => picker.sentence(1),
    ArrowLeft: () => picker.sentence(-1),
    Enter: mark,
    m: mark,
    Escape: picker.stop,
    '?': () => setHelping(true),
  };
  const otherwise = {
    a: () => decide.ask(approvalIn(panel?.actions ?? [])),
    r: () => decide.ask(panel?.actions.find(({ action }) => action === 'return')),
    m: mark,
    n: () => change1(1),
    p: () => change1(-1),
    v: () => base !== null && setView(view === 'page' ? 'changes' : 'page'),
    c: () => document.getElementById('review-note')?.focus(),
    j: () => setWish('next'),
    ArrowRight: () => setWish('next'),
    k: () => setWish('previous'),
    ArrowLeft: () => setWish('previous'),
    u: () => navigate(inboxAddress(filter)),
    '?': () => setHelping(true),
  };
  useShortcuts(picker.picking ? whilePicking : otherwise, page);

  return (
    <Main>
      <Page.Title>{decision.title}</Page.Title>
      <DecisionBar filter={filter} line={line} panel={panel} busy={decide.busy} onAsk={decide.ask} onHelp={() => setHelping(true)} />
      <Columns>
        <Flex direction="column" alignItems="stretch" gap={4} minWidth={0}>
          <DecisionHead decision={decision} panel={panel} />
          {decide.fault?.overtaken && panel && (
            <Overtaken panel={panel} keeps={kept.reason !== '' || kept.marks.length > 0} onClose={decide.clearFault} />
          )}
          {decide.fault && !decide.fault.overtaken && !decide.asked && <FaultNotice fault={decide.fault} onRefresh={() => void reread()} />}
          {content && revision !== null ? (
            <Box background="neutral0" hasRadius shadow="tableShadow">
              <Tabs role="tablist" aria-label="怎样看这一版">
                  {VIEWS.filter(([name]) => name !== 'changes' || base !== null).map(([name, label]) => (
                    <button key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={view === name} aria-controls="decision-view" onClick={() => setView(name)}>
                      {label}
                    </button>
                  ))}
              </Tabs>
              <div id="decision-view" role="tabpanel" aria-labelledby={`tab-${view}`}>
                {mayMark && view === 'page' && (
                  <Box padding={3} background="neutral100" position="sticky" top="4.8rem" zIndex={1}>
                    <Typography variant="pi" textColor="neutral800" role="status">
                      {picker.picking ? (
                        <>
                          选段：<Key>↓</Key> <Key>↑</Key> 换段，<Key>→</Key> <Key>←</Key> 选句，<Key>Enter</Key> 标注，<Key>Esc</Key> 不标了
                        </>
                      ) : selecting ? (
                        <>
                          <button type="button" onClick={mark} style={{ textDecoration: 'underline', cursor: 'pointer' }}>
                            标注选中的文字
                          </button>{' '}
                          <Key>M</Key>
                        </>
                      ) : (
                        <>
                          选中文字，按 <Key>M</Key> 标注；只用键盘时直接按 <Key>M</Key> 选段。
                        </>
                      )}
                    </Typography>
                  </Box>
                )}
                {view === 'site' ? (
                  <Box padding={4}>
                    <PreviewFrame documentId={documentId} revision={revision} height={Math.max(480, window.innerHeight - 260)} />
                  </Box>
                ) : view === 'page' || base === null ? (
                  <PageView documentId={documentId} revision={revision} content={content} marks={marks} onShown={pageShown} onSelection={selectionChanged} />
                ) : (
                  <ChangesView decision={{ ...decision, revision }} base={base} onBase={setBase} onShown={shown} />
                )}
              </div>
            </Box>
          ) : (
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
              <Typography textColor="neutral600">还没有送审过，没有可以审阅的版本。</Typography>
            </Box>
          )}
        </Flex>
        <aside aria-label="审阅资料">
          <Findings documentId={documentId} />
          {(mayMark || marks.length > 0) && (
            <AsideSection title={mayMark ? '标注（退回时一起交给起草人）' : '标注'} count={marks.length}>
              {marks.length > 0 ? (
                <MarkList
                  marks={marks}
                  onShow={(index) => {
                    setView('page');
                    const body = bodyOf(page);
                    if (body) showMark(body, index);
                  }}
                  {...(mayMark ? { onRemove: (index: number) => change({ marks: kept.marks.filter((_, at) => at !== index) }) } : {})}
                />
              ) : (
                <Typography variant="pi" textColor="neutral600">
                  还没有标注。
                </Typography>
              )}
            </AsideSection>
          )}
          {content && revision !== null && <Attachments documentId={documentId} revision={revision} files={content.attachments} />}
          <AsideSection title="内部意见">
            <Notes documentId={documentId} />
          </AsideSection>
          {panel && (
            <AsideSection title="办理经过" headed={false}>
              <Timeline history={panel.history} />
            </AsideSection>
          )}
        </aside>
      </Columns>
      {decide.asked && (
        <ActionDialog
          panel={panel}
          choice={decide.asked}
          found={decide.found}
          fault={decide.fault}
          busy={decide.busy}
          onCancel={decide.cancel}
          onConfirm={(input) => decide.asked && void decide.perform(decide.asked, input)}
          draft={{ reason: kept.reason, onReason: (reason) => change({ reason }) }}
        >
          {decide.asked.action === 'return' && kept.marks.length > 0 && (
            <>
              <Typography fontWeight="semiBold">{kept.marks.length} 处标注一起交给起草人</Typography>
              <MarkList marks={kept.marks} />
            </>
          )}
        </ActionDialog>
      )}
      {passage && <MarkDialog passage={passage} onCancel={() => setPassage(null)} onMark={marked} />}
      {helping && <ShortcutHelp keys={KEYS} onClose={() => setHelping(false)} />}
    </Main>
  );
};

const Loaded = ({ documentId, revision }: { documentId: string; revision: number | null }) => {
  const wanted = revision === null ? { documentId } : { documentId, revision };
  const { data: decision, error, isLoading, refetch } = useDecisionQuery(wanted, { refetchOnMountOrArgChange: true });
  const { data: panel, refetch: refetchPanel } = usePanelQuery(documentId, { refetchOnMountOrArgChange: true });
  const reread = useCallback(() => Promise.all([refetch(), refetchPanel()]), [refetch, refetchPanel]);
  if (isLoading) return <Page.Loading />;
  if (!decision) {
    return (
      <Main>
        <Box padding={6}>
          <FaultNotice fault={faultOf(error)} onRefresh={() => void reread()} />
        </Box>
      </Main>
    );
  }
  // A new revision is a new screen: what is compared, selected and shown begins anew.
  return <Decision key={`${documentId}.${decision.revision}`} decision={decision} panel={panel} reread={reread} />;
};

/** 审阅: one screen to decide on. */
const DecisionPage = () => {
  const { documentId = '' } = useParams();
  const [search] = useSearchParams();
  const revision = search.get('revision');
  return (
    <Page.Protect permissions={[{ action: 'plugin::review.read', subject: null }]}>
      <Loaded key={documentId} documentId={documentId} revision={revision && /^\d+$/.test(revision) ? Number(revision) : null} />
    </Page.Protect>
  );
};

export default DecisionPage;
