import type { InjectableListViewFilter } from '@strapi/content-manager/strapi-admin';
import { STATES } from '../../../server/src/decisions/states';
import { ColumnFilter, DepartmentFilter } from './choice-filter';

/** Fields no one looks for by hand; `__status` besides reads every id into memory and fails above some 30,000 documents. */
const NOT_OFFERED = ['__status', 'id', 'documentId', 'lockVersion', 'interprets', 'amends', 'repeals', 'particulars'];

const IS = [
  { value: '$eq', label: '是' },
  { value: '$ne', label: '不是' },
];

/** Filters whose values are codes, offered by name. */
const BY_NAME: Record<string, Partial<InjectableListViewFilter>> = {
  reviewState: {
    type: 'enumeration',
    options: Object.entries(STATES).map(([value, label]) => ({ value, label })),
    operators: IS,
  },
  columnCode: { input: ColumnFilter, operators: IS },
  departmentCode: { input: DepartmentFilter, operators: IS },
};

/** The list in whose address we are: the hook is not told. */
const contentTypeInView = (): string => /\/collection-types\/([^/]+)/.exec(window.location.pathname)?.[1] ?? '';

/** Strapi translates the heads of a list but not the names of its filters. */
const translated = (filter: InjectableListViewFilter): InjectableListViewFilter =>
  typeof filter.label === 'string'
    ? {
        ...filter,
        label: {
          id: `content-manager.content-types.${contentTypeInView()}.${filter.name}`,
          defaultMessage: filter.label || filter.name,
        },
      }
    : filter;

/** Leaves the filters that help, under their Chinese names. */
export const chooseFilters = <Given extends { displayedFilters: InjectableListViewFilter[] }>({
  displayedFilters,
  ...rest
}: Given) => ({
  ...rest,
  displayedFilters: displayedFilters
    .filter(({ name }) => !NOT_OFFERED.includes(name))
    .map((filter) => translated({ ...filter, ...BY_NAME[filter.name] })),
});
