import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FindingsQuestion } from '../../../../checks/admin/src/findings/findings-question';
import type { Reasons } from '../../../../checks/admin/src/findings/refused-findings';
import { acceptedOf } from '../../../../checks/admin/src/findings/refused-findings';
import type { Finding, SecrecyInput } from '../../../../checks/admin/src/requests/answers';
import { EMPTY_SECRECY, secrecyOf, SecrecyQuestion } from '../../../../checks/admin/src/secrecy/secrecy-question';
import type { ActRequest, Button as ButtonChoice } from '../requests/answers';
import type { Fault } from '../requests/fault';
import { ColumnQuestion, ReasonQuestion, UntilQuestion, WithdrawalQuestion } from './questions';
import { FaultNotice } from './fault-notice';
import { DAY_MS, inputValue, instantOfInput } from '../times';

const DEFAULT_PIN_MS = 7 * DAY_MS;
const SHORTEST_REASON = 2;

/** What the person should know before pressing through. */
const BEFORE: Partial<Record<string, string>> = {
  'first-approve': '初审通过后由站长终审。初审时一并办理保密审查；不能公开的请取消，改用“退回”。',
  return: '退回后由起草人修改，重新送审。理由会记入审计记录，并让起草人看到。',
  correct: '更正开始新的一轮审核。公开的版本照旧，直到新版本发布。更正理由会随新版本公开。',
  'propose-withdrawal': '由站长确认后撤回。确认之前，公开的版本照旧。',
  'decline-withdrawal': '这条信息继续公开。理由会记入审计记录。',
  'confirm-withdrawal': '撤回后，公众看不到这条信息，原网址显示“已撤回”。不能恢复，只能重新起草。',
  'confirm-withdrawal:leak':
    '立即撤回，并从网站、历次发布、检索和缓存中清除全部痕迹，原网址显示“已撤回”。不需要他人申请或确认。理由只记入审计记录，不会公开。',
  discard: '尚未公开的草稿会被废弃；更正中的修改会被放弃，公开的版本不变。',
  move: '编号和月份不变，网址随栏目改变；旧网址会指向新网址。',
  pin: '到期自动取消置顶，最长 90 天。时间为北京时间。',
};

interface Answers {
  reason: string;
  kind: 'error' | 'leak';
  column: string;
  until: string;
  secrecy: SecrecyInput;
  /** Reasons for warnings of the checks, by the finding's key. */
  reasons: Reasons;
}

const needsReason = ({ needs }: ButtonChoice): boolean => needs === 'reason' || needs === 'withdrawal' || needs === 'column';

/** What is to be sent; null while something is missing. */
const inputOf = (choice: ButtonChoice, answers: Answers, found: Finding[]): ActRequest['input'] | null => {
  const asked = askedOf(choice, answers);
  if (found.length === 0 || asked === null) return asked;
  const accepted = acceptedOf(found, answers.reasons);
  return accepted && { ...asked, accepted };
};

const askedOf = (choice: ButtonChoice, { reason, kind, column, until, secrecy }: Answers): ActRequest['input'] | null => {
  const said = reason.trim();
  if (needsReason(choice) && said.length < SHORTEST_REASON) return null;
  if (choice.needs === 'column') return column ? { column, reason: said } : null;
  if (choice.needs === 'withdrawal') return { kind, reason: said };
  if (choice.needs === 'reason') return { reason: said };
  if (choice.needs === 'secrecy') {
    const reviewed = secrecyOf(secrecy);
    return reviewed && { secrecy: reviewed };
  }
  if (choice.needs !== 'until') return {};
  const instant = instantOfInput(until);
  return instant ? { until: instant } : null;
};

interface Props {
  choice: ButtonChoice;
  /** What the checks found when it was pressed before. */
  found: Finding[];
  fault: Fault | null;
  busy: boolean;
  onCancel(): void;
  onConfirm(input: ActRequest['input']): void;
}

/** Asks what a command needs: a reason, a column, an end, or only whether it is meant. */
export const ActionDialog = ({ choice, found, fault, busy, onCancel, onConfirm }: Props) => {
  const [answers, setAnswers] = useState<Answers>(() => ({
    reason: '',
    kind: 'error',
    column: '',
    until: inputValue(Date.now() + DEFAULT_PIN_MS),
    secrecy: EMPTY_SECRECY,
    reasons: {},
  }));
  const answer = (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part }));
  const input = inputOf(choice, answers, found);
  const before = BEFORE[choice.kind ? `${choice.action}:${choice.kind}` : choice.action];
  return (
    <Modal.Root open onOpenChange={(open) => !open && !busy && onCancel()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{choice.label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {before && <Typography textColor="neutral800">{before}</Typography>}
            {choice.needs === 'withdrawal' && <WithdrawalQuestion value={answers.kind} onChange={(kind) => answer({ kind })} />}
            {choice.needs === 'column' && <ColumnQuestion value={answers.column} onChange={(column) => answer({ column })} />}
            {choice.needs === 'until' && <UntilQuestion value={answers.until} onChange={(until) => answer({ until })} />}
            {needsReason(choice) && <ReasonQuestion value={answers.reason} onChange={(reason) => answer({ reason })} />}
            {choice.needs === 'secrecy' && <SecrecyQuestion value={answers.secrecy} onlyPublishable onChange={(secrecy) => answer({ secrecy })} />}
            {found.length > 0 && (
              <FindingsQuestion
                findings={found}
                reasons={answers.reasons}
                onReason={(key, reason) => setAnswers((before) => ({ ...before, reasons: { ...before.reasons, [key]: reason } }))}
              />
            )}
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
            onClick={() => input && onConfirm(input)}
          >
            {choice.label}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
