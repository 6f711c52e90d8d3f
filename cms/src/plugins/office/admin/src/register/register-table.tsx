import { Badge, Box, Flex, Table, Tbody, Td, TextButton, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { shownMinute } from '../../../../review/admin/src/times';
import type { ShownEntry } from '../requests/answers';
import { RELAY, SECRECY, URGENCY } from './words';

const HEADS = ['登记号', '日期', '机关', '标题和文号', '份数', '签收', '归档'];

const Marks = ({ entry }: { entry: ShownEntry }) => {
  const marks: [string, 'danger' | 'warning' | 'neutral' | 'success'][] = [
    ...(entry.voidedAt ? ([['已作废', 'danger']] as [string, 'danger'][]) : []),
    ...(entry.secrecy === 'none' ? [] : ([[SECRECY[entry.secrecy], 'warning']] as [string, 'warning'][])),
    ...(entry.urgency === 'normal' ? [] : ([[URGENCY[entry.urgency], 'warning']] as [string, 'warning'][])),
    ...(entry.relay && !entry.published ? ([[`需转载：${RELAY[entry.relay]}`, 'neutral']] as [string, 'neutral'][]) : []),
    ...(entry.published ? ([['已公开', 'success']] as [string, 'success'][]) : []),
  ];
  return marks.length === 0 ? null : (
    <Flex gap={1} wrap="wrap" paddingTop={1}>
      {marks.map(([word, tone]) => (
        <Badge key={word} backgroundColor={`${tone}100`} textColor={`${tone}700`}>
          {word}
        </Badge>
      ))}
    </Flex>
  );
};

const Row = ({ entry, onOpen }: { entry: ShownEntry; onOpen(): void }) => (
  <Tr>
    <Td>
      <TextButton onClick={onOpen} style={{ whiteSpace: 'nowrap' }}>
        {entry.numberText}
      </TextButton>
    </Td>
    <Td>
      <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
        {entry.day}
      </Typography>
    </Td>
    <Td>
      <Box minWidth="14rem" style={{ whiteSpace: 'normal' }}>
        <Typography textColor="neutral800">{entry.kind === 'in' ? entry.fromOrgan : entry.toOrgan}</Typography>
      </Box>
    </Td>
    <Td>
      <Box minWidth="20rem" maxWidth="44rem" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
        <Typography textColor="neutral800" style={entry.voidedAt ? { textDecoration: 'line-through' } : {}}>
          {entry.title}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {entry.documentNumber}
        </Typography>
        <Marks entry={entry} />
      </Box>
    </Td>
    <Td>
      <Typography textColor="neutral800">{entry.copies}</Typography>
    </Td>
    <Td>
      <Typography tag="p" textColor={entry.signedAt ? 'neutral800' : 'neutral500'} style={{ whiteSpace: 'nowrap' }}>
        {entry.signedBy ?? '未签收'}
      </Typography>
      {entry.signedAt && (
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
          {shownMinute(entry.signedAt)}
        </Typography>
      )}
    </Td>
    <Td>
      <Typography textColor={entry.fileNumber ? 'neutral800' : 'neutral500'} style={{ whiteSpace: 'nowrap' }}>
        {entry.fileNumber ?? '未归档'}
      </Typography>
    </Td>
  </Tr>
);

/** The register as a table, newest number first; a number opens its entry. */
export const RegisterTable = ({ entries, onOpen }: { entries: ShownEntry[]; onOpen(id: string): void }) => (
  <Table colCount={HEADS.length} rowCount={entries.length + 1}>
    <Thead>
      <Tr>
        {HEADS.map((head) => (
          <Th key={head}>
            <Typography variant="sigma" textColor="neutral600">
              {head}
            </Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {entries.map((entry) => (
        <Row key={entry.id} entry={entry} onOpen={() => onOpen(entry.id)} />
      ))}
    </Tbody>
  </Table>
);
