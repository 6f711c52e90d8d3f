import type { Column } from '../contract/index.ts';
import { SiteError } from '../replica/errors.ts';
import { SITE } from './site.ts';
import type { MetaTags } from './types.ts';

/** The tags of a column's group. */
export type ColumnTags = Pick<MetaTags, 'ColumnName' | 'ColumnDescription' | 'ColumnKeywords' | 'ColumnType'>;

/**
 * Meta tags of the government's convention for one page.
 *
 * @throws SiteError `EMPTY_META` where a value is empty or the word "null": such tags stand on real portals and fail their inspections
 */
export function metaTags(siteUrl: string, tags: Omit<MetaTags, 'SiteName' | 'SiteDomain' | 'SiteIDCode'>): MetaTags {
  const all: MetaTags = { SiteName: SITE.name, SiteDomain: new URL(siteUrl).host, SiteIDCode: SITE.identificationCode, ...tags };
  for (const [name, value] of Object.entries(all) as [string, string | null | undefined][]) {
    if (value === undefined) continue;
    if (value === null || /^\s*(null|undefined)?\s*$/i.test(value)) {
      throw new SiteError('EMPTY_META', `页面的 ${name} 标签没有内容`, '补全栏目说明或稿件的标题、来源后重新发布');
    }
  }
  return all;
}

export function columnTags(column: Column): ColumnTags {
  return {
    ColumnName: column.name,
    ColumnDescription: column.description,
    ColumnKeywords: column.keywords.join(','),
    ColumnType: column.columnType,
  };
}

/** Tags of a room that is no column: home, hall, departments. */
export function roomTags(name: string, type: string, description: string): ColumnTags {
  return {
    ColumnName: name,
    ColumnDescription: description,
    ColumnKeywords: [name, ...SITE.keywords].join(','),
    ColumnType: type,
  };
}
