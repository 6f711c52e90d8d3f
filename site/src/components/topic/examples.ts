import type { PlainItem, TopicCard } from '../../../page-data/types-of-rooms.ts';
import type { Example } from '../../component-page/example.ts';

const topic: TopicCard = { href: '/zt/zhucan/', text: '社区老年助餐', summary: '助餐点分布、补贴标准和申请办法。', date: '2026-11-19', closed: false };
const topics: TopicCard[] = [
  topic,
  { ...topic, text: '2026年防汛救灾', summary: '', closed: true },
  {
    ...topic,
    text: '深化“放管服”改革优化营商环境、推动民营经济高质量发展专题',
    summary: '汇集国务院、省、市三级惠企政策，按企业规模和行业分列，附办理窗口、所需材料和政策解读，每季度更新一次。',
    date: null,
  },
];
const item: PlainItem = { href: '/zcwj/202611/a.html', text: '市人民政府办公室关于推进社区老年助餐服务的实施意见', date: '2026-11-19', validity: { code: 'valid', label: '有效' } };

export const examples: Example[] = [
  { name: '进行中、已结束、长名称而没有日期', file: 'TopicCards.astro', props: { topics } },
  {
    name: '有效的不标，已废止的标明，没有日期的',
    file: 'PlainRows.astro',
    props: {
      items: [
        item,
        { ...item, text: '孝感市老年助餐补贴暂行办法', validity: { code: 'repealed', label: '已废止' } },
        { ...item, text: '助餐点名录', date: null, validity: null },
      ] satisfies PlainItem[],
    },
  },
];
