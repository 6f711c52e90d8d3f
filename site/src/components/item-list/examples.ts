import type { Example } from '../../component-page/example.ts';

const item = {
  href: '/zcwj/a.html',
  title: '市人民政府办公室关于推进社区老年助餐服务的实施意见',
  date: '2026-11-19',
  pinned: false,
  documentNumber: '孝政办发〔2026〕31号',
  validity: { code: 'valid', label: '有效' },
  summary: '到2027年底，城区社区老年助餐点达到72个。',
  department: '孝感市人民政府办公室',
  interpretations: [{ href: '/zcjd/a.html', text: '《关于推进社区老年助餐服务的实施意见》解读' }],
};
const items = [
  { ...item, pinned: true },
  { ...item, title: '孝感市市级储备粮管理办法', validity: { code: 'repealed', label: '已废止' }, interpretations: [], summary: '' },
  { ...item, title: '没有日期的旧文件', date: null, documentNumber: '', validity: null, interpretations: [] },
];

export const examples: Example[] = [
  { name: '公文：文号、有效性、解读', file: 'ItemList.astro', props: { items, kind: 'official' } },
  { name: '新闻：标题和日期', file: 'ItemList.astro', props: { items, kind: 'news' } },
  { name: '公文：首页的行', file: 'OfficialRows.astro', props: { items } },
  { name: '首条突出', file: 'Rows.astro', props: { items, lead: true } },
  { name: '卡片：专题', file: 'ItemList.astro', props: { items, kind: 'topics' } },
  { name: '暂无内容', file: 'ItemList.astro', props: { items: [], kind: 'news' } },
];
