import type { ParticularsOf, PublicDocument } from '../../contract/index.ts';
import { HALL_ROOM_NAMES, HALL_ROOMS, hallRoomFile, topicFile } from '../../plan/rooms.ts';
import { hrefOf } from '../../plan/addresses.ts';
import type { ReplicaReader } from '../../replica/reader.ts';
import { minuteOf } from '../dates.ts';
import { ROOM_WORDS } from '../hall-words.ts';
import type { ParticularsView } from '../types-of-rooms.ts';
import { levelMark } from './emergencies.ts';
import { activitiesOf, portraitOf } from './people.ts';

/** What a document's own page prints of its particulars beside its body; null where the body is all. */
export function particularsView(r: ReplicaReader, document: PublicDocument): ParticularsView | null {
  const particulars = document.particulars ?? null;
  switch (particulars?.type) {
    case 'person':
      return {
        type: 'person',
        portrait: portraitOf(document),
        post: particulars.post,
        group: particulars.group,
        duties: paragraphs(particulars.duties),
        phone: particulars.phone,
        activities: activitiesOf(r, document.title),
      };
    case 'agency':
      return agency(particulars);
    case 'topic':
      return { type: 'topic', link: { href: hrefOf(topicFile(particulars.code)), text: document.title }, closed: particulars.closed };
    case 'emergency':
      return {
        type: 'emergency',
        level: levelMark(particulars.level),
        event: particulars.event,
        advice: particulars.advice,
        hotline: particulars.hotline,
        inForce: document.inForce ?? false,
        until: particulars.until === null ? null : minuteOf(particulars.until),
      };
    case 'hall': {
      const room = HALL_ROOM_NAMES.find((name) => HALL_ROOMS[name] === particulars.room)!;
      return { type: 'hall', link: { href: hrefOf(hallRoomFile(room)), text: ROOM_WORDS[room].heading } };
    }
    default:
      return null;
  }
}

function agency(particulars: ParticularsOf<'agency'>): ParticularsView {
  const { address, phone, officeHours, postalCode, website, leaders, units } = particulars;
  return {
    type: 'agency',
    facts: [
      { label: '办公地址', value: address },
      { label: '联系电话', value: phone },
      { label: '办公时间', value: officeHours },
      { label: '邮政编码', value: postalCode },
      { label: '网站', value: website },
    ].filter(({ value }) => value !== ''),
    leaders,
    units,
  };
}

export const paragraphs = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
