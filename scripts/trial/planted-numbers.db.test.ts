import { rmSync } from 'node:fs';
import { openChecker, type CheckedRow, type Checker } from '../bench/checks/checker.ts';
import { makeAttachment } from '../demonstration/attachments.ts';
import type { DemonstrationAttachment } from '../demonstration/types.ts';
import { seeded, type Random } from '../bench/corpus/random.ts';
import { trialSettings } from './trial.ts';

const LETTERS = 200;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const figures = (random: Random, count: number): string => Array.from({ length: count }, () => random.below(10)).join('');

/** Written here from GB 11643, not taken from the code under test. */
const identityNumber = (random: Random): string => {
  const seventeen = `330106${1940 + random.below(70)}${String(1 + random.below(12)).padStart(2, '0')}${String(1 + random.below(28)).padStart(2, '0')}${figures(random, 3)}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return `${seventeen}${'10X98765432'[sum % 11]}`;
};
const mobileNumber = (random: Random): string => `13${figures(random, 9)}`;
const bankCard = (random: Random): string => {
  const start = `622202${figures(random, 12)}`;
  for (let last = 0; last < 10; last += 1) {
    const sum = [...`${start}${last}`].reverse().reduce((total, figure, index) => total + (index % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(figure)] ?? 0 : Number(figure)), 0);
    if (sum % 10 === 0) return `${start}${last}`;
  }
  return start;
};

const KINDS = { 'identity-card': identityNumber, mobile: mobileNumber, 'bank-card': bankCard };
const SENTENCES = ['街道办事处：我是示例小区的住户，楼道照明坏了两周。', '希望尽快派人查看，谢谢。', '此事已向物业反映，至今没有答复。', '路口的信号灯时间太短，老人来不及过街。'];

type Where = 'sentence' | 'table' | 'docx' | 'docx table' | 'xlsx' | 'xlsx number' | 'pdf' | 'txt';
const PLACES: Where[] = ['sentence', 'table', 'docx', 'docx table', 'xlsx', 'xlsx number', 'pdf', 'txt'];

const attachmentWith = (where: Where, number: string, planted: string): DemonstrationAttachment | null => {
  if (where === 'docx') return { name: '情况说明.docx', make: 'docx', heading: '情况说明', paragraphs: [...SENTENCES, planted] };
  if (where === 'docx table') return { name: '登记表.docx', make: 'docx', heading: '登记表', paragraphs: SENTENCES, table: { head: ['姓名', '号码'], rows: [['某某', number]] } };
  if (where === 'xlsx') return { name: '名单.xlsx', make: 'xlsx', sheet: '名单', rows: [['序号', '姓名', '备注'], [1, '某某', number]] };
  if (where === 'xlsx number') return { name: '名单.xlsx', make: 'xlsx', sheet: '名单', rows: [['序号', '姓名', '手机'], [1, '某某', number.length === 11 ? Number(number) : number]] };
  if (where === 'pdf') return { name: '来信扫描.pdf', make: 'pdf', heading: '来信', paragraphs: [...SENTENCES, planted] };
  if (where === 'txt') return { name: '来信.txt', make: 'txt', text: `${SENTENCES.join('\n')}\n${planted}` };
  return null;
};

const letter = (random: Random, n: number): { row: CheckedRow; check: string; number: string; where: Where } => {
  const check = random.pick(Object.keys(KINDS) as (keyof typeof KINDS)[]);
  const number = KINDS[check](random);
  const where = PLACES[n % PLACES.length] as Where;
  const planted = random.pick([`我的号码是${number}，请回复。`, `（${number}）`, `某某 ${number} 某某`]);
  const file = attachmentWith(where, number, planted);
  const table = `<table><tr><th>姓名</th><th>号码</th></tr><tr><td>某某</td><td>${number.slice(0, 5)}<strong>${number.slice(5)}</strong></td></tr></table>`;
  const html = `<p>${SENTENCES.join('</p><p>')}</p>${where === 'sentence' ? `<p>${planted}</p>` : ''}${where === 'table' ? table : ''}<p>附件：见附</p>`;
  return { check, number, where, row: { id: String(n), title: `来信第 ${n} 封`, html, today: '2026-11-23', attachments: file ? [{ name: file.name, base64: makeAttachment(file).toString('base64') }] : [] } };
};

describe('letters with planted numbers: none survives', () => {
  let checker: Checker;
  let folder: string;
  beforeAll(async () => {
    const settings = await trialSettings({ name: 'planted' });
    folder = settings.dataFolder;
    checker = await openChecker(settings);
  });
  afterAll(async () => {
    await checker.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a letter without any is passed, whatever hangs on it', async () => {
    for (const where of PLACES.filter((place) => attachmentWith(place, '', ''))) {
      const file = attachmentWith(where, '没有', '没有号码。');
      const { findings } = await checker.check({ id: where, title: '来信', html: `<p>${SENTENCES[0]}</p><p>附件：见附</p>`, today: '2026-11-23', attachments: file ? [{ name: file.name, base64: makeAttachment(file).toString('base64') }] : [] });
      expect({ where, findings: findings.filter(({ check }) => check !== 'named-attachment') }).toEqual({ where, findings: [] });
    }
  });

  test(`${LETTERS} letters: in sentences, tables, and in files of Word, Excel, PDF and text`, async () => {
    const random = seeded(20261123);
    const survived: string[] = [];
    for (let n = 0; n < LETTERS; n += 1) {
      const { row, check, number, where } = letter(random, n);
      const { findings } = await checker.check(row);
      if (!findings.some((finding) => finding.check === check && finding.severity === 'stop')) survived.push(`${where} ${check} ${number}`);
    }
    expect(survived).toEqual([]);
  });

  test('a file nothing can be read from is given to a person', async () => {
    const attachments = [
      { name: '旧表.doc', base64: Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('base64') },
      { name: '照片.jpg', base64: Buffer.from('ffd8ffe000104a464946', 'hex').toString('base64') },
    ];
    const { findings } = await checker.check({ id: 'unreadable', title: '来信', html: '<p>见附件</p>', today: '2026-11-23', attachments });
    expect(findings.filter(({ check }) => check === 'unreadable-attachment').map(({ severity }) => severity)).toEqual(['warn', 'warn']);
  });
});
