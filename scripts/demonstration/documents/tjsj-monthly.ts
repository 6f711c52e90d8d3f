import type { Particulars } from '@gongkai/site/contract';
import { document, table } from '../writing.ts';
import { growth, spanOf, total, type Month, type Total } from './tjsj-series.ts';

type Indicator = keyof typeof growth;

const LINES: [label: string, unit: string, value: Total | null, rate: Indicator][] = [
  ['规模以上工业增加值', '—', null, 'industry'],
  ['固定资产投资（不含农户）', '—', null, 'investment'],
  ['其中：工业投资', '—', null, 'manufacture'],
  ['其中：房地产开发投资', '亿元', 'estate', 'estate'],
  ['社会消费品零售总额', '亿元', 'retail', 'retail'],
  ['货物进出口总额', '亿元', 'trade', 'trade'],
  ['一般公共预算收入', '亿元', 'revenue', 'revenue'],
  ['一般公共预算支出', '亿元', 'spending', 'spending'],
  ['金融机构人民币存款余额', '亿元', 'deposits', 'deposits'],
  ['金融机构人民币贷款余额', '亿元', 'loans', 'loans'],
  ['全社会用电量', '亿千瓦时', 'electricity', 'electricity'],
];

export const DEFINITION = `规模以上工业指年主营业务收入2000万元及以上的工业法人单位，增加值增长速度按照可比价格计算。
固定资产投资增长速度按照可比口径计算，因统计制度规定不公布绝对数。
社会消费品零售总额包括企业、个体户通过交易直接售给个人和社会集团的实物商品金额及餐饮收入。
资料来源：市统计局、市财政局和金融管理、海关、电力部门。月度数据为快报数，以年报数为准。`;

/** Months reported up to one; January is never reported alone. */
const monthsUpTo = ({ year, month }: Month, count: number): Month[] => {
  const months: Month[] = [];
  for (let at = year * 12 + month - 1; months.length < count && at >= 2024 * 12 + 1; at -= 1) {
    const one = { year: Math.floor(at / 12), month: (at % 12) + 1 };
    if (one.month !== 1) months.unshift(one);
  }
  return months;
};

const rate = (indicator: Indicator, when: Month): string => growth[indicator](when).toFixed(1);
const short = ({ year, month }: Month): string => `${year}年${month === 2 ? '1—2' : `1—${month}`}月`;

const change = (indicator: Indicator, when: Month): string => {
  const before = { year: when.year, month: when.month - 1 };
  const points = Number((growth[indicator](when) - growth[indicator](before)).toFixed(1));
  if (when.month === 2) return '';
  if (points === 0) return `，与${spanOf(before.month)}持平`;
  return `，比${spanOf(before.month)}${points > 0 ? '加快' : '回落'}${Math.abs(points)}个百分点`;
};

const sentence = (subject: string, indicator: Indicator, when: Month): string => {
  const value = growth[indicator](when);
  return `${subject}同比${value < 0 ? '下降' : '增长'}${Math.abs(value).toFixed(1)}%${change(indicator, when)}`;
};

/** Growth over the months up to one, as a data set with lines. */
export const trend = (when: Month): Particulars => {
  const months = monthsUpTo(when, 11);
  return {
    type: 'dataset',
    unit: '%',
    period: `${short(months[0] ?? when)}至${short(when)}累计同比增长`,
    definition: DEFINITION,
    heads: ['时间', '规模以上工业增加值', '固定资产投资', '社会消费品零售总额'],
    rows: months.map((one) => [short(one), rate('industry', one), rate('investment', one), rate('retail', one)]),
    chart: 'line',
  };
};

/** What the office remarks on, month by month. */
const REMARKS: Record<number, string> = {
  2: '受春节假期安排影响，1月、2月数据合并发布。节日消费带动作用明显，企业复工时间总体早于上年。',
  4: '重点项目陆续开工，工业投资支撑作用增强；部分外贸企业反映海运费用上涨，接单趋于谨慎。',
  5: '小长假期间城区商圈和乡村旅游客流增加，餐饮收入增速快于商品零售。夏粮生长总体正常。',
  7: '持续高温带动居民生活用电快速增长，降雨天气对部分建筑项目施工进度有所影响。',
  8: '暑期消费平稳，夜间餐饮较为活跃。纺织服装行业进入备货期，用工需求有所回升。',
  10: '秋粮收获基本结束，节日消费拉动作用显现；房地产开发投资仍处于调整之中。',
  11: '年末企业赶订单、赶进度，工业用电保持增长；一般公共预算支出继续向民生领域倾斜。',
};

const monthly = (when: Month, published: string, next: string) => {
  const { year, month } = when;
  const span = spanOf(month);
  return document({
    key: `tjsj-${year}-${String(month).padStart(2, '0')}`,
    column: 'tjsj',
    department: 'tjj',
    title: `${year}年${span}全市主要经济指标`,
    published,
    genreClass: '统计数据',
    topicClass: '国民经济管理、国有资产监管',
    keywords: ['月度数据', '主要经济指标', `${year}年${month}月`],
    summary: `${span}${sentence('规模以上工业增加值', 'industry', { year, month }).replace(/，.*/, '')}，固定资产投资增长${rate('investment', when)}%，社会消费品零售总额增长${rate('retail', when)}%。`,
    particulars: trend(when),
    body: `
${year}年${span}，全市${sentence('规模以上工业增加值', 'industry', when)}；${sentence('固定资产投资（不含农户）', 'investment', when)}；社会消费品零售总额${total('retail', when)}亿元，${sentence('', 'retail', when)}。
${REMARKS[month] ?? '总体看，主要指标运行在合理区间，但有效需求仍显不足，部分企业经营压力较大，回升基础需要继续巩固。'}
${table(
  `${year}年${span}全市主要经济指标`,
  ['指标', '单位', span, '同比增长（%）'],
  [
    ...LINES.map(([label, unit, value, indicator]) => [label, unit, value === null ? '—' : total(value, when), rate(indicator, when)]),
    ['居民消费价格指数（上年同期=100）', '—', (100 + growth.prices(when)).toFixed(1), rate('prices', when)],
  ],
)}
## 说明
1. 本表数据为快报数，与年报数可能不同，以年报数为准。
2. 因统计制度规定不公布绝对数的指标以“—”表示；存贷款余额为期末数。
3. 下次发布时间：${next}。`,
    ...(month === 7 || month === 11 || month === 4
      ? {
          attachments: [
            {
              name: `${year}年${span}主要经济指标.xlsx`,
              make: 'xlsx' as const,
              sheet: span,
              rows: [['指标', '单位', span, '同比增长（%）'], ...LINES.map(([label, unit, value, indicator]) => [label, unit, value === null ? '' : Number(total(value, when)), growth[indicator](when)])],
            },
          ],
        }
      : {}),
  });
};

/** Months between the quarters, whose figures have documents of their own. */
export const monthlyStatistics = [
  monthly({ year: 2024, month: 4 }, '2024-05-21 15:00', '2024年6月21日'),
  monthly({ year: 2024, month: 5 }, '2024-06-21 15:00', '2024年7月25日'),
  monthly({ year: 2024, month: 7 }, '2024-08-20 15:00', '2024年9月20日'),
  monthly({ year: 2024, month: 8 }, '2024-09-20 15:00', '2024年10月29日'),
  monthly({ year: 2024, month: 10 }, '2024-11-20 15:00', '2024年12月20日'),
  monthly({ year: 2024, month: 11 }, '2024-12-20 15:00', '2025年1月24日'),
  monthly({ year: 2025, month: 2 }, '2025-03-21 15:00', '2025年4月28日'),
  monthly({ year: 2025, month: 4 }, '2025-05-20 15:00', '2025年6月20日'),
  monthly({ year: 2025, month: 5 }, '2025-06-20 15:00', '2025年7月24日'),
  monthly({ year: 2025, month: 7 }, '2025-08-20 15:00', '2025年9月19日'),
  monthly({ year: 2025, month: 8 }, '2025-09-19 15:00', '2025年10月28日'),
  monthly({ year: 2025, month: 10 }, '2025-11-20 15:00', '2025年12月19日'),
  monthly({ year: 2025, month: 11 }, '2025-12-19 15:00', '2026年1月26日'),
  monthly({ year: 2026, month: 2 }, '2026-03-20 15:00', '2026年4月27日'),
  monthly({ year: 2026, month: 5 }, '2026-06-19 15:00', '2026年7月24日'),
  monthly({ year: 2026, month: 7 }, '2026-08-20 15:00', '2026年9月18日'),
  monthly({ year: 2026, month: 8 }, '2026-09-18 15:00', '2026年10月28日'),
];
