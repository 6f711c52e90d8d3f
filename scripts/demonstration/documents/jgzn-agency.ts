import type { Particulars } from '@gongkai/site/contract';
import { departments } from '../departments.ts';
import { PHONE } from '../departments/government.ts';
import { document } from '../writing.ts';

export type Units = [name: string, duties: string][];

/** What an agency's page shows beside its text: address, hours and leaders are those of the department itself. */
export const agencyParticulars = (code: string, units: Units): Particulars => {
  const found = departments.find((each) => each.code === code);
  if (found === undefined) throw new Error(`演示内容引用了不存在的部门：${code}`);
  return {
    type: 'agency',
    address: found.address,
    phone: found.phone,
    officeHours: found.officeHours,
    postalCode: '',
    website: '',
    leaders: found.leaders.map(({ name, title, duties }) => ({ name, title, duties })),
    units: units.map(([name, duties]) => ({ name, duties, phone: PHONE })),
  };
};

/** 机构职能 of one department, from its functions, its units and what else people look for there. */
export const agency = (code: string, published: string, keywords: string[], summary: string, functions: string, units: Units, more: string) => {
  const name = departments.find((each) => each.code === code)?.name ?? code;
  return document({
    key: `jgzn-${code}`,
    column: 'jgzn',
    department: code,
    title: name,
    published,
    keywords: ['机构职能', ...keywords],
    summary,
    particulars: agencyParticulars(code, units),
    body: `
## 一、主要职责
${functions.trim()}
${more.trim()}`,
  });
};
