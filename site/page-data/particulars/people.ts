import type { PublicDocument } from '../../contract/index.ts';
import type { ReplicaReader } from '../../replica/reader.ts';
import { fileHref } from '../files.ts';
import { plainItem } from '../lists-of-rooms.ts';
import type { PersonCard, PlainItem, Portrait } from '../types-of-rooms.ts';

/** Activities on a leader's page: fixed, so that the page stays one page. */
const ACTIVITIES = 12;
const GROUPS = ['市委领导', '市人大领导', '市政府领导', '市政协领导'];

/** The first picture of a leader's document. */
export function portraitOf(document: PublicDocument): Portrait | null {
  const image = document.images[0];
  const widest = image?.renditions.at(-1);
  if (!image || !widest) return null;
  return {
    src: fileHref(document, widest),
    srcset: image.renditions.map((each) => `${fileHref(document, each)} ${each.width}w`).join(', '),
    width: widest.width,
    height: widest.height,
    alt: image.alt,
  };
}

/** The body without the portrait, which stands beside the name: the same picture twice would tell nothing. */
export function bodyWithoutPortrait(document: PublicDocument): string {
  const portrait = document.images[0];
  if (document.particulars?.type !== 'person' || !portrait) return document.body;
  const picture = `<img\\b[^>]*asset:${portrait.sha256}[^>]*>`;
  const framed = new RegExp(`<(p|figure)\\b[^>]*>\\s*${picture}\\s*(?:<figcaption\\b[^>]*>[^<]*</figcaption>\\s*)?</\\1>`, 'i');
  return document.body.replace(framed, '').replace(new RegExp(picture, 'i'), '');
}

/** Newest documents of news columns that have the name among their 关键词. */
export function activitiesOf(r: ReplicaReader, name: string): PlainItem[] {
  const cards = r
    .columns()
    .filter(({ kind }) => kind === 'news')
    .flatMap(({ code }) => r.rooms.newestWithWord(code, name, ACTIVITIES));
  // A document shown in two columns is one activity.
  return [...new Map(cards.map((card) => [card.id, card])).values()]
    .sort((one, other) => compare(other.publishedAt ?? '', one.publishedAt ?? '') || compare(one.id, other.id))
    .slice(0, ACTIVITIES)
    .map(plainItem);
}

/** Leaders by 班子, in their order. */
export function groupsOfPeople(documents: PublicDocument[]): { heading: string; people: PersonCard[] }[] {
  const groups = new Map<string, { order: number; card: PersonCard }[]>();
  for (const document of documents) {
    const { particulars, title } = document;
    if (particulars?.type !== 'person') continue;
    const card: PersonCard = {
      href: `/${document.column}/${document.month}/${document.id}.html`,
      name: title,
      post: particulars.post,
      duties: particulars.duties.split('\n')[0] ?? '',
      portrait: portraitOf(document),
    };
    groups.set(particulars.group, [...(groups.get(particulars.group) ?? []), { order: particulars.order, card }]);
  }
  return [...groups]
    .sort(([one], [other]) => placeOf(one) - placeOf(other) || compare(one, other))
    .map(([heading, people]) => ({
      heading,
      people: people.sort((one, other) => one.order - other.order || compare(one.card.href, other.card.href)).map(({ card }) => card),
    }));
}

const placeOf = (group: string): number => (GROUPS.includes(group) ? GROUPS.indexOf(group) : GROUPS.length);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
