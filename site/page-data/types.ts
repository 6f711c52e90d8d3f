/**
 * What each page prints, and nothing else. A page computes nothing: one function a page type (`home.ts`, `column.ts` …) reads the
 * replica and returns one of these; components print it. No function here reads the clock: the same replica gives the same bytes.
 */
import type { DatasetView, Headline } from './dataset.ts';
import type { ColumnKind, Department } from '../contract/index.ts';
import type {
  DepartmentColumn,
  DepartmentEntry,
  EmergencyLine,
  Gathering,
  HomeService,
  ParticularsView,
  RoomLink,
  TopicCard,
} from './types-of-rooms.ts';
import type { StructuredData } from './structured-data.ts';

export interface Link {
  href: string;
  text: string;
}

/** Meta tags of the government's convention (《政府网站发展指引》附件): site, column, and content groups. */
export interface MetaTags {
  SiteName: string;
  SiteDomain: string;
  SiteIDCode: string;
  ColumnName?: string;
  ColumnDescription?: string;
  ColumnKeywords?: string;
  ColumnType?: string;
  ArticleTitle?: string;
  /** `YYYY-MM-DD HH:MM`, Asia/Shanghai. */
  PubDate?: string;
  ContentSource?: string;
  Keywords?: string;
  Author?: string;
  Description?: string;
  Url?: string;
}

/** What the frame around every page needs. */
export interface Frame {
  /** `<title>`, without the site's name. */
  title: string;
  /** Absolute address, from `SITE_URL`. */
  canonical: string;
  meta: MetaTags;
  /** From the home page down to the page itself; the last one is the page. Empty on the home page. */
  breadcrumb: Link[];
  /** Which of the header's sections is the present one. */
  section: 'home' | 'disclosure' | 'policy' | 'departments' | 'interaction' | 'services' | 'about' | 'search' | null;
  /** Addresses of Atom feeds of this page. */
  feeds: Link[];
  robots: 'index' | 'noindex';
  /** Absolute address of a picture for those who share the page. */
  image: string | null;
  /** The page in the words of schema.org. */
  structuredData: StructuredData[];
}

/** A document as a line in a list. */
export interface ListItem {
  href: string;
  title: string;
  /** `yyyy-mm-dd` in Asia/Shanghai; null for a document without a date. */
  date: string | null;
  pinned: boolean;
  documentNumber: string;
  validity: { code: 'valid' | 'invalid' | 'repealed'; label: string } | null;
  summary: string;
  department: string;
  /** 成文日期, `yyyy-mm-dd`. */
  writtenOn: string | null;
  interpretations: Link[];
  /** What it interprets, and in which form. */
  interprets: Link[];
  form: string | null;
}

export interface ColumnSummary {
  code: string;
  name: string;
  href: string;
  kind: ColumnKind;
  /** Date of the newest item, `yyyy-mm-dd`; null while empty. */
  newest: string | null;
  count: number;
  items: ListItem[];
}

export interface HomePage {
  frame: Frame;
  headlines: ColumnSummary;
  notices: ColumnSummary;
  policies: ColumnSummary;
  interpretations: ColumnSummary;
  departmentNews: ColumnSummary;
  countyNews: ColumnSummary;
  columns: ColumnSummary[];
  /** Emergencies in force, the gravest first: on top of the page, and gone when they are over. */
  emergencies: EmergencyLine[];
  /** Pinned items of the column of emergencies that are no emergency by their particulars. */
  pinned: ListItem[];
  suggestions: Link[];
  /** What people look for most, one touch away. */
  direct: Link[];
  services: HomeService[];
  topics: TopicCard[];
  /** 在线访谈, newest first. */
  interviews: ListItem[];
  rooms: RoomLink[];
  /** As of the newest document: pages do not know what day it is. Null while nothing is published. */
  statistics: { asOf: string; year: string; month: string; publishedInYear: number; publishedInMonth: number; fresh: number; withLimit: number } | null;
}

export interface HallPage {
  frame: Frame;
  columns: (ColumnSummary & { description: string; freshness: string })[];
  total: number;
  rooms: RoomLink[];
}

export interface MonthLink extends Link {
  month: string;
  count: number;
}

/** A line on the column's own page, with what the newest ones show more of. */
export interface ColumnItem extends ListItem {
  picture?: { src: string; width: number; height: number };
  headline?: Headline | null;
}

export interface ColumnPage {
  frame: Frame;
  name: string;
  kind: ColumnKind;
  description: string;
  freshness: string;
  count: number;
  items: ColumnItem[];
  /** Ready pages by year, theme and department, and the search for finer filters; null where the column's kind has none. */
  shelves: { groups: { heading: string; links: (Link & { count: number })[] }[]; search: string } | null;
  /** Newest first, grouped by year. */
  years: { year: string; months: MonthLink[] }[];
  departments: Link[];
  feed: string;
  /** Cards instead of lines, for leaders, agencies, topics and emergencies. */
  gathering: Gathering | null;
}

export interface MonthPage {
  frame: Frame;
  column: Link;
  kind: ColumnKind;
  heading: string;
  items: ListItem[];
  /** The same by day, where a month is long and its list has no dates to go by. */
  days: { day: string | null; items: ListItem[] }[] | null;
  newer: Link | null;
  older: Link | null;
  /** Open data of the month; empty where the column has no document of its own in it. */
  data: Link[];
}

export interface DocumentPage {
  frame: Frame;
  title: string;
  kind: ColumnKind;
  /** Rows of the box above the body, in order; empty values are left out. */
  box: { label: string; value: string; mark?: 'valid' | 'void' }[];
  /** Set where the document is no longer in force: the page stays, with a banner. */
  banner: { text: string; links: Link[] } | null;
  /** Sanitised HTML with addresses of files filled in. */
  body: string;
  official: boolean;
  published: string | null;
  source: string;
  dataset: DatasetView | null;
  /** The documents an interpretation interprets, and the interpretations of a document: said before the text. */
  above: { heading: string; links: (Link & { form: string | null })[] } | null;
  attachments: { href: string; name: string; type: string; size: string }[];
  related: { heading: string; links: Link[] }[];
  corrections: { date: string; reason: string }[];
  event: number;
  contentHash: string;
  /** Address of what was approved, the text under the hash. */
  approved: string;
  /** What leaders, agencies, topics, emergencies and hall texts have beside their body. */
  particulars: ParticularsView | null;
  /** The permanent address as a picture for cameras, for paper. */
  qr: { path: string; size: number };
}

/** What stands at an address whose document was withdrawn (sent with 410) or moved. */
export interface NoticePage {
  frame: Frame;
  heading: string;
  text: string;
  target: Link | null;
}

export interface DepartmentPage {
  frame: Frame;
  department: Department;
  newest: DepartmentColumn[];
  columns: Link[];
  /** Its pages of the catalogue by year, newest first. */
  catalogue: Link[];
  /** Its own description in the column of agencies. */
  descriptions: Link[];
}

export interface DepartmentsPage {
  frame: Frame;
  groups: { heading: string; departments: DepartmentEntry[] }[];
}

export interface SearchPage {
  frame: Frame;
  columns: { code: string; name: string; href: string }[];
  departments: { code: string; name: string }[];
}

/** What the search page suggests while one types, the likeliest first. */
export interface SearchSuggestions {
  /** Words and names: columns and their keywords, departments. */
  subjects: string[];
  titles: string[];
}

export interface TextPage {
  frame: Frame;
  heading: string;
  /** HTML written by us. */
  html: string;
}

export interface AtomFeed {
  id: string;
  title: string;
  subtitle: string;
  self: string;
  alternate: string;
  updated: string;
  entries: {
    id: string;
    title: string;
    href: string;
    updated: string;
    published: string;
    summary: string;
    source: string;
    /** Column the document stands in; the label only where the feed is made anew when the column is renamed. */
    category: { term: string; label?: string };
  }[];
}
