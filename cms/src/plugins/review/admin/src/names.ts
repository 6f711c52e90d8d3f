import { useColumnsQuery, useDepartmentsQuery } from './requests/api';

export type Names = (code: string) => string;

const namesOf = (list: { code: string; name: string }[] | undefined): Names => {
  const names = new Map(list?.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
};

/** Names of columns and departments by their codes; `ready` once both lists are there, so that no code flashes up. */
export const useNames = (): { column: Names; department: Names; ready: boolean } => {
  const columns = useColumnsQuery();
  const departments = useDepartmentsQuery();
  return { column: namesOf(columns.data), department: namesOf(departments.data), ready: !columns.isLoading && !departments.isLoading };
};
