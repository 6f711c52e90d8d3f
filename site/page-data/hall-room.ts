import type { PublicDocument } from '../contract/index.ts';
import { hrefOf } from '../plan/addresses.ts';
import { HALL_ROOM_NAMES, HALL_ROOMS, hallRoomFile } from '../plan/rooms.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { bodyHtml } from './body.ts';
import { dayOf } from './dates.ts';
import { attachmentLine } from './files.ts';
import { frameOf, HALL_LINK, HOME_LINK } from './frame.ts';
import { ROOM_LINKS, ROOM_WORDS } from './hall-words.ts';
import { columnLink, documentHref } from './lists.ts';
import { plainItem } from './lists-of-rooms.ts';
import { roomTags } from './meta-tags.ts';
import { STATUTORY } from './statutory.ts';
import type { HallRoomPage } from './types-of-rooms.ts';

/** A room of the hall: its newest text; annual reports by year; what the law names with where it is. @throws SiteError `NOT_FOUND` */
export function hallRoomPage(r: ReplicaReader, name: string): HallRoomPage {
  const room = HALL_ROOM_NAMES.find((each) => each === name);
  if (!room) throw new SiteError('NOT_FOUND', `没有公开专区 ${name}`, '名称见 site/plan/rooms.ts');
  const { heading, about, type, empty } = ROOM_WORDS[room];
  const href = hrefOf(hallRoomFile(room));
  const texts = r.rooms.hallTexts(HALL_ROOMS[room]);
  const [newest, ...others] = room === 'nianbao' ? [] : texts;
  return {
    frame: frameOf(r, {
      title: heading,
      href,
      section: 'disclosure',
      breadcrumb: [HOME_LINK, HALL_LINK, { href, text: heading }],
      meta: roomTags(heading, type, about),
    }),
    heading,
    about,
    rooms: ROOM_LINKS,
    text: newest ? textOf(newest) : null,
    empty,
    others: others.map(plainItem),
    years: room === 'nianbao' ? reportsByYear(texts) : [],
    statutory: room === 'fading' ? statutory(r) : [],
  };
}

function textOf(document: PublicDocument): NonNullable<HallRoomPage['text']> {
  return {
    title: document.title,
    date: document.publishedAt === null ? null : dayOf(document.publishedAt),
    href: documentHref(document),
    body: bodyHtml(document),
    attachments: document.attachments.map((file) => attachmentLine(document, file)),
  };
}

function reportsByYear(reports: PublicDocument[]): HallRoomPage['years'] {
  const yearOf = ({ particulars, month }: PublicDocument): string =>
    String((particulars?.type === 'hall' ? particulars.year : null) ?? month.slice(0, 4));
  const years = [...new Set(reports.map(yearOf))].sort().reverse();
  return years.map((year) => ({
    year,
    reports: reports.filter((report) => yearOf(report) === year).map((report) => ({ ...plainItem(report), source: report.source })),
  }));
}

function statutory(r: ReplicaReader): HallRoomPage['statutory'] {
  return STATUTORY.map(({ article, lead, items }) => ({
    article,
    lead,
    items: items.map(({ number, text, columns }) => ({
      number,
      text,
      where: columns.flatMap((code) => {
        const column = r.column(code);
        return column ? [columnLink(column)] : [];
      }),
    })),
  }));
}

