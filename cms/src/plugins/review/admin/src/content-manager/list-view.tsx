import type { ListFieldLayout, ListLayout } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useColumnsQuery, useDepartmentsQuery } from '../requests/api';
import { StateBadge } from '../state-badge';
import { shownMinute } from '../times';

const NameOf = ({ code, list }: { code: string; list: { code: string; name: string }[] | undefined }) => (
  <Typography textColor="neutral800" ellipsis>
    {list?.find((entry) => entry.code === code)?.name ?? (code || '-')}
  </Typography>
);
const ColumnName = ({ code }: { code: string }) => <NameOf code={code} list={useColumnsQuery().data} />;
const DepartmentName = ({ code }: { code: string }) => <NameOf code={code} list={useDepartmentsQuery().data} />;

const Moment = ({ instant }: { instant: unknown }) => (
  <Typography textColor="neutral800">{typeof instant === 'string' ? shownMinute(instant) : '-'}</Typography>
);

/** A word of an enumeration, as the form says it: translated by the value itself (`src/admin/translations/content-types.ts`). */
const Choice = ({ value }: { value: string }) => {
  const { formatMessage } = useIntl();
  return <Typography textColor="neutral800">{value ? formatMessage({ id: value, defaultMessage: value }) : '-'}</Typography>;
};

type Cell = NonNullable<ListFieldLayout['cellFormatter']>;

/** Fields that hold codes and instants, printed as words and in Beijing time. */
const CELLS: Record<string, Cell> = {
  reviewState: (row) => <StateBadge state={String(row.reviewState ?? '')} />,
  columnCode: (row) => <ColumnName code={String(row.columnCode ?? '')} />,
  departmentCode: (row) => <DepartmentName code={String(row.departmentCode ?? '')} />,
  kind: (row) => <Choice value={String(row.kind ?? '')} />,
  createdAt: (row) => <Moment instant={row.createdAt} />,
  updatedAt: (row) => <Moment instant={row.updatedAt} />,
};

/** Prints 审核状态, 栏目, 部门 and moments of a list so that people can read them. */
export const printCodesAsWords = ({ displayedHeaders, layout }: { displayedHeaders: ListFieldLayout[]; layout: ListLayout }) => ({
  displayedHeaders: displayedHeaders.map((header) => {
    const cellFormatter = header.attribute && 'type' in header.attribute ? CELLS[header.name] : undefined;
    return cellFormatter ? { ...header, cellFormatter } : header;
  }),
  layout,
});
