import { document, signed, table } from '../writing.ts';

/** Figures of a quarter's tap water: of the works, of the pipes' ends, of second pumping. */
interface Quarter {
  year: number;
  quarter: 1 | 2 | 3 | 4;
  published: string;
  samples: [works: number, ends: number, pumped: number];
  failed: number;
  turbidity: string;
  chlorine: string;
  hardness: string;
  remark: string;
}

const NAMES = ['一', '二', '三', '四'];
const ISSUER = '孝感市住房和城乡建设局';
const day = (published: string): string => {
  const [year, month, date] = published.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const quality = ({ year, quarter, published, samples, failed, turbidity, chlorine, hardness, remark }: Quarter) => {
  const all = samples.reduce((sum, count) => sum + count, 0);
  const rate = (((all - failed) / all) * 100).toFixed(1);
  const name = `${year}年第${NAMES[quarter - 1]}季度`;
  return document({
    key: `gsgg-water-${year}q${quarter}`,
    column: 'gsgg',
    department: 'zjj',
    title: `孝感市城区${name}供水水质公告`,
    published,
    genreClass: '公告',
    topicClass: '城乡建设、环境保护',
    audienceClass: '居民',
    keywords: ['供水水质', '水质公告', `${year}年`],
    summary: `${name}检测水样${all}份，合格率${rate}%，公布出厂水、管网水和二次供水主要指标。`,
    body: `
${name}，市住房和城乡建设局委托检测机构对城区供水水质进行监测，共采集水样${all}份，合格${all - failed}份，合格率${rate}%。
${table(
  `城区供水主要指标（${name}）`,
  ['指标', '标准限值', '出厂水', '管网水', '二次供水'],
  [
    ['采样份数', '—', ...samples.map(String)],
    ['浑浊度（NTU）', '≤1', turbidity, (Number(turbidity) + 0.09).toFixed(2), (Number(turbidity) + 0.14).toFixed(2)],
    ['游离氯（mg/L）', '≥0.05（末梢）', chlorine, (Number(chlorine) - 0.24).toFixed(2), (Number(chlorine) - 0.31).toFixed(2)],
    ['总硬度（mg/L）', '≤450', hardness, hardness, String(Number(hardness) + 2)],
    ['菌落总数（CFU/mL）', '≤100', '未检出', '2', '5'],
    ['总大肠菌群', '不得检出', '未检出', '未检出', '未检出'],
  ],
)}
${remark}
指标为当季各水样平均值。居民对家中水质有疑问的，可以联系供水企业免费上门取样，5个工作日内告知结果。
${signed(ISSUER, day(published))}`,
  });
};

/** 供水水质公告, one a quarter. */
export const waterQuality = [
  quality({ year: 2024, quarter: 1, published: '2024-04-15 09:00', samples: [36, 108, 42], failed: 2, turbidity: '0.24', chlorine: '0.56', hardness: '138', remark: '不合格的2份为二次供水浑浊度超标，涉及1个小区，清洗水箱后复检合格。' }),
  quality({ year: 2024, quarter: 2, published: '2024-07-15 09:00', samples: [36, 108, 42], failed: 1, turbidity: '0.27', chlorine: '0.61', hardness: '132', remark: '入汛后原水浑浊度上升，水厂增加混凝剂投加和检测频次，出厂水保持稳定。不合格1份为管网末梢余氯偏低，冲洗管道后合格。' }),
  quality({ year: 2024, quarter: 3, published: '2024-10-15 09:00', samples: [36, 114, 48], failed: 3, turbidity: '0.29', chlorine: '0.66', hardness: '129', remark: '高温期间3份二次供水余氯偏低，均为水箱停留时间过长所致，已调整补水方式，复检合格。' }),
  quality({ year: 2024, quarter: 4, published: '2025-01-15 09:00', samples: [36, 114, 48], failed: 0, turbidity: '0.22', chlorine: '0.58', hardness: '141', remark: '本季度全部合格。低温期间居民反映水色发白，经检测为溶解空气所致，静置后消失，不影响饮用。' }),
  quality({ year: 2025, quarter: 1, published: '2025-04-15 09:00', samples: [36, 114, 48], failed: 1, turbidity: '0.23', chlorine: '0.57', hardness: '139', remark: '不合格1份为某小区二次供水浑浊度，原因是施工停水后未充分冲洗，供水企业已向住户说明并减免水费。' }),
  quality({ year: 2025, quarter: 2, published: '2025-07-15 09:00', samples: [36, 120, 54], failed: 2, turbidity: '0.26', chlorine: '0.62', hardness: '133', remark: '自本季度起，二次供水采样点由48个增加到54个，新增的均为2010年以前建成的小区。' }),
  quality({ year: 2025, quarter: 3, published: '2025-10-15 09:00', samples: [36, 120, 54], failed: 2, turbidity: '0.28', chlorine: '0.67', hardness: '136', remark: '受持续少雨影响，原水硬度略有上升，仍远低于标准限值。2份不合格样品均已查明原因并复检合格。' }),
  quality({ year: 2026, quarter: 1, published: '2026-04-15 09:00', samples: [36, 120, 60], failed: 0, turbidity: '0.21', chlorine: '0.55', hardness: '140', remark: '本季度全部合格。46公里老旧管网更换工程完成过半，更换路段末梢浑浊度平均下降0.06。' }),
  quality({ year: 2026, quarter: 2, published: '2026-07-15 09:00', samples: [36, 120, 60], failed: 1, turbidity: '0.25', chlorine: '0.61', hardness: '134', remark: '不合格1份为学校直饮水机滤芯超期，已更换并检查同类设备112台，结果由学校公示。' }),
  quality({ year: 2026, quarter: 3, published: '2026-10-15 09:00', samples: [36, 126, 60], failed: 1, turbidity: '0.27', chlorine: '0.65', hardness: '131', remark: '9月府澴河支流水污染事件期间，饮用水水源地未受影响，加密监测6次均合格。' }),
];
