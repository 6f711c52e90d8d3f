/** 政府网站工作年度报表 (国办函〔2018〕12号): counted from what is public, a page a year in which something was published. */
import { hrefOf } from '../plan/addresses.ts';
import { reportFile, reportYears, REPORTS } from '../plan/machine-readable.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { roomTags } from './meta-tags.ts';
import { changesByYear } from './statistics.ts';
import type { Frame, Link } from './types.ts';

const ROOM: Link = { href: hrefOf(REPORTS), text: '网站工作年度报表' };

export interface ReportsPage {
  frame: Frame;
  heading: string;
  years: Link[];
}

export interface ReportPage {
  frame: Frame;
  heading: string;
  sections: { heading: string; rows: { label: string; value: string }[]; note: string }[];
  columns: { name: string; documents: number }[];
  departments: { name: string; documents: number }[];
}

export function reportsPage(r: ReplicaReader): ReportsPage {
  return {
    frame: frameOf(r, {
      title: ROOM.text,
      href: ROOM.href,
      section: 'about',
      meta: roomTags(ROOM.text, '概况信息', '本站各年度的信息发布、解读回应、更正和撤回情况'),
    }),
    heading: ROOM.text,
    years: reportYears(r).map((year) => ({ href: hrefOf(reportFile(year)), text: `${year}年度` })),
  };
}

/** @throws SiteError `NOT_FOUND` */
export function reportPage(r: ReplicaReader, year: string): ReportPage {
  const href = hrefOf(reportFile(year));
  const own = r.ownMonths().filter(({ month }) => month.startsWith(year) && month !== '000000');
  if (own.length === 0) throw new SiteError('NOT_FOUND', `${year} 年没有公开的内容`, '重新生成计划');
  const heading = `${year}年度网站工作报表`;
  const columns = r.columns().map((column) => ({
    column,
    documents: own.filter((each) => each.column === column.code).reduce((sum, each) => sum + each.documents, 0),
  }));
  const ofKind = (...kinds: string[]): number =>
    columns.filter(({ column }) => kinds.includes(column.kind)).reduce((sum, { documents }) => sum + documents, 0);
  const changes = changesByYear(r).find((each) => each.year === year);
  const total = own.reduce((sum, { documents }) => sum + documents, 0);
  return {
    frame: frameOf(r, {
      title: heading,
      href,
      section: 'about',
      breadcrumb: [HOME_LINK, ROOM, { href, text: `${year}年度` }],
      meta: roomTags(heading, '概况信息', `${year}年本站的信息发布、解读回应、更正和撤回情况`),
    }),
    heading,
    sections: [
      {
        heading: '信息发布',
        rows: [
          { label: '发布信息', value: `${total} 条` },
          { label: '其中动态类信息', value: `${ofKind('news')} 条` },
          { label: '其中文件和公告', value: `${ofKind('document', 'official', 'notice')} 条` },
          { label: '其中统计数据', value: `${ofKind('data')} 条` },
          { label: '其中领导和机构信息', value: `${ofKind('people', 'agencies')} 条` },
          { label: '更正信息', value: `${changes?.corrections ?? 0} 次` },
          { label: '撤回信息', value: `${changes?.withdrawn ?? 0} 条` },
          { label: '到期下线', value: `${changes?.expired ?? 0} 条` },
        ],
        note: '',
      },
      { heading: '专栏专题', rows: [{ label: '新开设专题', value: `${ofKind('topics')} 个` }], note: '' },
      { heading: '解读回应', rows: [{ label: '发布政策解读', value: `${ofKind('interpretation')} 篇` }], note: '' },
      { heading: '办事服务和互动交流', rows: [], note: '演示站点尚未开办在线办事和来信，没有可统计的数字。' },
      { heading: '安全防护', rows: [], note: '网站只提供静态文件，没有可以登录的程序；每次发布的全部文件都有指纹，可以随时逐一核对。' },
      { heading: '移动新媒体', rows: [], note: '演示站点没有移动客户端和政务新媒体账号。' },
      { heading: '创新发展', rows: [], note: '全部公开信息提供开放数据和订阅；每条信息可以核对审定内容的指纹。' },
    ],
    columns: columns.map(({ column, documents }) => ({ name: column.name, documents })).filter(({ documents }) => documents > 0),
    departments: byDepartment(r, year),
  };
}

function byDepartment(r: ReplicaReader, year: string): ReportPage['departments'] {
  const sums = new Map<string, number>();
  for (const { department, month, documents } of r.departmentMonths()) {
    if (month.startsWith(year)) sums.set(department, (sums.get(department) ?? 0) + documents);
  }
  const standing = r.departments().map(({ code }) => code);
  const order = [...standing, ...[...sums.keys()].filter((code) => !standing.includes(code)).sort()];
  return order.flatMap((code) => {
    const documents = sums.get(code) ?? 0;
    return documents === 0 ? [] : [{ name: r.department(code)?.name ?? code, documents }];
  });
}
