import { Box, Button, Field, Flex, Grid, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useState } from 'react';
import type { NewWord } from '../requests/answers';
import { LISTS, SEVERITIES } from './words-csv';

const EMPTY: NewWord = { list: 'forbidden', word: '', replacement: '', severity: 'warn', note: '', titles: [] };

interface Props {
  list: NewWord['list'];
  busy: boolean;
  onAdd(word: NewWord): Promise<boolean>;
}

type Change = { currentTarget: { value: string } };

/** One entry more: a word, or a leader with the titles held. */
export const WordForm = ({ list, busy, onAdd }: Props) => {
  const [word, setWord] = useState<NewWord>(EMPTY);
  const [titles, setTitles] = useState('');
  const set = (part: Partial<NewWord>) => setWord((before) => ({ ...before, ...part }));
  const isLeader = list === 'leader';
  const ready = word.word.trim().length >= 2 && (!isLeader || titles.trim() !== '');
  const add = async () => {
    const added = await onAdd({ ...word, list, titles: titles.split(/[、,，;；]/).map((title) => title.trim()).filter(Boolean) });
    if (!added) return;
    setWord({ ...EMPTY, severity: word.severity });
    setTitles('');
  };
  return (
    <Box tag="form" background="neutral0" hasRadius shadow="tableShadow" padding={5} onSubmit={(event: { preventDefault(): void }) => { event.preventDefault(); void add(); }}>
      <Grid.Root gap={4}>
        <Grid.Item col={3} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="word" id="word" required>
            <Field.Label>{isLeader ? '姓名' : `${LISTS[list]}`}</Field.Label>
            <TextInput value={word.word} onChange={(event: Change) => set({ word: event.currentTarget.value })} />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} xs={12} direction="column" alignItems="stretch">
          {isLeader ? (
            <Field.Root name="titles" id="titles" required>
              <Field.Label>现任职务（用顿号隔开）</Field.Label>
              <TextInput value={titles} placeholder="市委副书记、市长" onChange={(event: Change) => setTitles(event.currentTarget.value)} />
            </Field.Root>
          ) : (
            <Field.Root name="replacement" id="replacement">
              <Field.Label>建议写法</Field.Label>
              <TextInput value={word.replacement} onChange={(event: Change) => set({ replacement: event.currentTarget.value })} />
            </Field.Root>
          )}
        </Grid.Item>
        <Grid.Item col={2} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="severity" id="severity">
            <Field.Label>级别</Field.Label>
            <SingleSelect value={word.severity} onChange={(severity: string | number) => set({ severity: severity === 'stop' ? 'stop' : 'warn' })}>
              <SingleSelectOption value="warn">{SEVERITIES.warn}</SingleSelectOption>
              <SingleSelectOption value="stop">{SEVERITIES.stop}</SingleSelectOption>
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="note" id="note">
            <Field.Label>说明（显示给起草人）</Field.Label>
            <TextInput value={word.note} onChange={(event: Change) => set({ note: event.currentTarget.value })} />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <Flex justifyContent="flex-end" paddingTop={3}>
        <Button type="submit" disabled={!ready} loading={busy}>
          加入{LISTS[list]}
        </Button>
      </Flex>
    </Box>
  );
};
