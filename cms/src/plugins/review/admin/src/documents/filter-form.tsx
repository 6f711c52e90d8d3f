import { Box, Button, DatePicker, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import { useColumnsQuery, useDepartmentsQuery } from '../requests/api';
import { changed, type Filter, isNarrowed, STATE_CHOICES } from './filter';

interface Props {
  filter: Filter;
  /** Uploaders choose among their own departments, and may ask for what they wrote themselves. */
  writes: boolean;
  onChange(filter: Filter): void;
}

interface Choice {
  value: string;
  label: string;
}

const Fields = styled.div`
  display: grid;
  gap: 1.2rem;
  grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
  > :first-child {
    grid-column: span 2;
  }
  @media (max-width: 60em) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    > .day {
      grid-column: 1 / -1;
    }
  }
`;

const Choose = ({ label, value, choices, onChange }: { label: string; value: string; choices: Choice[]; onChange(value: string): void }) => (
  <Field.Root>
    <Field.Label>{label}</Field.Label>
    <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
      {choices.map((choice) => (
        <SingleSelectOption key={choice.value} value={choice.value}>
          {choice.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);

/** `2026-01-31` of the day somebody picked in a calendar of the browser's own zone. */
const dayOf = (date: Date): string => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const Day = ({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) => (
  <Field.Root className="day">
    <Field.Label>{label}</Field.Label>
    <DatePicker
      locale="zh-CN"
      clearLabel="清除日期"
      placeholder="年/月/日"
      value={value ? new Date(`${value}T00:00:00`) : undefined}
      onChange={(date: Date | undefined) => onChange(date ? dayOf(date) : '')}
      onClear={() => onChange('')}
    />
  </Field.Root>
);

const ORDERS: (Choice & Pick<Filter, 'by' | 'order'>)[] = [
  { value: 'changed', label: '最近办理的在前', by: '', order: '' },
  { value: 'changed-asc', label: '最早办理的在前', by: '', order: 'asc' },
  { value: 'published', label: '最近发布的在前', by: 'published', order: '' },
  { value: 'published-asc', label: '最早发布的在前', by: 'published', order: 'asc' },
];

const orderOf = ({ by, order }: Filter): string => `${by === 'published' ? 'published' : 'changed'}${order === 'asc' ? '-asc' : ''}`;

const coded = (list: { code: string; name: string }[] | undefined, all: string): Choice[] => [
  { value: '', label: all },
  ...(list ?? []).map(({ code, name }) => ({ value: code, label: name })),
];

/** 筛选: every choice goes into the address at once, words with the button or the Enter key. */
export const FilterForm = ({ filter, writes, onChange }: Props) => {
  const { data: columns } = useColumnsQuery();
  const { data: departments } = useDepartmentsQuery();
  const [words, setWords] = useState(filter.q);
  useEffect(() => setWords(filter.q), [filter.q]);
  const set = (change: Partial<Filter>) => onChange(changed(filter, change));
  const own = writes ? departments?.filter((department) => department.own) : departments;
  const moment = filter.by === 'published' ? '发布' : '办理';
  return (
    <Box
      tag="form"
      role="search"
      aria-label="筛选稿件"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={4}
      onSubmit={(event: { preventDefault(): void }) => {
        event.preventDefault();
        set({ q: words.trim() });
      }}
    >
      <Fields>
        <Field.Root>
          <Field.Label>标题、文号或索引号</Field.Label>
          <Flex gap={2} alignItems="stretch">
            <Box flex="1" minWidth={0}>
              <TextInput placeholder="输入其中几个字" value={words} onChange={({ target }: { target: { value: string } }) => setWords(target.value)} />
            </Box>
            <Button type="submit" variant="secondary" size="L" startIcon={<Search />}>
              查找
            </Button>
          </Flex>
        </Field.Root>
        <Choose label="状态" value={filter.state} choices={STATE_CHOICES} onChange={(state) => set({ state })} />
        <Choose label="栏目" value={filter.column} choices={coded(columns, '全部栏目')} onChange={(column) => set({ column })} />
        <Choose label="部门" value={filter.department} choices={coded(own, writes ? '我的全部部门' : '全部部门')} onChange={(department) => set({ department })} />
        {writes && (
          <Choose
            label="范围"
            value={filter.mine}
            choices={[
              { value: '', label: '本部门的' },
              { value: '1', label: '我起草或改过的' },
            ]}
            onChange={(mine) => set({ mine })}
          />
        )}
        <Choose
          label="排序"
          value={orderOf(filter)}
          choices={ORDERS}
          onChange={(value) => {
            const { by, order } = ORDERS.find((choice) => choice.value === value) ?? { by: '', order: '' };
            set({ by, order });
          }}
        />
        <Day label={`${moment}日期从`} value={filter.from} onChange={(from) => set({ from })} />
        <Day label={`${moment}日期到`} value={filter.to} onChange={(to) => set({ to })} />
        {isNarrowed(filter) && (
          <Flex alignItems="flex-end">
            <Button variant="tertiary" size="L" onClick={() => onChange(changed(filter, { q: '', state: '', column: '', department: '', mine: '', from: '', to: '' }))}>
              清除筛选
            </Button>
          </Flex>
        )}
      </Fields>
    </Box>
  );
};
