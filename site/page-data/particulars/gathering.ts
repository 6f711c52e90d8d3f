import type { Column, Department, PublicDocument } from '../../contract/index.ts';
import type { ReplicaReader } from '../../replica/reader.ts';
import { documentHref, listItem, newestItems } from '../lists.ts';
import { NEWEST } from '../site.ts';
import { topicCard } from '../topic.ts';
import type { AgencyCard, Gathering } from '../types-of-rooms.ts';
import { emergencyLines, levelMark } from './emergencies.ts';
import { groupsOfPeople } from './people.ts';

/** Columns of leaders, agencies and topics show all they hold: a city has some hundred of them. */
const ALL = 400;
const KINDS: { kind: Department['kind']; heading: string }[] = [
  { kind: 'government', heading: '市人民政府' },
  { kind: 'department', heading: '市直部门' },
  { kind: 'county', heading: '县（市、区）' },
];

/** How a column of this kind lists its documents; null: by lines. */
export function gatheringOf(r: ReplicaReader, column: Column): Gathering | null {
  switch (column.kind) {
    case 'people': {
      const { described, others } = documentsOf(r, column, 'person');
      return described.length === 0 ? null : { kind: 'people', groups: groupsOfPeople(described), others };
    }
    case 'agencies': {
      const { described, others } = documentsOf(r, column, 'agency');
      return described.length === 0 ? null : { kind: 'agencies', groups: groupsOfAgencies(r, described), others };
    }
    case 'topics': {
      const { described, others } = documentsOf(r, column, 'topic');
      return described.length === 0 ? null : { kind: 'topics', topics: described.map(topicCard), others };
    }
    case 'notice':
      return emergencies(r, column);
    default:
      return null;
  }
}

function documentsOf(r: ReplicaReader, column: Column, type: 'person' | 'agency' | 'topic'): { described: PublicDocument[]; others: ReturnType<typeof listItem>[] } {
  const cards = r.newestOfColumn(column.code, ALL);
  const described = cards.map(({ id }) => r.document(id)!).filter(({ particulars }) => particulars?.type === type);
  const ids = new Set(described.map(({ id }) => id));
  return { described, others: cards.filter(({ id }) => !ids.has(id)).slice(0, NEWEST).map((card) => listItem(r, card)) };
}

function groupsOfAgencies(r: ReplicaReader, documents: PublicDocument[]): { heading: string; agencies: AgencyCard[] }[] {
  const departments = new Map(r.departments().map((department, place) => [department.code, { kind: department.kind, place }]));
  const placeOf = ({ department }: PublicDocument): number => departments.get(department)?.place ?? departments.size;
  const kindOf = ({ department }: PublicDocument): Department['kind'] => departments.get(department)?.kind ?? 'department';
  return KINDS.map(({ kind, heading }) => ({
    heading,
    agencies: documents
      .filter((document) => kindOf(document) === kind)
      .sort((one, other) => placeOf(one) - placeOf(other) || (one.id < other.id ? -1 : 1))
      .map(agencyCard),
  })).filter(({ agencies }) => agencies.length > 0);
}

function agencyCard(document: PublicDocument): AgencyCard {
  const { particulars, title, summary } = document;
  const facts = particulars?.type === 'agency' ? particulars : { address: '', phone: '', officeHours: '' };
  return { href: documentHref(document), name: title, summary, address: facts.address, phone: facts.phone, officeHours: facts.officeHours };
}

/** In force first; a column without any emergency among its particulars is listed by lines as before. */
function emergencies(r: ReplicaReader, column: Column): Gathering {
  const inForce = r.rooms.emergenciesInForce().filter((document) => document.column === column.code);
  const lines = emergencyLines(inForce);
  const shown = new Set(lines.map(({ href }) => href));
  const earlier = newestItems(r, column.code, NEWEST + lines.length)
    .filter(({ href }) => !shown.has(href))
    .slice(0, NEWEST)
    .map((item) => {
      const particulars = r.document(/([0-9a-z]{10})\.html$/.exec(item.href)![1]!)?.particulars;
      return { ...item, level: particulars?.type === 'emergency' ? levelMark(particulars.level) : null };
    });
  return { kind: 'notice', inForce: lines, earlier };
}
