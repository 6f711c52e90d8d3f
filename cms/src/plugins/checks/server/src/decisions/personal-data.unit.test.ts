import { bankCardNumber, identityNumber, landlineNumber, mailAddress, mobileNumber, oldIdentityNumber, plateNumber, seeded, WRITTEN } from './fixtures/numbers';
import type { Random } from './fixtures/numbers';
import { subject } from './fixtures/subject';
import { runChecks } from './registry';
import { PERSONAL_CHECKS } from './personal/check';

const PER_KIND = 1000;

const foundIn = (html: string) => runChecks(subject({ html }), PERSONAL_CHECKS);
const checksIn = (html: string): string[] => foundIn(html).map((finding) => finding.check);

const KINDS: { kind: string; check: string; make: (random: Random) => string; severity: string; ways: string[] }[] = [
  { kind: 'identity card', check: 'identity-card', make: identityNumber, severity: 'stop', ways: Object.keys(WRITTEN) },
  { kind: 'identity card of 15 figures', check: 'identity-card', make: oldIdentityNumber, severity: 'stop', ways: Object.keys(WRITTEN) },
  { kind: 'mobile', check: 'mobile', make: mobileNumber, severity: 'stop', ways: Object.keys(WRITTEN) },
  { kind: 'bank card', check: 'bank-card', make: bankCardNumber, severity: 'stop', ways: Object.keys(WRITTEN) },
  { kind: 'plate', check: 'plate', make: plateNumber, severity: 'warn', ways: ['plain', 'full-width', 'with zero-width marks', 'with inline tags'] },
  { kind: 'e-mail', check: 'e-mail', make: mailAddress, severity: 'warn', ways: ['plain', 'full-width', 'with zero-width marks', 'with inline tags'] },
  { kind: 'landline', check: 'landline', make: landlineNumber, severity: 'warn', ways: ['plain', 'full-width', 'with zero-width marks', 'with inline tags'] },
];

const LABELS: Record<string, string> = { 'identity card of 15 figures': '身份证号：' };

const FRAMES: ((number: string, label: string) => string)[] = [
  (number, label) => `<p>张某，男，${label}${number}，本人。</p>`,
  (number, label) => `<p>经查，当事人李某（${label}${number}）未按期到场。</p>`,
  (number, label) => `<table><tr><th>序号</th><th>姓名</th><th>情况</th></tr><tr><td>1</td><td>王某</td><td>${label}${number}</td></tr></table>`,
  (number, label) => `<p>第一段。</p><ul><li>${label}${number}</li></ul>`,
];

describe.each(KINDS)('a thousand numbers: $kind', ({ kind, check, make, severity, ways }) => {
  test.each(ways)('written %s, every one is found', (way) => {
    const random = seeded(20261123);
    const missed: string[] = [];
    for (let n = 0; n < PER_KIND; n += 1) {
      const number = make(random);
      const html = random.pick(FRAMES)(WRITTEN[way]?.(number, random) ?? number, LABELS[kind] ?? '');
      if (!foundIn(html).some((finding) => finding.check === check && finding.severity === severity)) missed.push(html);
    }
    expect(missed).toEqual([]);
  });
});

test('an identity number with a wrong check character is none', () => {
  const random = seeded(7);
  for (let n = 0; n < PER_KIND; n += 1) {
    const number = identityNumber(random);
    const wrong = '0123456789X'.replace(number[17] as string, '');
    const near = number.slice(0, 17) + random.pick([...wrong]);
    expect(checksIn(`<p>编号${near}号的材料</p>`)).not.toContain('identity-card');
  }
});

test('an identity number of somebody not yet born, or from nowhere, is none', () => {
  expect(checksIn('<p>330106203001011231</p>')).not.toContain('identity-card');
  expect(checksIn('<p>990106199001011237</p>')).not.toContain('identity-card');
  expect(checksIn('<p>330106199013011231</p>')).not.toContain('identity-card');
});

test('figures one to a cell, as in forms, are read together', () => {
  const number = identityNumber(seeded(3));
  const cells = [...number].map((figure) => `<td>${figure}</td>`).join('');
  const [finding] = foundIn(`<table><tr><td>公民身份号码</td>${cells}</tr></table>`);
  expect(finding).toMatchObject({ check: 'identity-card', severity: 'stop' });
  expect(finding?.place.label).toBe('正文第 1 个表格第 1 行第 2 列起');
});

test('a number in number words is found', () => {
  expect(checksIn('<p>请加我：一三八零零一三八零零零。</p>')).toContain('mobile');
});

test.each([
  '3301**********1234', '330106********1234', '138****5678', '6222 **** **** 1234', '1380013****', '浙A·1***5', '33010619900101****', '身份证号码末四位 1234',
])('what is masked is no finding: %s', (masked) => {
  expect(foundIn(`<p>张某（${masked}）</p>`)).toEqual([]);
});

test.each([
  ['an office’s own telephone', '<p>联系电话：0571-88880000，传真：0571-88880001</p>'],
  ['a service line', '<p>咨询电话：88880000，热线 12345，400-800-8800</p>'],
  ['an amount', '<p>全年投入 13800138000 元，比上年增加 15000000000.00 元。</p>'],
  ['thousands parted by blanks', '<p>合计 15 000 000 000</p>'],
  ['a file number', '<p>项目编号：13912345678；合同号 6222021234567890128</p>'],
  ['a registration number of a firm', '<p>统一社会信用代码：91330106MA2XXXXX0J，注册号 330106000012345</p>'],
  ['an ICP number', '<p>浙B2-20080224</p>'],
  ['an official mail box', '<p>电子邮箱：fgw@example.gov.cn</p>'],
  ['an office’s address', '<p>地址：中山路 12 号行政中心 3 号楼 402 室</p>'],
  ['a run of years', '<p>2013 2014 2015 2016 2017</p>'],
])('no finding: %s', (_what, html) => {
  expect(foundIn(html)).toEqual([]);
});

test('a mobile that an office publishes as its own line is a warning, a person’s is a stop', () => {
  expect(foundIn('<p>值班电话：13800138000（市防汛办）</p>')).toMatchObject([{ check: 'mobile', severity: 'warn' }]);
  expect(foundIn('<p>联系人张某，联系电话：13800138000</p>')).toMatchObject([{ check: 'mobile', severity: 'stop' }]);
});

test('where somebody lives is found, also by the head of a table', () => {
  expect(checksIn('<p>张某，家住示例区建设路12号3幢402室。</p>')).toEqual(['home-address']);
  expect(checksIn('<table><tr><th>姓名</th><th>家庭住址</th></tr><tr><td>李某</td><td>示例区和平街道幸福路8号1幢201室</td></tr></table>')).toEqual(['home-address']);
});

test('a finding tells its place, shows the number and keeps it masked', () => {
  const number = identityNumber(seeded(5));
  const [finding] = foundIn(`<p>第一段</p><table><tr><td>姓名</td><td>号码</td></tr><tr><td>某某</td><td>${number}</td></tr></table>`);
  expect(finding).toMatchObject({ place: { id: 'body/t1r2c2', label: '正文第 1 个表格第 2 行第 2 列' }, excerpt: { match: number } });
  expect(finding?.kept).not.toContain(number.slice(4, 14));
});

test('the key stays with the place and the text, and changes with either', () => {
  const key = (html: string) => foundIn(html)[0]?.key;
  const first = key('<p>甲 a@qq.com</p>');
  expect(key('<p>甲乙 a@qq.com</p>')).toBe(first);
  expect(key('<p>甲 b@qq.com</p>')).not.toBe(first);
  expect(key('<p>零</p><p>甲 a@qq.com</p>')).not.toBe(first);
});

test('a text of figures and blanks is read in linear time', () => {
  const read = (length: number) => {
    const html = `<p>${'1 3 8 0 0 '.repeat(length / 10)}</p>`;
    const start = performance.now();
    foundIn(html);
    return performance.now() - start;
  };
  read(20_000);
  const [small, large] = [read(20_000), read(200_000)];
  expect(large / small).toBeLessThan(40);
});
