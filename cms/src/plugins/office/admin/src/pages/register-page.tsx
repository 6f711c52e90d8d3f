import { Layouts, Page } from '@strapi/admin/strapi-admin';
import { Box, Button, Flex, Main, Typography } from '@strapi/design-system';
import { Download, Plus } from '@strapi/icons';
import type { FormEvent } from 'react';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { inputValue } from '../../../../review/admin/src/times';
import type { Kind } from '../../../server/src/decisions/register';
import { useDownload } from '../download';
import { ChoiceField, TextField } from '../form-fields';
import { EnterDialog } from '../register/enter-dialog';
import { EntryDialog } from '../register/entry-dialog';
import { PrintSheet } from '../register/print-sheet';
import { RegisterTable } from '../register/register-table';
import { KINDS, STATE_FILTERS } from '../register/words';
import type { RegisterCount, RegisterFilter, ShownEntry } from '../requests/answers';
import { useLazyRegisterPrintQuery, useRegisterQuery } from '../requests/api';

const thisYear = (): string => inputValue(Date.now()).slice(0, 4);

const Count = ({ count: { total, voided, filed, unsigned, copies } }: { count: RegisterCount }) => (
  <Typography textColor="neutral600">
    共 {total} 号，其中作废 {voided}；文件 {total - voided} 件 {copies} 份，已归档 {filed}，未签收 {unsigned}。
  </Typography>
);

interface FiltersProps {
  filter: RegisterFilter;
  years: string[];
  onFilter(part: Partial<RegisterFilter>): void;
}

const Filters = ({ filter, years, onFilter }: FiltersProps) => {
  const [typed, setTyped] = useState(filter.q);
  const search = (event: FormEvent) => {
    event.preventDefault();
    onFilter({ q: typed.trim() });
  };
  return (
    <form onSubmit={search}>
      <Flex gap={3} alignItems="flex-end" wrap="wrap">
        <ChoiceField name="kind" label="登记簿" basis="10rem" words={KINDS} value={filter.kind} onChange={(kind) => onFilter({ kind: kind as Kind })} />
        <ChoiceField name="year" label="年份" basis="10rem" words={Object.fromEntries(years.map((year) => [year, `${year} 年`]))} value={filter.year} onChange={(year) => onFilter({ year })} />
        <ChoiceField name="state" label="状态" basis="12rem" none="全部" words={STATE_FILTERS} value={filter.state} onChange={(state) => onFilter({ state })} />
        <TextField name="q" label="标题、文号或机关" basis="20rem" value={typed} onChange={setTyped} />
        <Button type="submit" size="L" variant="secondary">
          查找
        </Button>
      </Flex>
    </form>
  );
};

const Register = () => {
  const [params, setParams] = useSearchParams();
  const [filter, setFilter] = useState<RegisterFilter>({ kind: 'in', year: thisYear(), q: '', state: '' });
  const [entering, setEntering] = useState(false);
  const [older, setOlder] = useState<number[]>([]);
  const [printed, setPrinted] = useState<ShownEntry[] | null>(null);
  const before = older.at(-1);
  const { data: page, error, isFetching, refetch } = useRegisterQuery(before ? { ...filter, before } : filter, { refetchOnMountOrArgChange: true });
  const [readForPrint, { isFetching: preparing }] = useLazyRegisterPrintQuery();
  const { busy, download } = useDownload();
  const opened = params.get('entry');
  const open = (id: string | null) => setParams(id ? { entry: id } : {});
  const narrow = (part: Partial<RegisterFilter>) => {
    setFilter((known) => ({ ...known, ...part }));
    setOlder([]);
  };
  const print = async () => {
    const answer = await readForPrint(filter);
    if (answer.data) setPrinted(answer.data.entries);
  };
  const donePrinting = useCallback(() => setPrinted(null), []);
  const name = `${KINDS[filter.kind]}登记簿${filter.year}`;
  return (
    <Main>
      <Page.Title>收发文</Page.Title>
      <Layouts.Header
        title="收发文"
        subtitle="登记、编号、签收、归档；号码按年连续，作废不重用"
        primaryAction={
          page?.mayRegister ? (
            <Button startIcon={<Plus />} onClick={() => setEntering(true)}>
              登记{KINDS[filter.kind]}
            </Button>
          ) : undefined
        }
        secondaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" loading={preparing} onClick={() => void print()}>
              打印
            </Button>
            <Button variant="tertiary" startIcon={<Download />} loading={busy} onClick={() => void download('/office/register/csv', filter, `${name}.csv`)}>
              导出
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Filters filter={filter} years={page?.years ?? [filter.year]} onFilter={narrow} />
          {error && <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
          {page && <Count count={page.count} />}
          {page && page.entries.length > 0 && <RegisterTable entries={page.entries} onOpen={open} />}
          {page && page.entries.length === 0 && (
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
              <Typography textColor="neutral600">
                {filter.q || filter.state ? '没有符合条件的登记。' : `${filter.year} 年还没有登记${KINDS[filter.kind]}。`}
              </Typography>
            </Box>
          )}
          <Flex justifyContent="center" gap={3}>
            {older.length > 0 && (
              <Button variant="tertiary" onClick={() => setOlder((known) => known.slice(0, -1))}>
                较新的
              </Button>
            )}
            {page?.next && (
              <Button variant="tertiary" loading={isFetching} onClick={() => page.next && setOlder((known) => [...known, page.next as number])}>
                更早的
              </Button>
            )}
          </Flex>
        </Flex>
      </Layouts.Content>
      {entering && <EnterDialog kind={filter.kind} entry={null} onClose={() => setEntering(false)} />}
      {opened && <EntryDialog id={opened} onClose={() => open(null)} />}
      {printed && <PrintSheet title={name} entries={printed} onDone={donePrinting} />}
    </Main>
  );
};

/** 收发文: the register of official documents. */
const RegisterPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::office.read', subject: null }]}>
    <Register />
  </Page.Protect>
);

export default RegisterPage;
