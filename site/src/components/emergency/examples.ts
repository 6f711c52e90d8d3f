import type { EmergencyLine } from '../../../page-data/types-of-rooms.ts';
import type { ListItem } from '../../../page-data/types.ts';
import type { Example } from '../../component-page/example.ts';

const storm: EmergencyLine = {
  href: '/yjxx/202611/a.html',
  title: '市防汛抗旱指挥部关于启动防汛一级应急响应的通告',
  date: '2026-11-20',
  level: { code: 'red', label: '红色预警' },
  event: '暴雨',
  advice: '低洼地带和河道两侧的居民请立即按社区通知转移，不要涉水、不要驾车通过积水路段。',
  hotline: '0000-0000000（演示）',
};
const emergencies: EmergencyLine[] = [
  storm,
  { ...storm, level: { code: 'orange', label: '橙色预警' }, event: '大风', title: '大风橙色预警信号', advice: '远离广告牌和临时搭建物。', hotline: '' },
  {
    ...storm,
    level: { code: 'yellow', label: '黄色预警' },
    event: '供水中断',
    title: '关于城区部分路段因主管网抢修临时停水并安排送水车在二十六个社区定点供水的通告',
    advice: '请提前储水；定点供水时间为 7:00—9:00、11:00—13:00、17:00—20:00，行动不便的居民由社区送水上门。',
    date: null,
  },
  { ...storm, level: { code: 'blue', label: '蓝色预警' }, event: '寒潮', title: '寒潮蓝色预警信号', advice: '注意添衣保暖。', hotline: '' },
];
const pinned: ListItem[] = [
  {
    href: '/yjxx/202611/b.html',
    title: '全市应急避难场所名录和开放时间',
    date: '2026-11-12',
    pinned: true,
    documentNumber: '',
    validity: null,
    summary: '',
    department: '市应急管理局',
    writtenOn: null,
    interpretations: [],
    interprets: [],
    form: null,
  },
];

export const examples: Example[] = [
  { name: '一条正在生效', file: 'EmergencyBanner.astro', props: { emergencies: [storm], pinned: [] } },
  { name: '四级同时生效，长短不一，另有置顶', file: 'EmergencyBanner.astro', props: { emergencies, pinned } },
  { name: '没有预警，只有置顶', file: 'EmergencyBanner.astro', props: { emergencies: [], pinned } },
  { name: '栏目里的四级，有的没有电话、没有日期', file: 'EmergencyCards.astro', props: { emergencies } },
  { name: '已经结束的级别', file: 'Level.astro', props: { level: storm.level, over: true } },
];
