import { useNotification } from '@strapi/admin/strapi-admin';
import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { TextField } from '../form-fields';
import type { ShownEntry } from '../requests/answers';
import { useActOnEntryMutation } from '../requests/api';

type Act = 'sign' | 'file' | 'void';

const ACTS: Record<Act, { label: string; question: string; done: string; field: 'name' | 'fileNumber' | 'reason'; hint: string }> = {
  sign: { label: '签收', question: '签收人', done: '已签收', field: 'name', hint: '不填就是您本人' },
  file: { label: '归档', question: '案卷号', done: '已归档', field: 'fileNumber', hint: '例如 2026-XZ-012' },
  void: { label: '作废', question: '作废理由', done: '已作废', field: 'reason', hint: '号码不再使用，理由留在登记簿和审计记录里' },
};

/** Which of them still stand open. */
const openActs = (entry: ShownEntry): Act[] =>
  entry.voidedAt || !entry.mayWrite
    ? []
    : [...(entry.signedAt ? [] : ['sign' as const]), ...(entry.filedAt ? [] : ['file' as const]), ...(entry.mayVoid ? ['void' as const] : [])];

/** 签收, 归档, 作废: each asks one thing. */
export const EntryActs = ({ entry }: { entry: ShownEntry }) => {
  const [chosen, setChosen] = useState<Act | null>(null);
  const [answer, setAnswer] = useState('');
  const [act, { error, isLoading, reset }] = useActOnEntryMutation();
  const { toggleNotification } = useNotification();
  const choose = (next: Act | null) => {
    setChosen(next);
    setAnswer('');
    reset();
  };
  const confirm = async () => {
    if (!chosen) return;
    const done = await act({ id: entry.id, act: chosen, version: entry.version, [ACTS[chosen].field]: answer.trim() });
    if ('error' in done) return;
    toggleNotification({ type: 'success', message: `${entry.numberText}${ACTS[chosen].done}` });
    choose(null);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        {openActs(entry).map((open) => (
          <Button key={open} variant={open === 'void' ? 'danger-light' : 'secondary'} onClick={() => choose(open)} aria-pressed={chosen === open}>
            {ACTS[open].label}
          </Button>
        ))}
      </Flex>
      {chosen && (
        <Flex gap={2} alignItems="flex-end" wrap="wrap">
          <TextField name={chosen} label={ACTS[chosen].question} hint={ACTS[chosen].hint} value={answer} onChange={setAnswer} />
          <Button loading={isLoading} onClick={() => void confirm()}>
            确认{ACTS[chosen].label}
          </Button>
          <Button variant="tertiary" onClick={() => choose(null)}>
            取消
          </Button>
        </Flex>
      )}
      {error && <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />}
    </Flex>
  );
};
