import { document, table } from '../writing.ts';

type Quarter = [span: string, first: number, second: number, third: number, rate: number, income: number, incomeRate: number];

/** Value added by industry (亿元), growth, income a head (元) and its growth; cumulative. */
const QUARTERS: Record<string, Quarter> = {
  '2024Q1': ['2024年一季度', 58.2, 262.4, 333.9, 6.2, 8120, 6.4],
  '2024H1': ['2024年上半年', 145.6, 577.3, 691.8, 6.1, 15040, 6.2],
  '2024Q3': ['2024年前三季度', 276.9, 841.2, 989.5, 6.0, 22940, 6.2],
  '2024Y': ['2024年', 409.3, 1199.7, 1396.2, 6.0, 31330, 6.1],
  '2025Q1': ['2025年一季度', 60.1, 277.8, 357.6, 5.7, 8590, 5.8],
  '2025H1': ['2025年上半年', 150.8, 611.5, 736.1, 5.8, 15900, 5.7],
  '2025Q3': ['2025年前三季度', 287.8, 883.6, 1036.9, 5.8, 24420, 5.8],
  '2026Q1': ['2026年一季度', 61.7, 291.2, 379.4, 5.3, 9080, 5.7],
  '2026H1': ['2026年上半年', 155.3, 645.9, 781.2, 5.5, 16820, 5.8],
};

const sum = ([, ...values]: Quarter): number => values.slice(0, 3).reduce((all, value) => all + value, 0);

const DEFINITION = `地区生产总值是一个地区所有常住单位在一定时期内生产活动的最终成果，绝对数按照当年价格计算，增长速度按照不变价格计算，季度数为年初累计初步核算数。
居民人均可支配收入来自住户收支与生活状况抽样调查，全市共有调查户1240户，分布在62个调查小区。
资料来源：市统计局。初步核算数与最终核实数可能存在差异，按照规定修订后公布。`;

const quarterly = (key: string, published: string, title: string, paragraphs: [string, string]) => {
  const named = Object.keys(QUARTERS);
  const quarter = QUARTERS[key];
  if (quarter === undefined) throw new Error(`没有季度数据 ${key}`);
  const [span, first, second, third, rate, income, incomeRate] = quarter;
  const all = sum(quarter);
  const from = Math.max(0, named.indexOf(key) - 4);
  const rows = named.slice(from, named.indexOf(key) + 1).map((name) => QUARTERS[name] as Quarter);
  return document({
    key: `tjsj-gdp-${key.toLowerCase()}`,
    column: 'tjsj',
    department: 'tjj',
    title,
    published,
    genreClass: '统计数据',
    topicClass: '国民经济管理、国有资产监管',
    keywords: ['季度数据', '地区生产总值', '居民收入'],
    summary: `${span}全市地区生产总值${all.toFixed(1)}亿元，同比增长${rate.toFixed(1)}%；居民人均可支配收入${income}元，增长${incomeRate.toFixed(1)}%。`,
    particulars: {
      type: 'dataset',
      unit: '亿元',
      period: span,
      definition: DEFINITION,
      heads: ['时间', '第一产业', '第二产业', '第三产业'],
      rows: rows.map(([name, one, two, three]) => [name, one.toFixed(1), two.toFixed(1), three.toFixed(1)]),
      chart: 'bar',
    },
    body: `
初步核算，${span}全市地区生产总值${all.toFixed(1)}亿元，按照不变价格计算，同比增长${rate.toFixed(1)}%。${paragraphs[0]}
${table(
  `${span}地区生产总值构成`,
  ['产业', '增加值（亿元）', '占比（%）'],
  [
    ['第一产业', first.toFixed(1), ((first / all) * 100).toFixed(1)],
    ['第二产业', second.toFixed(1), ((second / all) * 100).toFixed(1)],
    ['第三产业', third.toFixed(1), ((third / all) * 100).toFixed(1)],
    ['合计', all.toFixed(1), '100.0'],
  ],
)}
居民人均可支配收入${income}元，同比名义增长${incomeRate.toFixed(1)}%。${paragraphs[1]}
部分数据因四舍五入，存在分项合计与总计不等的情况。`,
  });
};

export const quarterlyStatistics = [
  quarterly('2024Q1', '2024-04-29 10:00', '2024年一季度全市经济运行实现良好开局', [
    '农业生产形势稳定，春播进度快于上年；规模以上工业企业开工率达到96.3%；交通运输、住宿餐饮等行业恢复较快。',
    '工资性收入增长6.9%，是增收的主要来源；农村居民收入增速连续五个季度快于城镇。',
  ]),
  quarterly('2024H1', '2024-07-25 10:00', '2024年上半年全市国民经济运行情况', [
    '夏粮总产量43.6万吨，增长1.2%；装备制造、食品加工两个行业合计拉动工业增长3.1个百分点；新开工项目计划投资增长8.4%。',
    '经营净收入增长5.4%，转移净收入增长6.6%。城乡居民收入比为1.84，比上年同期缩小0.03。',
  ]),
  quarterly('2024Q3', '2024-10-29 10:00', '2024年前三季度全市国民经济运行情况', [
    '秋粮面积稳中有增，受8月高温影响，部分岗地玉米单产略减；工业用电量增长7.2%；邮政快递业务量增长18.6%。',
    '分城乡看，城镇居民增长5.5%，农村居民增长7.0%。外出务工人员月均工资增长4.8%。',
  ]),
  quarterly('2024Y', '2025-01-24 10:00', '2024年全市地区生产总值突破3000亿元', [
    '全年粮食总产量226.6万吨，再获丰收；规模以上工业企业净增63家；高技术制造业增加值增长11.7%。房地产开发投资下降8.7%，仍是投资的主要拖累。',
    '全年居民人均生活消费支出22180元，教育文化娱乐和医疗保健支出占比上升。',
  ]),
  quarterly('2025Q1', '2025-04-28 10:00', '2025年一季度全市国民经济运行情况', [
    '规模以上工业增加值增长6.1%，服务业增加值增长5.9%。受低温影响，1月蔬菜产量小幅下降，2月后恢复正常。',
    '财产净收入增长较慢，仅为1.9%；养老金标准提高带动转移净收入增长。',
  ]),
  quarterly('2025H1', '2025-07-24 10:00', '2025年上半年全市国民经济运行情况', [
    '电子信息产业增加值增长14.2%，占规模以上工业的比重提高到11.8%；以旧换新政策带动家电类零售额增长21.5%。',
    '农村居民工资性收入增长7.1%，乡村公益性岗位和就近务工起到支撑作用。',
  ]),
  quarterly('2025Q3', '2025-10-28 10:00', '2025年前三季度全市国民经济运行情况', [
    '工业、消费增速与上半年基本持平，投资结构继续改善，工业投资占比达到46.2%。货物进出口增长7.9%，新业态出口增长较快。',
    '城乡居民收入比为1.80。低收入组居民收入增长7.3%，快于平均水平1.5个百分点。',
  ]),
  quarterly('2026Q1', '2026-04-27 10:00', '2026年一季度全市国民经济运行情况', [
    '受外部需求走弱和上年同期基数较高影响，增速比上年全年回落0.5个百分点。服务业用电量增长7.7%，春节假期接待游客增长9.2%。',
    '城镇调查失业率5.1%，高校毕业生离校前签约率低于上年同期，稳就业压力有所上升。',
  ]),
  quarterly('2026H1', '2026-07-24 09:30', '2026年上半年全市国民经济运行情况', [
    '二季度增速回升，主要是工业和服务业同步改善。夏粮总产量44.3万吨，增长0.7%；新登记经营主体2.6万户。',
    '城镇居民增长5.0%，农村居民增长6.7%。就业补贴提前拨付，带动转移净收入增长6.4%。',
  ]),
];
