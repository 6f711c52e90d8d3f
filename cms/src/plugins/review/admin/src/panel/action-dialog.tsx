import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { ProposedKind } from '../../../server/src/decisions/states';
import type { ReviewResult } from '../../../server/src/decisions/transitions';
import type { ActRequest, Button as ButtonChoice, Need, Panel } from '../requests/answers';
import { FindingsQuestion } from '../../../../checks/admin/src/findings/findings-question';
import type { Reasons } from '../../../../checks/admin/src/findings/refused-findings';
import { acceptedOf } from '../../../../checks/admin/src/findings/refused-findings';
import type { Finding, SecrecyInput } from '../../../../checks/admin/src/requests/answers';
import { EMPTY_SECRECY, secrecyOf, SecrecyQuestion } from '../../../../checks/admin/src/secrecy/secrecy-question';
import type { Fault } from '../requests/fault';
import { EffectsList } from './effects-list';
import { ColumnQuestion, MomentQuestion, NoteQuestion, ReasonQuestion, ResultQuestion, WithdrawalQuestion } from './questions';
import { FaultNotice } from './fault-notice';
import { DAY_MS, inputValue, instantOfInput } from '../times';

const HOUR_MS = DAY_MS / 24;

const DEFAULT_PIN_MS = 7 * DAY_MS;
const SHORTEST_REASON = 2;

/** What the person should know before pressing through. */
const BEFORE: Partial<Record<string, string>> = {
  'first-approve': '初审通过后由站长终审。初审时一并办理保密审查；不能公开的请取消，改用“退回”。',
  return: '退回后由起草人修改，重新送审。理由会记入审计记录，并让起草人看到。',
  correct: '更正开始新的一轮审核。公开的版本照旧，直到新版本发布。更正说明随新版本公开，理由只在内部记录。',
  'propose-withdrawal': '由站长确认后办理。确认之前，公开的版本照旧。',
  'decline-withdrawal': '这条信息继续公开。理由会记入审计记录。',
  'confirm-withdrawal': '撤回后，公众看不到这条信息，原网址显示“已撤回”。不能恢复，只能重新起草。',
  'confirm-withdrawal:leak':
    '立即撤回，并从网站、历次发布、检索和缓存中清除全部痕迹，原网址显示“已撤回”。不需要他人申请或确认。理由只记入审计记录，不会公开。',
  discard: '尚未公开的草稿会被废弃；更正中的修改会被放弃，公开的版本不变。',
  move: '编号和月份不变，网址随栏目改变；旧网址会指向新网址。',
  pin: '到期自动取消置顶，最长 90 天。时间为北京时间。',
  'schedule-release': '到时自动发布。现在检查一遍，到时再检查一遍：内容若有改动，或者有检查不通过，就不发布，并报警。',
  unschedule: '不再定时发布，由发布员另行发布。',
  'urgent-release': '突发事件时使用：不经初审、终审，立即公开。检查照常进行。24 小时内须由他人补审，到期未补审会报警。理由单独记入审计记录。',
  'second-review': '核对已经应急公开的内容，写明结论。',
  invalidate: '页面保留，上方注明。不能由申请人自己确认。',
  'schedule-take-down': '到时自动下线，原网址留有说明。时间为北京时间。',
  'cancel-take-down': '不再定时下线，继续公开。',
  'show-in': '网址不变，在另一个栏目的列表里同时列出。',
  'hide-from': '只从那个栏目的列表里去掉，页面照旧。',
  'lift-emergency': '险情已经解除时使用：立即从首页最上方撤下，不等原定的结束时间。页面保留。理由会记入审计记录。',
};

interface Answers {
  reason: string;
  note: string;
  kind: ProposedKind;
  column: string;
  moment: string;
  takeDown: string;
  result: ReviewResult;
  secrecy: SecrecyInput;
  /** Reasons for warnings of the checks, by the finding's key. */
  reasons: Reasons;
}

const REASONED: readonly Need[] = ['reason', 'withdrawal', 'column', 'correction', 'take-down-at', 'further-column', 'shown-column', 'urgent'];
/** With a secrecy review: the first approval, and an urgent release, which has no first approval. */
const SECRET: readonly Need[] = ['secrecy', 'urgent'];
const COLUMNED: readonly Need[] = ['column', 'further-column', 'shown-column'];
const MOMENTS: Partial<Record<Need, string>> = { until: '置顶至', 'release-at': '发布时间', 'take-down-at': '下线时间' };

const needsReason = ({ needs }: ButtonChoice, { result }: Answers): boolean =>
  REASONED.includes(needs) || (needs === 'second-review' && result !== 'ok');
const needsNote = ({ needs }: ButtonChoice, { result }: Answers): boolean =>
  needs === 'correction' || (needs === 'second-review' && result === 'correct');

const says = (text: string): boolean => text.trim().length >= SHORTEST_REASON;

/** What is to be sent; null while something is missing. */
const inputOf = (choice: ButtonChoice, answers: Answers, found: Finding[]): ActRequest['input'] | null => {
  const asked = askedOf(choice, answers);
  if (found.length === 0 || asked === null) return asked;
  const accepted = acceptedOf(found, answers.reasons);
  return accepted && { ...asked, accepted };
};

const askedOf = (choice: ButtonChoice, answers: Answers): ActRequest['input'] | null => {
  const { needs } = choice;
  const input: ActRequest['input'] = {};
  if (needsReason(choice, answers)) {
    if (!says(answers.reason)) return null;
    input.reason = answers.reason.trim();
  }
  if (needsNote(choice, answers)) {
    if (!says(answers.note)) return null;
    input.note = answers.note.trim();
  }
  if (COLUMNED.includes(needs)) {
    if (!answers.column) return null;
    input.column = answers.column;
  }
  if (needs === 'withdrawal') input.kind = answers.kind;
  if (needs === 'second-review') input.result = answers.result;
  if (SECRET.includes(needs)) {
    const reviewed = secrecyOf(answers.secrecy);
    if (!reviewed) return null;
    input.secrecy = reviewed;
  }
  if (!MOMENTS[needs]) return input;
  const moment = instantOfInput(answers.moment);
  if (!moment) return null;
  const takeDownAt = needs === 'release-at' && answers.takeDown ? instantOfInput(answers.takeDown) : null;
  return { ...input, [needs === 'until' ? 'until' : 'at']: moment, ...(takeDownAt ? { takeDownAt } : {}) };
};

/** What the effects depend on; a second review acts like what it decides. */
const effectsAsked = ({ action, kind, needs }: ButtonChoice, answers: Answers): { action: string; kind?: string; column?: string } => {
  if (needs === 'second-review') return answers.result === 'withdraw' ? { action: 'confirm-withdrawal', kind: 'error' } : { action: 'second-review' };
  const chosen = needs === 'withdrawal' ? answers.kind : kind;
  return { action, ...(chosen ? { kind: chosen } : {}), ...(answers.column ? { column: answers.column } : {}) };
};

/** The next full hour: nobody plans a release for 10:37. */
const nextHour = (): number => Math.ceil((Date.now() + 1) / HOUR_MS) * HOUR_MS;

interface Props {
  /** Where the document stands, for the effects of the command; absent where the command has none of its own. */
  panel?: Pick<Panel, 'documentId' | 'furtherColumns'>;
  choice: ButtonChoice;
  /** What the checks found when it was pressed before. */
  found?: Finding[];
  fault: Fault | null;
  busy: boolean;
  onCancel(): void;
  onConfirm(input: ActRequest['input']): void;
  /** A reason kept outside, so that nothing typed is lost when somebody else was first. */
  draft?: { reason: string; onReason(reason: string): void };
  /** What goes with the command besides the answers, such as marked passages. */
  children?: ReactNode;
}

/** Asks what a command needs: a reason, a column, an end, or only whether it is meant. */
export const ActionDialog = ({ panel, choice, found = [], fault, busy, onCancel, onConfirm, draft, children }: Props) => {
  const [answers, setAnswers] = useState<Answers>(() => ({
    reason: draft?.reason ?? '',
    note: '',
    kind: 'error',
    column: choice.needs === 'shown-column' && panel?.furtherColumns.length === 1 ? (panel.furtherColumns[0] ?? '') : '',
    moment: inputValue(choice.needs === 'release-at' ? nextHour() : Date.now() + DEFAULT_PIN_MS),
    takeDown: '',
    result: 'ok',
    secrecy: EMPTY_SECRECY,
    reasons: {},
  }));
  const answer = (part: Partial<Answers>) => {
    setAnswers((before) => ({ ...before, ...part }));
    if (part.reason !== undefined) draft?.onReason(part.reason);
  };
  const input = inputOf(choice, answers, found);
  const before = BEFORE[choice.kind ? `${choice.action}:${choice.kind}` : choice.action];
  const confirmByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !input || busy) return;
    event.preventDefault();
    onConfirm(input);
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && !busy && onCancel()}>
      <Modal.Content onKeyDown={confirmByKey}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{choice.label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {before && <Typography textColor="neutral800">{before}</Typography>}
            {choice.needs === 'withdrawal' && <WithdrawalQuestion value={answers.kind} onChange={(kind) => answer({ kind })} />}
            {choice.needs === 'second-review' && <ResultQuestion value={answers.result} onChange={(result) => answer({ result })} />}
            {choice.needs === 'column' && <ColumnQuestion value={answers.column} onChange={(column) => answer({ column })} />}
            {choice.needs === 'further-column' && (
              <ColumnQuestion label="同时显示在栏目" value={answers.column} onChange={(column) => answer({ column })} />
            )}
            {choice.needs === 'shown-column' && (
              <ColumnQuestion
                label="不再显示在栏目"
                among={panel?.furtherColumns ?? []}
                value={answers.column}
                onChange={(column) => answer({ column })}
              />
            )}
            {MOMENTS[choice.needs] && (
              <MomentQuestion
                name="moment"
                label={MOMENTS[choice.needs] ?? ''}
                value={answers.moment}
                onChange={(moment) => answer({ moment })}
              />
            )}
            {choice.needs === 'release-at' && (
              <MomentQuestion
                name="take-down"
                label="下线时间"
                hint="不填则一直公开；北京时间"
                optional
                value={answers.takeDown}
                onChange={(takeDown) => answer({ takeDown })}
              />
            )}
            {needsReason(choice, answers) && <ReasonQuestion value={answers.reason} onChange={(reason) => answer({ reason })} />}
            {needsNote(choice, answers) && <NoteQuestion value={answers.note} onChange={(note) => answer({ note })} />}
            {SECRET.includes(choice.needs) && <SecrecyQuestion value={answers.secrecy} onlyPublishable onChange={(secrecy) => answer({ secrecy })} />}
            {found.length > 0 && (
              <FindingsQuestion
                findings={found}
                reasons={answers.reasons}
                onReason={(key, reason) => setAnswers((before) => ({ ...before, reasons: { ...before.reasons, [key]: reason } }))}
              />
            )}
            {panel && (!COLUMNED.includes(choice.needs) || answers.column) ? (
              <EffectsList documentId={panel.documentId} {...effectsAsked(choice, answers)} />
            ) : null}
            {children}
            {fault && found.length === 0 && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel} disabled={busy}>
            取消
          </Button>
          <Button
            variant={choice.variant === 'danger' || choice.needs === 'withdrawal' ? 'danger' : 'default'}
            disabled={input === null}
            loading={busy}
            autoFocus={choice.needs === 'none' && choice.variant === 'success'}
            onClick={() => input && onConfirm(input)}
          >
            {choice.label}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
