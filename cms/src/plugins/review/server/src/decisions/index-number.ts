/**
 * 索引号: `<department code>-<year>-<five digits>`. Given at the first release to everything but news, without gaps per department
 * and year, never changed, never used again (条例 第十二条: the catalogue names 索引、名称、内容概述、生成日期).
 */
export const indexNumber = (department: string, year: string, ordinal: number): string =>
  `${department.toUpperCase()}-${year}-${String(ordinal).padStart(5, '0')}`;

/** Kinds of column whose documents are news and carry no 索引号. */
export const carriesIndexNumber = (kind: string): boolean => kind !== 'news';
