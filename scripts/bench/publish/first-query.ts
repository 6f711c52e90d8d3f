import { SearchSession } from '../search/asking.ts';
import type { PortalAtSize } from './portal-at-size.ts';

/** What people look for, in two to six characters; the same every time. */
const QUERIES = [
  ...['失业保险', '住房公积金', '营商环境', '养老服务', '义务教育', '行政处罚', '残疾人', '招聘公告', '预算公开', '防汛'],
  ...['个体工商户', '环境保护', '道路交通安全', '食品安全', '土地征收', '不动产登记', '人才引进', '城市管理', '职业病防治', '湿地保护'],
  ...['消防', '税收优惠', '医保', '生育津贴', '高龄补贴', '公租房', '征兵', '地质灾害', '自来水', '燃气'],
];

/** What a first query costs: bytes with their headers, from opening the search page until its first results stand there. */
export interface FirstQuery {
  bytes: number;
  ms: number;
}

/** Each query in a browser that was never there, which types a letter, pauses and goes on, as people do. */
export const firstQueries = async ({ browser, settings }: PortalAtSize): Promise<FirstQuery[]> => {
  const queries: FirstQuery[] = [];
  for (const query of QUERIES) {
    const session = await SearchSession.open(browser, settings.siteUrl);
    try {
      await session.beginToType();
      const { ms } = await session.ask(query, false);
      queries.push({ ms, bytes: (await session.traffic()).bytes });
    } finally {
      await session.close();
    }
  }
  return queries;
};
