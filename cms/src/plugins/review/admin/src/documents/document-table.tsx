import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { editAddress } from '../content-manager/document-type';
import type { Names } from '../names';
import type { DocumentRow } from '../requests/desk-answers';
import { StateBadge } from '../state-badge';
import { shownMinute } from '../times';

/** A table on a desk, a list of cards on a telephone: nothing is ever pushed off the side. */
const Sheet = styled.table`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: 1.2rem;
  }
  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tbody tr:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  td:first-child {
    overflow-wrap: anywhere;
    width: 46%;
  }
  .on-cards {
    display: none;
  }
  @media (max-width: 60em) {
    .on-cards {
      display: inline;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    &,
    tbody,
    tr,
    td {
      display: block;
      width: auto;
    }
    tr {
      padding: 1.2rem;
    }
    td,
    td:first-child {
      padding: 0.3rem 0;
      width: auto;
    }
  }
`;

const Numbers = ({ row }: { row: DocumentRow }) => {
  const numbers = [row.documentNumber, row.indexNumber].filter(Boolean).join('　');
  return numbers ? (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {numbers}
    </Typography>
  ) : null;
};

const Remarks = ({ row }: { row: DocumentRow }) => (
  <>
    {row.live && row.state !== 'released' && <Badge>上一版公开中</Badge>}
    {row.withdrawalProposed && <Badge textColor="danger700" backgroundColor="danger100">已申请撤回</Badge>}
    {row.setAside && <Badge textColor="danger700" backgroundColor="danger100">没有上线</Badge>}
  </>
);

const Moment = ({ instant, label }: { instant: string | null; label: string }) => (
  <Typography variant="pi" textColor="neutral800">
    <span className="on-cards">{label}：</span>
    {instant ? <time dateTime={instant} style={{ whiteSpace: 'nowrap' }}>{shownMinute(instant)}</time> : '—'}
  </Typography>
);

const HEADS = ['标题', '状态', '栏目、部门', '最近办理', '首次发布'];

/** A page of 稿件; a row opens the document. */
export const DocumentTable = ({ rows, names }: { rows: DocumentRow[]; names: { column: Names; department: Names } }) => (
  <Box background="neutral0" hasRadius shadow="tableShadow">
    <Sheet role="table">
      <thead role="rowgroup">
        <tr role="row">
          {HEADS.map((head) => (
            <th key={head} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {head}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.documentId} role="row">
            <td role="cell">
              <Link tag={NavLink} to={editAddress(row.documentId)}>
                {row.title}
              </Link>
              <Numbers row={row} />
            </td>
            <td role="cell">
              <Flex gap={1} wrap="wrap">
                <StateBadge state={row.state} />
                <Remarks row={row} />
              </Flex>
            </td>
            <td role="cell">
              <Typography tag="p" textColor="neutral800">
                {names.column(row.column)}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {names.department(row.department)}
              </Typography>
            </td>
            <td role="cell">
              <Moment instant={row.changedAt} label="最近办理" />
              {row.editedBy && (
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {row.editedBy}
                </Typography>
              )}
            </td>
            <td role="cell">
              <Moment instant={row.publishedAt} label="首次发布" />
            </td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  </Box>
);
