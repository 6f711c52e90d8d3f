import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useAuditActorsQuery } from '../requests/api';
import { DAY_MS } from '../times';
import { AUDITED } from './audit-words';

export interface Filter {
  action: string;
  actor: string;
  object: string;
  text: string;
  /** Days in Beijing time, both included. */
  from: string;
  to: string;
}

export const EVERYTHING: Filter = { action: '', actor: '', object: '', text: '', from: '', to: '' };

/** Days become instants: from the first moment of one to the last of the other. */
export const instantsOf = ({ from, to }: Pick<Filter, 'from' | 'to'>): { from?: string; to?: string } => ({
  ...(from ? { from: new Date(`${from}T00:00:00+08:00`).toISOString() } : {}),
  ...(to ? { to: new Date(Date.parse(`${to}T00:00:00+08:00`) + DAY_MS - 1).toISOString() } : {}),
});

/** Two of them stand side by side on a telephone. */
const FIELD = { flex: '1 1 13rem', minWidth: 0, maxWidth: '22rem' };

const Choice = ({ name, label, placeholder, value, options, onChange }: { name: string; label: string; placeholder: string; value: string; options: [string, string][]; onChange(value: string): void }) => (
  <Field.Root name={name} style={FIELD}>
    <Field.Label>{label}</Field.Label>
    <SingleSelect value={value} placeholder={placeholder} onChange={(chosen) => onChange(String(chosen))} onClear={() => onChange('')} clearLabel="清除">
      {options.map(([code, word]) => (
        <SingleSelectOption key={code} value={code}>
          {word}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);

const Line = ({ name, label, type = 'text', placeholder, value, onChange }: { name: string; label: string; type?: string; placeholder?: string; value: string; onChange(value: string): void }) => (
  <Field.Root name={name} style={FIELD}>
    <Field.Label>{label}</Field.Label>
    <TextInput type={type} value={value} placeholder={placeholder} onChange={(event) => onChange(event.currentTarget.value)} />
  </Field.Root>
);

/** Narrows the audit by act, person, object, words and days; or goes to one number. */
export const AuditFilterForm = ({ onFilter, onNumber }: { onFilter(filter: Filter): void; onNumber(seq: number): void }) => {
  const [filter, setFilter] = useState(EVERYTHING);
  const [number, setNumber] = useState('');
  const { data } = useAuditActorsQuery();
  const set = (part: Partial<Filter>) => setFilter((known) => ({ ...known, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (/^\d+$/.test(number.trim())) return onNumber(Number(number));
    onFilter({ ...filter, actor: filter.actor.trim(), object: filter.object.trim(), text: filter.text.trim() });
  };
  const clear = () => {
    setFilter(EVERYTHING);
    setNumber('');
    onFilter(EVERYTHING);
  };
  const names = [...new Set((data?.actors ?? []).map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  return (
    <form onSubmit={submit}>
      <Flex gap={3} alignItems="flex-end" wrap="wrap">
        <Choice name="action" label="操作" placeholder="全部操作" value={filter.action} options={Object.entries(AUDITED)} onChange={(action) => set({ action })} />
        <Choice name="actor" label="经办人" placeholder="全部人员" value={filter.actor} options={names.map((name) => [name, name])} onChange={(actor) => set({ actor })} />
        <Line name="text" label="标题、理由等" value={filter.text} onChange={(text) => set({ text })} />
        <Line name="object" label="对象编号" placeholder="见详情" value={filter.object} onChange={(object) => set({ object })} />
        <Line name="from" label="从" type="date" value={filter.from} onChange={(from) => set({ from })} />
        <Line name="to" label="到" type="date" value={filter.to} onChange={(to) => set({ to })} />
        <Line name="seq" label="序号" placeholder="直接查看一条" value={number} onChange={setNumber} />
        <Button type="submit" size="L" variant="secondary">
          查找
        </Button>
        <Button type="button" size="L" variant="ghost" onClick={clear}>
          清除
        </Button>
      </Flex>
    </form>
  );
};
