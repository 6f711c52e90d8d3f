import { Badge, Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { useDepartmentsQuery } from '../../../../review/admin/src/requests/api';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { shownMinute } from '../../../../review/admin/src/times';
import { DEADLINES } from '../../../server/src/decisions/deadlines';
import { CountedDays, MissingYears } from '../counted-days';
import type { EntryDetail, ShownEntry } from '../requests/answers';
import { useEntryQuery } from '../requests/api';
import { EnterDialog } from './enter-dialog';
import { EntryActs } from './entry-acts';
import { EntryLinks } from './entry-links';
import { DISCLOSURE, RELAY, SECRECY, URGENCY } from './words';

const factsOf = (entry: ShownEntry, department: string): [string, string][] =>
  (
    [
      [entry.kind === 'in' ? '收文日期' : '发文日期', entry.day],
      ['收到时间', entry.receivedAt && entry.kind === 'in' ? shownMinute(entry.receivedAt) : ''],
      ['登记部门', department],
      ['来文机关', entry.fromOrgan],
      ['主送机关', entry.toOrgan],
      ['发文字号', entry.documentNumber],
      ['成文日期', entry.writtenOn ?? ''],
      ['份数', String(entry.copies)],
      ['密级', SECRECY[entry.secrecy]],
      ['紧急程度', URGENCY[entry.urgency]],
      ['转载', entry.relay ? RELAY[entry.relay] : ''],
      ['公开属性', entry.disclosure ? DISCLOSURE[entry.disclosure] : ''],
      ['办理期限', entry.dueOn ?? ''],
      ['签收', entry.signedAt ? `${entry.signedBy ?? ''}，${shownMinute(entry.signedAt)}` : '未签收'],
      ['归档', entry.filedAt ? `${entry.fileNumber ?? ''}，${shownMinute(entry.filedAt)}` : '未归档'],
      ['办理情况', entry.notes],
      ['登记', `${entry.createdByName}，${shownMinute(entry.createdAt)}`],
    ] as [string, string][]
  ).filter(([, value]) => value !== '');

const Facts = ({ entry }: { entry: ShownEntry }) => {
  const { data: departments = [] } = useDepartmentsQuery();
  const department = departments.find(({ code }) => code === entry.department)?.name ?? entry.department;
  return (
    <Box tag="dl" style={{ display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', columnGap: '1.6rem', rowGap: '0.4rem' }}>
      {factsOf(entry, department).flatMap(([label, value]) => [
        <Typography key={`${label}?`} tag="dt" textColor="neutral600">
          {label}
        </Typography>,
        <Typography key={label} tag="dd" textColor="neutral800" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {value}
        </Typography>,
      ])}
    </Box>
  );
};

const Terms = ({ detail: { deadlines, term, entry } }: { detail: EntryDetail }) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    {deadlines.map(({ kind, due, left, overdue }) => (
      <Flex key={kind} gap={2} wrap="wrap">
        <Badge backgroundColor={overdue ? 'danger100' : 'neutral150'} textColor={overdue ? 'danger700' : 'neutral700'}>
          {left}
        </Badge>
        <Typography textColor="neutral800">
          {DEADLINES[kind]}：{kind === 'relay' ? shownMinute(due) : due}
        </Typography>
      </Flex>
    ))}
    {term && (
      <Box tag="details">
        <Typography tag="summary" variant="pi" textColor="neutral600">
          公开期限 {entry.disclosureDueOn} 是怎样算的
        </Typography>
        <CountedDays days={term.days} />
      </Box>
    )}
    <MissingYears years={term?.missingYears ?? []} />
  </Flex>
);

const Detail = ({ detail, onEdit }: { detail: EntryDetail; onEdit(): void }) => {
  const { entry } = detail;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {entry.voidedAt && (
        <Notice tone="danger" title={`已作废，${shownMinute(entry.voidedAt)}`}>
          {entry.voidReason}
        </Notice>
      )}
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
        <Typography tag="h3" variant="delta" style={{ overflowWrap: 'anywhere' }}>
          {entry.title}
        </Typography>
        {entry.mayWrite && !entry.voidedAt && (
          <Button variant="tertiary" startIcon={<Pencil />} onClick={onEdit} style={{ flexShrink: 0 }}>
            修改
          </Button>
        )}
      </Flex>
      <Terms detail={detail} />
      <EntryActs entry={entry} />
      <Facts entry={entry} />
      <EntryLinks entry={entry} />
    </Flex>
  );
};

/** One entry: what it says, what is owed, what may be done with it, what was published from it. */
export const EntryDialog = ({ id, onClose }: { id: string; onClose(): void }) => {
  const { data: detail, error, refetch } = useEntryQuery(id, { refetchOnMountOrArgChange: true });
  const [editing, setEditing] = useState(false);
  if (detail && editing) return <EnterDialog kind={detail.entry.kind} entry={detail.entry} onClose={() => setEditing(false)} />;
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{detail?.entry.numberText ?? '收发文登记'}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {detail && <Detail detail={detail} onEdit={() => setEditing(true)} />}
          {!detail && (error ? <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} /> : <Loader>正在读取</Loader>)}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            关闭
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
