import { hrefOf } from '../plan/addresses.ts';
import { CATALOGUE, HALL_ROOM_NAMES, hallRoomFile, type HallRoom } from '../plan/rooms.ts';
import type { RoomLink } from './types-of-rooms.ts';

/** Words of the hall's rooms: what each is for, and what will stand there while it is empty. */
export const ROOM_WORDS: Record<HallRoom, { heading: string; about: string; type: string; empty: string }> = {
  zhinan: {
    heading: '政府信息公开指南',
    about: '公开什么、怎样查、找谁问（条例第十二条）',
    type: '信息公开指南',
    empty: '公开指南发布后在这里显示：信息的分类和编排、获取方式，以及公开工作机构的名称、地址、时间、电话和电子邮箱。',
  },
  zhidu: {
    heading: '政府信息公开制度',
    about: '审查、发布、协调、考核等工作制度',
    type: '政策文件',
    empty: '公开工作的审查、发布协调、依申请公开办理、考核监督等制度发布后在这里列出。',
  },
  fading: {
    heading: '法定主动公开内容',
    about: '法律要求公开的事项，各在哪个栏目（条例第二十条、第二十一条）',
    type: '信息公开目录',
    empty: '',
  },
  nianbao: {
    heading: '政府信息公开年报',
    about: '按年份查阅年度报告（条例第四十九条、第五十条）',
    type: '信息公开年报',
    empty: '年度报告发布后按年份在这里列出。县级以上地方人民政府的公开工作主管部门在每年 3 月 31 日前公布上一年度的报告，其他行政机关在 1 月 31 日前公布。',
  },
  yishenqing: {
    heading: '依申请公开',
    about: '没有主动公开的信息，怎样申请（条例第二十九条）',
    type: '依申请公开',
    empty: '申请说明和申请表发布后在这里显示。',
  },
};

/** Every room of the hall, the catalogue among them, in the order of the national layout (国办公开办函〔2019〕61号). */
export const ROOM_LINKS: RoomLink[] = HALL_ROOM_NAMES.flatMap((name) => {
  const room = { href: hrefOf(hallRoomFile(name)), text: ROOM_WORDS[name].heading, about: ROOM_WORDS[name].about };
  const catalogue = { href: hrefOf(CATALOGUE), text: '政府信息公开目录', about: '按部门、主题和年份列出索引号、名称、内容概述、生成日期' };
  return name === 'fading' ? [room, catalogue] : [room];
});
