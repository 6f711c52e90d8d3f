import type { Card } from '../replica/card.ts';
import { dayOf } from './dates.ts';
import { documentHref, validityMark } from './lists.ts';
import type { PlainItem } from './types-of-rooms.ts';

type Listed = Pick<Card, 'column' | 'month' | 'id' | 'title' | 'publishedAt' | 'validity'>;

/** A document as a line of a room: nothing of its department or of what interprets it, so that only the document itself reaches the room. */
export function plainItem(card: Listed): PlainItem {
  return {
    href: documentHref(card),
    text: card.title,
    date: card.publishedAt === null ? null : dayOf(card.publishedAt),
    validity: validityMark(card.validity),
  };
}
