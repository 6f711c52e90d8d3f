import type { ParticularsOf, PublicDocument } from '../../contract/index.ts';
import { dayOf } from '../dates.ts';
import { documentHref } from '../lists.ts';
import type { EmergencyLine, EmergencyMark } from '../types-of-rooms.ts';

type Level = ParticularsOf<'emergency'>['level'];

/** 突发事件应对法: 一级、二级、三级、四级, 分别用红色、橙色、黄色、蓝色标示. */
const LEVELS: Record<Level, string> = { red: '红色预警', orange: '橙色预警', yellow: '黄色预警', blue: '蓝色预警' };
const GRAVEST_FIRST: Level[] = ['red', 'orange', 'yellow', 'blue'];

export const levelMark = (code: Level): EmergencyMark => ({ code, label: LEVELS[code] });

/** Emergencies as lines, the gravest first, then the newest. */
export function emergencyLines(documents: PublicDocument[]): EmergencyLine[] {
  return documents
    .flatMap((document) => {
      const { particulars } = document;
      if (particulars?.type !== 'emergency') return [];
      const { level, event, advice, hotline } = particulars;
      const date = document.publishedAt === null ? null : dayOf(document.publishedAt);
      return [{ href: documentHref(document), title: document.title, date, level: levelMark(level), event, advice, hotline }];
    })
    .sort((one, other) => GRAVEST_FIRST.indexOf(one.level.code) - GRAVEST_FIRST.indexOf(other.level.code));
}
