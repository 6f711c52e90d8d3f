import type { Department } from '../contract/index.ts';
import { DEPARTMENTS, departmentFile, hrefOf } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { departmentLink } from './column.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { columnLink, listItem } from './lists.ts';
import { roomTags } from './meta-tags.ts';
import { NEWEST } from './site.ts';
import type { DepartmentPage, DepartmentsPage, Link } from './types.ts';

const ROOM: Link = { href: hrefOf(DEPARTMENTS), text: '部门机构' };
const GROUPS: { kind: Department['kind']; heading: string }[] = [
  { kind: 'government', heading: '市人民政府' },
  { kind: 'department', heading: '市直部门' },
  { kind: 'county', heading: '县（市、区）' },
];

/** @throws SiteError `NOT_FOUND` */
export function departmentPage(r: ReplicaReader, code: string): DepartmentPage {
  const department = r.department(code);
  if (!department) throw new SiteError('NOT_FOUND', `没有部门 ${code}`, '先建立部门');
  const link: Link = { href: hrefOf(departmentFile(code)), text: department.name };
  return {
    frame: frameOf(r, {
      title: department.name,
      href: link.href,
      section: 'departments',
      breadcrumb: [HOME_LINK, ROOM, link],
      meta: roomTags(department.name, '机构职能', `${department.name}的职责、联系方式、领导信息和最近公开的内容`),
    }),
    department,
    items: r.newestOfDepartment(code, NEWEST).map((card) => listItem(r, card)),
    columns: r.columnsOfDepartment(code).map((column) => columnLink(r.column(column)!)),
  };
}

export function departmentsPage(r: ReplicaReader): DepartmentsPage {
  const departments = r.departments();
  return {
    frame: frameOf(r, {
      title: ROOM.text,
      href: ROOM.href,
      section: 'departments',
      meta: roomTags(ROOM.text, '机构职能', '市人民政府、市直部门和县（市、区）的职责与联系方式'),
    }),
    groups: GROUPS.map(({ kind, heading }) => ({
      heading,
      departments: departments.filter((department) => department.kind === kind).map(({ code }) => departmentLink(r, code)),
    })).filter((group) => group.departments.length > 0),
  };
}
