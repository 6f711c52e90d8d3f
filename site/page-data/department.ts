import type { Department } from '../contract/index.ts';
import { DEPARTMENTS, departmentFile, hrefOf } from '../plan/addresses.ts';
import { catalogueFile } from '../plan/rooms.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { departmentLink } from './column.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { yearName } from './catalogue.ts';
import { columnLink, documentLink, listItem } from './lists.ts';
import { roomTags } from './meta-tags.ts';
import type { DepartmentPage, DepartmentsPage, Link } from './types.ts';

/** Newest documents of each column on a department's page. */
const NEWEST_IN_COLUMN = 5;
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
  // Leaders and agencies stand on this page by themselves.
  const columns = r
    .columnsOfDepartment(code)
    .map((column) => r.column(column)!)
    .filter(({ kind }) => kind !== 'agencies' && kind !== 'people');
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
    newest: columns.map((column) => ({
      column: columnLink(column),
      kind: column.kind,
      items: r.rooms.newestOfDepartmentIn(code, column.code, NEWEST_IN_COLUMN).map((card) => listItem(r, card)),
    })),
    columns: columns.map(columnLink),
    catalogue: r.rooms
      .catalogueYearsOf(code)
      .filter((year) => r.rooms.catalogueStands({ department: code, year }))
      .map((year) => ({ href: hrefOf(catalogueFile({ department: code, year })), text: yearName(year) })),
    descriptions: r.columnsOfDepartment(code).flatMap((column) =>
      r.column(column)?.kind === 'agencies' ? r.rooms.newestOfDepartmentIn(code, column, NEWEST_IN_COLUMN).map(documentLink) : [],
    ),
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
      departments: departments
        .filter((department) => department.kind === kind)
        .map(({ code, address, phone }) => ({ link: departmentLink(r, code), kind, address, phone })),
    })).filter((group) => group.departments.length > 0),
  };
}
