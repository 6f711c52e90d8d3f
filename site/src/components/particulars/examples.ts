import type { ParticularsView } from '../../../page-data/types-of-rooms.ts';
import type { Example } from '../../component-page/example.ts';
import { portrait } from '../../component-page/portrait.ts';

const example = (name: string, view: ParticularsView): Example => ({ name, file: 'Particulars.astro', props: { view } });
const emergency: Extract<ParticularsView, { type: 'emergency' }> = {
  type: 'emergency',
  level: { code: 'orange', label: '橙色预警' },
  event: '暴雨',
  advice: '低洼地带和河道两侧的居民请按社区通知转移，不要涉水、不要驾车通过积水路段。',
  hotline: '0000-0000000（演示）',
  inForce: true,
  until: '2026年11月22日 08:00',
};

export const examples: Example[] = [
  example('领导：像、分工、最近活动', {
    type: 'person',
    portrait,
    post: '市委副书记、市长',
    group: '市长、副市长',
    duties: ['领导市政府全面工作。', '分管市审计局。'],
    phone: '0000-0000000（演示）',
    activities: [
      { href: '/zwyw/202611/a.html', text: '甲某某调研社区老年助餐服务', date: '2026-11-19', validity: null },
      { href: '/zcwj/202611/a.html', text: '市人民政府关于甲某某等同志工作分工的通知', date: null, validity: { code: 'repealed', label: '已废止' } },
    ],
  }),
  example('领导：没有像、分工、电话和活动', { type: 'person', portrait: null, post: '秘书长', group: '秘书长', duties: [], phone: '', activities: [] }),
  example('机构：负责人、内设机构，一个没有电话', {
    type: 'agency',
    facts: [
      { label: '地址', value: '孝感市演示路 1 号' },
      { label: '电话', value: '0000-0000000（演示）' },
      { label: '办公时间', value: '工作日 8:30—12:00，14:30—17:30' },
    ],
    leaders: [
      { name: '甲某某', title: '局长', duties: '主持全面工作。' },
      { name: '乙某某', title: '副局长', duties: '' },
    ],
    units: [
      { name: '办公室', duties: '负责机关日常运转，承担文电、会务、机要、档案、信息公开、信访、保密等工作。', phone: '0000-0000001（演示）' },
      { name: '行政审批科（政策法规科）', duties: '负责行政许可事项的受理和办理。', phone: '' },
    ],
  }),
  example('机构：只有地址', { type: 'agency', facts: [{ label: '地址', value: '孝感市演示路 2 号' }], leaders: [], units: [] }),
  example('应急：正在生效，有预计结束时间', emergency),
  example('应急：已经结束，没有电话', { ...emergency, inForce: false, hotline: '' }),
  example('应急：不知何时结束', { ...emergency, level: { code: 'red', label: '红色预警' }, until: null }),
  example('专题：进行中', { type: 'topic', link: { href: '/zt/zhucan/', text: '社区老年助餐' }, closed: false }),
  example('专题：已经结束', { type: 'topic', link: { href: '/zt/fangxun/', text: '2026年防汛救灾' }, closed: true }),
  example('大厅的文章', { type: 'hall', link: { href: '/xxgk/zhinan/', text: '政府信息公开指南' } }),
];
