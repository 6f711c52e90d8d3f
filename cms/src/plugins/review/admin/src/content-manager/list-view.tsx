import type { InjectableListViewFilter, ListFieldLayout, ListLayout } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import { STATES } from '../../../server/src/decisions/states';
import { useColumnsQuery, useDepartmentsQuery } from '../requests/api';
import { StateBadge } from '../state-badge';

const NameOf = ({ code, list }: { code: string; list: { code: string; name: string }[] | undefined }) => (
  <Typography textColor="neutral800" ellipsis>
    {list?.find((entry) => entry.code === code)?.name ?? (code || '-')}
  </Typography>
);
const ColumnName = ({ code }: { code: string }) => <NameOf code={code} list={useColumnsQuery().data} />;
const DepartmentName = ({ code }: { code: string }) => <NameOf code={code} list={useDepartmentsQuery().data} />;

type Cell = NonNullable<ListFieldLayout['cellFormatter']>;

/** Fields that hold codes, printed as words. */
const CELLS: Record<string, Cell> = {
  reviewState: (row) => <StateBadge state={String(row.reviewState ?? '')} />,
  columnCode: (row) => <ColumnName code={String(row.columnCode ?? '')} />,
  departmentCode: (row) => <DepartmentName code={String(row.departmentCode ?? '')} />,
};

/** Prints 审核状态, 栏目 and 部门 of the list of documents as words. */
export const printCodesAsWords = ({ displayedHeaders, layout }: { displayedHeaders: ListFieldLayout[]; layout: ListLayout }) => ({
  displayedHeaders: displayedHeaders.map((header) => {
    const cellFormatter = header.attribute && 'type' in header.attribute ? CELLS[header.name] : undefined;
    return cellFormatter ? { ...header, cellFormatter } : header;
  }),
  layout,
});

/** Fields no one looks for by hand; `__status` besides reads every id into memory and fails above some 30,000 documents. */
const NO_FILTERS = ['__status', 'id', 'documentId', 'lockVersion', 'interprets', 'amends', 'repeals'];

/** Leaves the filters that help, and offers the review's states by name. */
export const chooseFilters = <Given extends { displayedFilters: InjectableListViewFilter[] }>({
  displayedFilters,
  ...rest
}: Given) => ({
  ...rest,
  displayedFilters: displayedFilters
    .filter(({ name }) => !NO_FILTERS.includes(name))
    .map((filter) =>
      filter.name === 'reviewState'
        ? {
            ...filter,
            type: 'enumeration' as const,
            options: Object.entries(STATES).map(([value, label]) => ({ value, label })),
          }
        : filter,
    ),
});
