/** What the rooms beyond columns and months print: topics, leaders, agencies, emergencies, hall rooms, catalogue, services. */
import type { ColumnKind, Department } from '../contract/index.ts';
import type { DocumentPage, Frame, Link, ListItem } from './types.ts';

/** A document as a line that prints nothing of other things than the document itself. */
export interface PlainItem extends Link {
  date: string | null;
  validity: ListItem['validity'];
}

export interface Portrait {
  src: string;
  srcset: string;
  width: number;
  height: number;
  alt: string;
}

export interface EmergencyMark {
  code: 'red' | 'orange' | 'yellow' | 'blue';
  /** 红色预警 … */
  label: string;
}

/** An emergency on top of the home page and in its column. */
export interface EmergencyLine {
  href: string;
  title: string;
  date: string | null;
  level: EmergencyMark;
  event: string;
  advice: string;
  hotline: string;
}

/** What a document's own page prints of its 专项内容. */
export type ParticularsView =
  | { type: 'person'; portrait: Portrait | null; post: string; group: string; duties: string[]; phone: string; activities: PlainItem[] }
  | {
      type: 'agency';
      facts: { label: string; value: string }[];
      leaders: { name: string; title: string; duties: string }[];
      units: { name: string; duties: string; phone: string }[];
    }
  | { type: 'topic'; link: Link; closed: boolean }
  | { type: 'emergency'; level: EmergencyMark; event: string; advice: string; hotline: string; inForce: boolean; until: string | null }
  | { type: 'hall'; link: Link };

export interface PersonCard {
  href: string;
  name: string;
  post: string;
  duties: string;
  portrait: Portrait | null;
}

export interface AgencyCard {
  href: string;
  name: string;
  summary: string;
  address: string;
  phone: string;
  officeHours: string;
}

export interface TopicCard extends Link {
  summary: string;
  date: string | null;
  closed: boolean;
}

/** How a column lists what are not news or documents; null: by lines, as all others. */
export type Gathering =
  | { kind: 'people'; groups: { heading: string; people: PersonCard[] }[]; others: ListItem[] }
  | { kind: 'agencies'; groups: { heading: string; agencies: AgencyCard[] }[]; others: ListItem[] }
  | { kind: 'topics'; topics: TopicCard[]; others: ListItem[] }
  | { kind: 'notice'; inForce: EmergencyLine[]; earlier: (ListItem & { level: EmergencyMark | null })[] };

export interface TopicsPage {
  frame: Frame;
  open: TopicCard[];
  closed: TopicCard[];
}

export interface TopicPage {
  frame: Frame;
  title: string;
  summary: string;
  closed: boolean;
  body: string;
  attachments: DocumentPage['attachments'];
  source: Link;
  sections: { heading: string; more: Link; items: PlainItem[] }[];
}

export interface HallRoomPage {
  frame: Frame;
  heading: string;
  about: string;
  rooms: RoomLink[];
  /** The text of the room; null while there is none, and then `empty` says what will be there. */
  text: { title: string; date: string | null; href: string; body: string; attachments: DocumentPage['attachments'] } | null;
  empty: string;
  /** Other texts of the room. */
  others: PlainItem[];
  /** Annual reports by year, newest first; elsewhere empty. */
  years: { year: string; reports: (PlainItem & { source: string })[] }[];
  /** Items the law names, each with the columns where it is; elsewhere empty. */
  statutory: { article: string; lead: string; items: { number: string; text: string; where: Link[] }[] }[];
}

/** An entry to a room of the hall. */
export interface RoomLink extends Link {
  about: string;
}

export interface CatalogueOverview {
  frame: Frame;
  rooms: RoomLink[];
  total: number;
  years: string[];
  departments: { name: string; count: number; years: { year: string; href: string; count: number }[] }[];
  themes: { name: string; count: number; years: { year: string; href: string; count: number }[] }[];
}

export interface CatalogueRow {
  indexNumber: string;
  title: string;
  href: string;
  summary: string;
  /** 生成日期, `yyyy-mm-dd`; empty where nobody knows it. */
  made: string;
}

export interface CataloguePage {
  frame: Frame;
  heading: string;
  /** Department or theme. */
  owner: string;
  count: number;
  /** The newest; the table file holds all. */
  rows: CatalogueRow[];
  table: string;
}

export interface HomeService {
  name: string;
  /** Where it is done today. */
  where: string;
  phone: string;
  office: Link | null;
}

export interface InteractionPage {
  frame: Frame;
  hotline: { name: string; phone: string; about: string }[];
  coming: { name: string; about: string; meanwhile: string }[];
}

export interface ServicesPage {
  frame: Frame;
  groups: { heading: string; services: (HomeService & { search: string })[] }[];
}

/** Newest documents of a department in one column. */
export interface DepartmentColumn {
  column: Link;
  kind: ColumnKind;
  items: ListItem[];
}

export interface DepartmentEntry {
  link: Link;
  kind: Department['kind'];
  address: string;
  phone: string;
}
