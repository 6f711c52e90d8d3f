import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import type { Counted, QueueFilter, QueuePage } from '../requests/reviewing-answers';
import { useNames } from '../use-names';

const WAITING: [hours: string, label: string][] = [
  ['4', '等了 4 小时以上'],
  ['24', '等了 1 天以上'],
  ['72', '等了 3 天以上'],
  ['168', '等了 7 天以上'],
];
const URGENCIES: [urgency: string, label: string][] = [
  ['late', '已超时限'],
  ['soon', '快到时限'],
];

const Bar = styled.form`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
  gap: 0.8rem;
  align-items: end;
`;

interface Choice {
  name: keyof QueueFilter;
  label: string;
  all: string;
  options: [value: string, label: string][];
}

const Select = ({ choice: { name, label, all, options }, value, onChange }: { choice: Choice; value: string; onChange(value: string): void }) => (
  <Field.Root name={name}>
    <Field.Label>{label}</Field.Label>
    <SingleSelect size="S" value={value} placeholder={all} onChange={(chosen) => onChange(String(chosen))} onClear={value ? () => onChange('') : undefined} clearLabel={`不限${label}`}>
      {options.map(([code, text]) => (
        <SingleSelectOption key={code} value={code}>
          {text}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);

const counted = (list: Counted[], chosen: string | undefined, name: (code: string) => string): [string, string][] => [
  ...list.map(({ code, total }): [string, string] => [code, `${name(code)}（${total}）`]),
  ...(chosen && !list.some(({ code }) => code === chosen) ? [[chosen, name(chosen)] as [string, string]] : []),
];

interface Props {
  page: QueuePage;
  filter: QueueFilter;
  onNarrow(part: QueueFilter): void;
}

/** What narrows a queue; each choice says how many it leaves. */
export const FilterBar = ({ page, filter, onNarrow }: Props) => {
  const names = useNames();
  const [title, setTitle] = useState(filter.title ?? '');
  useEffect(() => setTitle(filter.title ?? ''), [filter.title]);
  const choices: Choice[] = [
    { name: 'column', label: '栏目', all: '全部栏目', options: counted(page.columns, filter.column, names.column) },
    { name: 'department', label: '部门', all: '全部部门', options: counted(page.departments, filter.department, names.department) },
    { name: 'urgency', label: '紧急程度', all: '不限', options: URGENCIES },
    { name: 'hours', label: '等待时间', all: '不限', options: WAITING },
  ];
  const isNarrowed = Boolean(filter.title) || choices.some(({ name }) => filter[name]);
  return (
    <Bar
      role="search"
      aria-label="筛选待办"
      onSubmit={(event) => {
        event.preventDefault();
        onNarrow({ title: title.trim() });
      }}
    >
      {choices.map((choice) => (
        <Select key={choice.name} choice={choice} value={filter[choice.name] ?? ''} onChange={(value) => onNarrow({ [choice.name]: value })} />
      ))}
      <Field.Root name="title">
        <Field.Label>标题</Field.Label>
        <TextInput size="S" value={title} placeholder="标题中的字" onChange={(event) => setTitle(event.currentTarget.value)} />
      </Field.Root>
      <Flex gap={2}>
        <Button type="submit" variant="secondary">
          查找
        </Button>
        {isNarrowed && (
          <Button variant="ghost" onClick={() => onNarrow({ column: '', department: '', urgency: '', hours: '', title: '' })}>
            清除
          </Button>
        )}
      </Flex>
    </Bar>
  );
};
