import { useCallback, useMemo } from 'react';
import { useColumnsQuery, useDepartmentsQuery } from './requests/api';

type Named = { code: string; name: string }[] | undefined;

const useNaming = (list: Named): ((code: string) => string) => {
  const names = useMemo(() => new Map(list?.map(({ code, name }) => [code, name])), [list]);
  return useCallback((code: string) => names.get(code) ?? code, [names]);
};

/** Names of columns and departments by their codes; the code itself until they are read. */
export const useNames = (): { column(code: string): string; department(code: string): string } => ({
  column: useNaming(useColumnsQuery().data),
  department: useNaming(useDepartmentsQuery().data),
});
