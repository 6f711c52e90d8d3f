import { Box, Flex, IconButton, Link, Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { Fragment, useState } from 'react';
import { NavLink } from 'react-router-dom';
import { editAddress } from '../content-manager/document-type';
import type { AuditEntry } from '../requests/answers';
import { shownSecond } from '../times';
import { AuditDetail } from './audit-detail';
import { auditedLabel, summaryOf } from './audit-words';

const HEADS = ['序号', '时间（北京时间）', '经办人', '操作', '对象和内容'];
const DOCUMENT_OBJECT = 'document:';

const KINDS: [string, string][] = [
  ['audit', '审计链'],
  ['words:', '词表版本 '],
  ['account:unknown', '没有这个账号'],
  ['column:', '栏目 '],
  ['department:', '部门 '],
  ['account:', '账号 '],
  ['release:', '站点版本 '],
  ['register:', '收发文登记 '],
  ['calendar:', '工作日历 '],
  ['promise:', '承诺 '],
  ['template:', '模板 '],
];

const About = ({ object, detail }: AuditEntry) => {
  const summary = summaryOf(detail);
  const [prefix, kind] = KINDS.find(([start]) => object.startsWith(start)) ?? ['', ''];
  const words = summary || kind + object.slice(prefix.length);
  return object.startsWith(DOCUMENT_OBJECT) ? (
    <Link tag={NavLink} to={editAddress(object.slice(DOCUMENT_OBJECT.length))}>
      {words}
    </Link>
  ) : (
    <Typography textColor="neutral800">{words}</Typography>
  );
};

const Detail = ({ entry }: { entry: AuditEntry }) => (
  <Tr>
    <Td colSpan={HEADS.length + 1}>
      <AuditDetail entry={entry} />
    </Td>
  </Tr>
);

const Row = ({ entry, open, onToggle }: { entry: AuditEntry; open: boolean; onToggle(): void }) => (
  <Tr>
    <Td>
      <Typography textColor="neutral800">{entry.seq}</Typography>
    </Td>
    <Td>
      <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
        {shownSecond(entry.at)}
      </Typography>
    </Td>
    <Td>
      <Typography textColor="neutral800">{entry.actorName}</Typography>
    </Td>
    <Td>
      <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
        {auditedLabel(entry.action)}
      </Typography>
    </Td>
    <Td>
      <Box minWidth="20rem" maxWidth="56rem" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
        <About {...entry} />
      </Box>
    </Td>
    <Td>
      <Flex justifyContent="flex-end">
        <IconButton
          variant="ghost"
          label={open ? `收起第 ${entry.seq} 号` : `展开第 ${entry.seq} 号`}
          aria-expanded={open}
          onClick={onToggle}
        >
          {open ? <CaretUp /> : <CaretDown />}
        </IconButton>
      </Flex>
    </Td>
  </Tr>
);

/** Entries of the audit as they are chained, newest first; each opens to its whole detail and its seals. */
export const AuditTable = ({ entries }: { entries: AuditEntry[] }) => {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Table colCount={HEADS.length + 1} rowCount={entries.length + 1}>
      <Thead>
        <Tr>
          {HEADS.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {head}
              </Typography>
            </Th>
          ))}
          <Th>
            <VisuallyHidden>详情</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {entries.map((entry) => (
          <Fragment key={entry.seq}>
            <Row entry={entry} open={open === entry.seq} onToggle={() => setOpen(open === entry.seq ? null : entry.seq)} />
            {open === entry.seq && <Detail entry={entry} />}
          </Fragment>
        ))}
      </Tbody>
    </Table>
  );
};
