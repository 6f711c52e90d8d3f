import type { ReplicaReader } from '../replica/reader.ts';
import { freshnessOf } from './dates.ts';
import { frameOf, HALL_LINK, HOME_LINK } from './frame.ts';
import { ROOM_LINKS } from './hall-words.ts';
import { columnSummary } from './lists.ts';
import { roomTags } from './meta-tags.ts';
import { NEWEST_IN_HALL } from './site.ts';
import type { HallPage } from './types.ts';

export function hallPage(r: ReplicaReader): HallPage {
  const columns = r.columns().map((column) => ({
    ...columnSummary(r, column, NEWEST_IN_HALL),
    description: column.description,
    freshness: freshnessOf(column.freshWithinDays),
  }));
  return {
    frame: frameOf(r, {
      title: '信息公开大厅',
      href: HALL_LINK.href,
      section: 'disclosure',
      breadcrumb: [HOME_LINK, HALL_LINK],
      meta: roomTags('信息公开', '信息公开目录', '全部公开栏目、最新公开的信息和每个栏目的更新要求'),
    }),
    columns,
    rooms: ROOM_LINKS,
    // A document shown in several columns is one document.
    total: r.months().reduce((sum, { own }) => sum + own, 0),
  };
}
