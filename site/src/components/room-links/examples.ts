import type { RoomLink } from '../../../page-data/types-of-rooms.ts';
import type { Example } from '../../component-page/example.ts';

const rooms: RoomLink[] = [
  { href: '/xxgk/zhinan/', text: '政府信息公开指南', about: '公开什么、怎样查、找谁问（条例第十二条）' },
  { href: '/xxgk/zhidu/', text: '政府信息公开制度', about: '审查、发布、协调、考核等工作制度' },
  { href: '/xxgk/fading/', text: '法定主动公开内容', about: '法律要求公开的事项，各在哪个栏目（条例第二十条、第二十一条）' },
  { href: '/xxgk/nianbao/', text: '政府信息公开年报', about: '按年份查阅年度报告（条例第四十九条、第五十条）' },
  { href: '/xxgk/yishenqing/', text: '依申请公开', about: '没有主动公开的信息怎样申请' },
];

export const examples: Example[] = [
  { name: '正在其中一间', file: 'RoomLinks.astro', props: { rooms, here: '/xxgk/fading/' } },
  { name: '每间一句说明', file: 'RoomLinks.astro', props: { rooms, told: true } },
];
