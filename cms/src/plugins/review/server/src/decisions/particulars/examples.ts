import type { Particulars, ParticularsOf, ParticularsType } from './form';

/** One of each, whole and without fault, for tests. */
export const EXAMPLES: { [T in ParticularsType]: ParticularsOf<T> } = {
  person: { type: 'person', post: '市委副书记、市长', group: '市政府领导', order: 1, duties: '领导市政府全面工作。\n负责审计工作。', phone: '0000-1234567' },
  agency: {
    type: 'agency',
    address: '示范市人民路 1 号',
    phone: '0000-1234567',
    officeHours: '工作日 9:00—12:00，13:30—17:00',
    postalCode: '000000',
    website: 'https://jyj.gongkai.example',
    leaders: [{ name: '甲某', title: '局长', duties: '主持全面工作。' }],
    units: [{ name: '办公室', duties: '负责文电、会务。', phone: '0000-1234568' }],
  },
  dataset: {
    type: 'dataset',
    unit: '亿元',
    period: '2026 年前三季度',
    definition: '地区生产总值按不变价格计算，由市统计局提供。',
    heads: ['季度', '地区生产总值', '增长（%）'],
    rows: [['一季度', '1,024.5', '5.1'], ['二季度', '2,150.0', '—']],
    chart: 'line',
  },
  topic: { type: 'topic', code: 'gongnuan', sections: [{ heading: '最新动态', column: 'szyw', keyword: '供暖' }], closed: false },
  emergency: { type: 'emergency', level: 'orange', event: '暴雨', advice: '请减少外出，远离低洼地带。', hotline: '0000-12345', until: '2026-12-01T04:00:00.000Z' },
  hall: { type: 'hall', room: 'report', year: 2025 },
  interpretation: { type: 'interpretation', form: 'questions' },
};

export const ALL_EXAMPLES: Particulars[] = Object.values(EXAMPLES);
