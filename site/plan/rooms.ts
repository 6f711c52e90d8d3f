/** Addresses and reach of the rooms beyond columns and months: topics, leaders, hall rooms, the catalogue. */
import type { PublicDocument } from '../contract/index.ts';
import { documentFile, furtherColumns, HOME, type Address } from './addresses.ts';
import { THEME_CODE, themeCode } from './themes.ts';

export const TOPICS = 'zt/index.html';
export const INTERACTION = 'hd/index.html';
export const SERVICES = 'fw/index.html';
export const CATALOGUE = 'xxgk/mulu/index.html';

/** Rooms of the hall by the name in their address, with the room of the particulars (`hallTextSchema`) whose texts stand there. */
export const HALL_ROOMS = {
  zhinan: 'guide',
  zhidu: 'rules',
  fading: 'statutory',
  nianbao: 'report',
  yishenqing: 'application',
} as const;
export type HallRoom = keyof typeof HALL_ROOMS;
export const HALL_ROOM_NAMES = Object.keys(HALL_ROOMS) as HallRoom[];

export const topicFile = (code: string): string => `zt/${code}/index.html`;
export const hallRoomFile = (room: HallRoom): string => `xxgk/${room}/index.html`;

/** Rooms that are always there. */
export const STATIC_ROOMS: readonly string[] = [TOPICS, INTERACTION, SERVICES, CATALOGUE, ...HALL_ROOM_NAMES.map(hallRoomFile)];

/** One page of the catalogue: a department's year, or a theme's; `theme` is its code. Year `0000`: documents without a date. */
export type CataloguePlace = { department: string; year: string } | { theme: string; year: string };

export const cataloguePlaceKey = (place: CataloguePlace): string =>
  'department' in place ? `xxgk/mulu/${place.department}/${place.year}` : `xxgk/mulu/zhuti/${place.theme}/${place.year}`;
export const catalogueFile = (place: CataloguePlace): string => `${cataloguePlaceKey(place)}.html`;
export const catalogueTableFile = (place: CataloguePlace): string => `${cataloguePlaceKey(place)}.csv`;
export const catalogueFiles = (place: CataloguePlace): string[] => [catalogueFile(place), catalogueTableFile(place)];

type Catalogued = Pick<PublicDocument, 'indexNumber' | 'month' | 'topicClass'>;

/** Where a document stands in the catalogue; null without 索引号, as news are. The theme is the first level of 主题分类. */
export function catalogueEntry({ indexNumber, month, topicClass }: Catalogued): { year: string; theme: string } | null {
  if (indexNumber === null) return null;
  return { year: month.slice(0, 4), theme: (topicClass.split(/[\\/]/)[0] ?? '').trim() };
}

/** What the plan asks about the rooms, in one state. */
export interface RoomsState {
  topicCodes(): string[];
  topicStands(code: string): boolean;
  /** Topics with a section that shows documents of this column with one of these words, or all of the column. */
  topicsShowing(column: string, words: string[]): string[];
  topicsOfColumn(column: string): string[];
  /** Pages of leaders with one of these names. */
  personsNamed(words: string[]): Address[];
  /** Pages of leaders who are named by a document of this column. */
  personsInColumn(column: string): Address[];
  cataloguePlaces(): CataloguePlace[];
  catalogueStands(place: CataloguePlace): boolean;
  catalogueYearsOf(department: string): string[];
}

type Touch = (path: string) => void;
type Roomed = Catalogued & Pick<PublicDocument, 'column' | 'department' | 'keywords' | 'furtherColumns' | 'particulars'>;

/** Rooms that print something of a document: topics, leaders' pages, hall rooms, its pages of the catalogue. */
export function reachOfDocumentInRooms(document: Roomed, rooms: RoomsState, touch: Touch): void {
  for (const column of [document.column, ...furtherColumns(document)]) {
    for (const code of rooms.topicsShowing(column, document.keywords)) touch(topicFile(code));
  }
  for (const address of rooms.personsNamed(document.keywords)) touch(documentFile(address));
  reachOfParticulars(document.particulars ?? null, touch);
  const entry = catalogueEntry(document);
  if (!entry) return;
  touch(CATALOGUE);
  for (const file of catalogueFiles({ department: document.department, year: entry.year })) touch(file);
  if (entry.theme !== '') for (const file of catalogueFiles({ theme: themeCode(entry.theme), year: entry.year })) touch(file);
}

function reachOfParticulars(particulars: PublicDocument['particulars'], touch: Touch): void {
  if (particulars?.type === 'topic') {
    touch(TOPICS);
    touch(topicFile(particulars.code));
  }
  if (particulars?.type === 'hall') {
    const room = HALL_ROOM_NAMES.find((name) => HALL_ROOMS[name] === particulars.room);
    if (room) touch(hallRoomFile(room));
  }
}

/** Rooms that print a column's name, kind or standing; what its documents reach is theirs. */
export function reachOfColumnInRooms(code: string, rooms: RoomsState, touch: Touch): void {
  touch(hallRoomFile('fading'));
  for (const topic of rooms.topicsOfColumn(code)) touch(topicFile(topic));
  for (const address of rooms.personsInColumn(code)) touch(documentFile(address));
}

/** @param how.name - its name changed, or it came or went */
export function reachOfDepartmentInRooms(code: string, rooms: RoomsState, how: { name: boolean }, touch: Touch): void {
  for (const file of [HOME, CATALOGUE, INTERACTION, SERVICES]) touch(file);
  if (!how.name) return;
  for (const year of rooms.catalogueYearsOf(code)) for (const file of catalogueFiles({ department: code, year })) touch(file);
}

/** Every file of the rooms, for a full build. */
export function* filesOfRooms(rooms: RoomsState): Iterable<string> {
  yield* STATIC_ROOMS;
  for (const code of rooms.topicCodes()) yield topicFile(code);
  for (const place of rooms.cataloguePlaces()) yield* catalogueFiles(place);
}

/** Whether a file of the rooms with an address of its own stands; null: it is no such file. */
export function roomStands(path: string, rooms: RoomsState): boolean | null {
  if (STATIC_ROOMS.includes(path)) return true;
  const topic = /^zt\/([a-z][a-z0-9]*)\/index\.html$/.exec(path)?.[1];
  if (topic !== undefined) return rooms.topicStands(topic);
  const place = cataloguePlaceOf(path);
  return place && rooms.catalogueStands(place);
}

const THEME_FILE = new RegExp(String.raw`^xxgk/mulu/zhuti/(?<theme>${THEME_CODE})/(?<year>\d{4})\.(?:html|csv)$`);

function cataloguePlaceOf(path: string): CataloguePlace | null {
  const theme = THEME_FILE.exec(path)?.groups;
  if (theme) return { theme: theme['theme']!, year: theme['year']! };
  const department = /^xxgk\/mulu\/(?<department>[a-z][a-z0-9]*)\/(?<year>\d{4})\.(?:html|csv)$/.exec(path)?.groups;
  return department ? { department: department['department']!, year: department['year']! } : null;
}
