import { Layouts, Page, useNotification } from '@strapi/admin/strapi-admin';
import { Button, Field, Flex, Loader, Main, SearchForm, Searchbar, Tabs, Typography } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import { useRef, useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { useChangeWordsMutation, useWordsQuery } from '../requests/api';
import type { NewWord, WordsAnswer } from '../requests/answers';
import { TryText } from './try-text';
import { Versions } from './versions';
import { WordForm } from './word-form';
import { fromCsv, LISTS, toCsv } from './words-csv';
import { WordsTable } from './words-table';

type List = NewWord['list'];
const ORDER: List[] = ['forbidden', 'wrong', 'leader'];

const save = (content: string, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

const Lists = ({ answer }: { answer: WordsAnswer }) => {
  const [list, setList] = useState<List>('forbidden');
  const [search, setSearch] = useState('');
  const [faults, setFaults] = useState<string[]>([]);
  const [change, { error, isLoading }] = useChangeWordsMutation();
  const { toggleNotification } = useNotification();
  const file = useRef<HTMLInputElement>(null);
  const apply = async (add: NewWord[], remove: string[], note: string): Promise<boolean> => {
    const done = await change({ version: answer.version, add, remove, note });
    if ('error' in done) return false;
    toggleNotification({ type: 'success', message: `词表已更新为第 ${done.data?.version ?? ''} 版。` });
    return true;
  };
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    const { words, faults: found } = fromCsv(await chosen.text());
    setFaults(found.length === 0 && words.length === 0 ? ['文件里没有词。'] : found);
    if (found.length === 0 && words.length > 0) await apply(words, [], `从文件导入：${chosen.name}`);
    if (file.current) file.current.value = '';
  };
  const shown = answer.words.filter((word) => word.list === list && (search === '' || `${word.word}${word.replacement}${word.note}${word.titles.join('')}`.includes(search)));
  return (
    <Tabs.Root value={list} onValueChange={(value: string) => setList(value as List)}>
      <Flex gap={2} wrap="wrap" justifyContent="space-between">
        <Tabs.List aria-label="词表">
          {ORDER.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {`${LISTS[one]}（${answer.words.filter((word) => word.list === one).length}）`}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Flex gap={2} wrap="wrap">
          <SearchForm>
            <Searchbar name="search" value={search} onClear={() => setSearch('')} clearLabel="清除" placeholder="查找" onChange={(event: { currentTarget: { value: string } }) => setSearch(event.currentTarget.value)}>
              查找词
            </Searchbar>
          </SearchForm>
          <Button variant="tertiary" startIcon={<Download />} onClick={() => save(toCsv(answer.words), `词表-第${answer.version}版.csv`)}>
            导出 CSV
          </Button>
          <Button variant="tertiary" startIcon={<Upload />} loading={isLoading} onClick={() => file.current?.click()}>
            导入 CSV
          </Button>
          <Field.Root name="csv" id="csv">
            <input ref={file} type="file" accept=".csv,text/csv" aria-label="选择 CSV 文件" hidden onChange={(event) => void read(event.currentTarget.files?.[0])} />
          </Field.Root>
        </Flex>
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={5} paddingTop={5}>
        {faults.length > 0 && (
          <Notice tone="danger" title="文件没有导入" action={{ label: '知道了', onClick: () => setFaults([]) }}>
            {faults.slice(0, 10).join('\n')}
          </Notice>
        )}
        {error && <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />}
        {ORDER.map((one) => (
          <Tabs.Content key={one} value={one}>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <WordForm list={one} busy={isLoading} onAdd={(word) => apply([word], [], '')} />
              <WordsTable words={shown} isLeader={one === 'leader'} busy={isLoading} onRemove={(word) => void apply([], [word.id], '')} />
            </Flex>
          </Tabs.Content>
        ))}
        <TryText />
        <Versions versions={answer.versions} />
      </Flex>
    </Tabs.Root>
  );
};

const Words = () => {
  const { data, error, isLoading, refetch } = useWordsQuery();
  return (
    <Main>
      <Page.Title>词表</Page.Title>
      <Layouts.Header title="词表" subtitle="送审和发布前逐条核对；每次改动成为新的一版，并记入审计" />
      <Layouts.Content>
        {isLoading && <Loader>正在读取词表</Loader>}
        {error && <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
        {data && <Lists answer={data} />}
        {!data && !isLoading && !error && <Typography>没有词表。</Typography>}
      </Layouts.Content>
    </Main>
  );
};

/** 词表, kept by the security administrator. */
const WordsPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::checks.words', subject: null }]}>
    <Words />
  </Page.Protect>
);

export default WordsPage;
