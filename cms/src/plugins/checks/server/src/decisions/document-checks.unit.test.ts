import { judge, readAcceptances } from './acceptance';
import { subject } from './fixtures/subject';
import { CHECKS, runChecks } from './registry';
import { mayReviewSecrecy, readSecrecy, secrecyStanding } from './secrecy';
import { readBody } from './text/body';
import type { WordEntry } from './words/entries';
import { faultOfWord } from './words/entries';
import { STARTING_WORDS } from './words/starting-list';

const found = (given: Parameters<typeof subject>[0]) => runChecks(subject(given)).map(({ check, severity, place }) => `${check} ${severity} ${place.id}`);

test('a document in order has no findings', () => {
  expect(found({})).toEqual([]);
});

test('every check has an id of its own', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});

test('required fields follow the kind of the column', () => {
  expect(found({ source: 'null' })).toEqual(['required-field stop source']);
  expect(found({ facts: { columnKind: 'official' } })).toEqual(['issuer', 'documentNumber', 'writtenOn', 'validity'].map((field) => `required-field stop ${field}`));
});

test('a picture needs words, and a file name is none', () => {
  expect(found({ html: '<p>文</p><img src="asset:1" alt=""><img src="asset:2" alt="IMG_2031">' })).toEqual(['alternative-text stop body/image1', 'alternative-text warn body/image2']);
});

test('a table of data needs a head; one row of layout does not', () => {
  expect(found({ html: '<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>' })).toEqual(['table-header warn body/t1']);
  expect(found({ html: '<table><tr><td>甲</td><td>乙</td></tr></table>' })).toEqual([]);
});

test('dates of tomorrow: 成文日期 stops, title and signature warn', () => {
  expect(found({ writtenOn: '2026-11-24' })).toEqual(['future-date stop writtenOn']);
  expect(found({ writtenOn: '2026-11-23' })).toEqual([]);
  expect(found({ title: '关于2027年3月5日停水的公告' })).toEqual(['future-date warn title']);
  expect(found({ html: '<p>正文。</p><p class="date">2026年12月1日</p>' })).toEqual(['future-date warn body/p2']);
});

test('a title that is in use', () => {
  expect(found({ facts: { titlesInUse: [{ title: '关于做好冬季供暖工作的通知', state: '已公开' }] } })).toEqual(['title-in-use warn title']);
});

test('validity must not contradict a repeal', () => {
  expect(found({ validity: 'valid', facts: { repealedBy: [{ title: '新办法' }] } })).toEqual(['validity stop validity']);
  expect(found({ validity: 'repealed', facts: { repealedBy: [{ title: '新办法' }] } })).toEqual([]);
  expect(found({ facts: { repeals: [{ title: '旧办法', validity: 'valid' }] } })).toEqual(['validity warn repeals']);
});

const file = (name: string) => ({ name, sha256: 'a'.repeat(64), blocks: [], unreadable: null });

test('attachments the text names must be there, and the other way round', () => {
  const html = '<p>正文。</p><p>附件：1. 申报表</p><p>2. 名单</p>';
  expect(found({ html })).toEqual(['named-attachment warn body/p2']);
  expect(found({ html, attachments: [file('1.申报表.docx'), file('附件2：名单.xlsx')] })).toEqual([]);
  expect(found({ html: '<p>正文。</p>', attachments: [file('表.docx')] })).toEqual(['named-attachment warn attachments']);
});

test('links: dead ones, and those nobody asked', () => {
  const html = '<p><a href="https://example.org/a">甲</a><a href="/gsgg/202601/abcdefgh.html">乙</a></p>';
  expect(found({ html, facts: { links: { 'https://example.org/a': 'not-asked', '/gsgg/202601/abcdefgh.html': 'dead' } } })).toEqual(['link warn body/p1', 'link warn body/p1']);
});

test('a mark of secrecy on a line of its own stops', () => {
  expect(found({ html: '<p>机密★10年</p>' })).toEqual(['secrecy-mark stop body/p1']);
  expect(found({ html: '<p>内部资料，注意保存</p>' })).toEqual(['secrecy-mark warn body/p1']);
});

const word = (more: Partial<WordEntry>): WordEntry => ({ list: 'forbidden', word: '禁止词语', replacement: '', severity: 'stop', note: '', ...more });

test.each(['禁止词语', '禁 止 词 语', '禁.止.词.语', '禁\u200b止词\u200d语', '禁<strong>止</strong>词语', '禁止詞語'])('a forbidden word is found however it is written: %s', (written) => {
  expect(found({ html: `<p>这里有${written}。</p>`, facts: { words: [word({})] } })).toEqual(['forbidden-word stop body/p1']);
});

test('two words that happen to meet are no spaced-out word', () => {
  expect(found({ html: '<p>应当禁止 词语</p>', facts: { words: [word({})] } })).toEqual([]);
});

test('the starting list is in order and hits what it should', () => {
  expect(STARTING_WORDS.flatMap((entry) => faultOfWord(entry) ?? [])).toEqual([]);
  expect(new Set(STARTING_WORDS.map((entry) => entry.word)).size).toBe(STARTING_WORDS.length);
  expect(found({ html: '<p>既使如此，仍应布署按装工作。</p>', facts: { words: STARTING_WORDS } })).toHaveLength(3);
});

describe('leaders', () => {
  const leaders = [{ name: '示例甲', titles: ['示例市市长', '市委副书记'], severity: 'warn' as const, note: '' }];
  const check = (text: string) => found({ html: `<p>${text}</p>`, facts: { leaders } });
  test.each(['市长示例甲', '市委副书记、市长示例甲', '时任副市长示例甲', '示例甲出席会议', '原副市长示例甲'])('right or left alone: %s', (text) => expect(check(text)).toEqual([]));
  test.each(['副市长示例甲', '市委副书记、副市长示例甲', '示例市市长示列甲'])('to be looked at: %s', (text) => expect(check(text)).toEqual(['leader-title warn body/p1']));
});

test('a stop is never accepted, a warning only with a reason', () => {
  const findings = runChecks(subject({ writtenOn: '2026-11-24', html: '<p>a@qq.com</p>' }));
  const reasons = findings.map(({ key }) => ({ finding: key, reason: '公开邮箱' }));
  expect(judge(findings, reasons)).toMatchObject({ stops: [{ check: 'future-date' }], open: [], accepted: [{ check: 'e-mail', reason: '公开邮箱' }] });
  expect(judge(findings, readAcceptances([{ finding: findings[1]?.key, reason: ' ' }, 'x', null]))).toMatchObject({ open: [{ check: 'e-mail' }], accepted: [] });
});

test('places are told as people count', () => {
  const { blocks } = readBody('<p>一</p><table><tr><th>甲</th></tr><tr><td><p>乙</p></td></tr></table><ul><li>二</li></ul>尾');
  expect(blocks.map(({ place, text }) => [place.label, text.trim()])).toEqual([
    ['正文第 1 段', '一'],
    ['正文第 1 个表格第 1 行第 1 列', '甲'],
    ['正文第 1 个表格第 2 行第 1 列', '乙'],
    ['正文第 2 段', '二'],
    ['正文第 3 段', '尾'],
  ]);
});

describe('secrecy review', () => {
  const record = { contentHash: 'h', by: '2', byName: '乙', at: '2026-11-23T01:00:00Z', result: 'publishable' as const, basis: '不涉密', note: '' };
  test('counts only for the content it was made for', () => {
    expect(secrecyStanding([record], 'h')).toMatchObject({ passed: true });
    expect(secrecyStanding([record], 'other')).toMatchObject({ passed: false, code: 'SECRECY_MISSING' });
    expect(secrecyStanding([], 'h')).toMatchObject({ passed: false, code: 'SECRECY_MISSING' });
  });
  test('the newest counts', () => {
    const later = { ...record, at: '2026-11-23T02:00:00Z', result: 'not-publishable' as const };
    expect(secrecyStanding([later, record], 'h')).toMatchObject({ passed: false, code: 'SECRECY_NOT_PUBLISHABLE' });
  });
  test('is no author’s, and only a head’s', () => {
    expect(mayReviewSecrecy({ id: '1', roles: ['deputy-head'] }, ['1'])).toMatchObject({ allowed: false, code: 'SAME_PERSON' });
    expect(mayReviewSecrecy({ id: '2', roles: ['releaser'] }, ['1'])).toMatchObject({ allowed: false, code: 'ROLE_MAY_NOT' });
    expect(mayReviewSecrecy({ id: '2', roles: ['head'] }, ['1'])).toEqual({ allowed: true });
  });
  test('needs a result and a basis', () => {
    expect(readSecrecy({ result: 'publishable', basis: ' ' })).toBeNull();
    expect(readSecrecy({ result: 'maybe', basis: '依据' })).toBeNull();
  });
});
