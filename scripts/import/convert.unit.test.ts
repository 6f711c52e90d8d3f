import { bodyToHtml } from './bodies.ts';
import { Converter, type SourceRow } from './convert.ts';
import { parseDay, parseInstant } from './dates.ts';
import { parseMapping } from './mapping.ts';
import { halfWidth, oneLine, paragraphs } from './text.ts';

/** Everything here is invented. */
const mapping = (more: object = {}) =>
  parseMapping(
    {
      source: 'old-portal',
      key: { hash: ['标题', '正文'] },
      column: { rules: [{ field: '类别', matches: '解读', value: 'zcjd' }], otherwise: 'gsgg' },
      department: { otherwise: 'szf' },
      title: { from: '标题' },
      body: { from: '正文', format: 'plain' },
      publishedAt: { from: ['日期', '时间'] },
      sourceName: { otherwise: '原门户网站' },
      ...more,
    },
    'test.json',
  );

const BODY = '各区县人民政府：经研究，现将有关事项公告如下，请认真贯彻执行。';
const row = (more: SourceRow = {}): SourceRow => ({ 标题: '关于修缮文峰桥的公告', 正文: BODY, 日期: '2024-01-15', ...more });
const converted = (source: SourceRow, more: object = {}) => {
  const result = new Converter(mapping(more)).convert(source, 7);
  if ('fault' in result) throw new Error(result.fault.message);
  return result.row;
};
const codeOf = (result: ReturnType<Converter['convert']>) => ('fault' in result ? result.fault.code : 'in');

describe('dates', () => {
  test.each([
    ['2024-01-15 17:29:00', '2024-01-15T09:29:00.000Z'],
    ['2009-06-15', '2009-06-14T16:00:00.000Z'],
    ['2021年11月26日', '2021-11-25T16:00:00.000Z'],
    ['2021年1月6日 9:05', '2021-01-06T01:05:00.000Z'],
    ['2021/1/6', '2021-01-05T16:00:00.000Z'],
    ['20220924', '2022-09-23T16:00:00.000Z'],
    ['2024-01-15T09:29:00Z', '2024-01-15T09:29:00.000Z'],
    ['2024-01-15T09:29:00+08:00', '2024-01-15T01:29:00.000Z'],
  ])('%s is read as Asia/Shanghai', (text, instant) => expect(parseInstant(text)).toBe(instant));

  test.each(['2023-02-30', '2023-13-01', '昨天', '2023', '2023-01-01 25:00', '0000-00-00'])('%s is no date', (text) =>
    expect(parseInstant(text)).toBeNull(),
  );

  test('a day is the day in Shanghai, whatever the hour', () => {
    expect(parseDay('2024-01-15 23:59:59')).toBe('2024-01-15');
    expect(parseDay('2024-01-14T16:00:00Z')).toBe('2024-01-15');
  });
});

describe('dirty text', () => {
  test('folds blanks of every kind and drops what nobody can see', () => {
    expect(oneLine('\uFEFF 关于\u3000\u3000印发\r\n《办法》\u00A0的\u200B通知 ')).toBe('关于 印发 《办法》 的通知');
  });

  test('keeps letters and signs of a title as typed, and reads full-width dates', () => {
    expect(oneLine('（２０２４）第１号')).toBe('（２０２４）第１号');
    expect(halfWidth('２０２４－０１－１５')).toBe('2024-01-15');
  });

  test('parts paragraphs at line ends and at indents, but not where letters are set apart', () => {
    expect(
      paragraphs('第一条　　为了规范管理。\r\n\r\n　　第二条 本办法自公布之日起施行。　　第三条 由本局解释。\n姓　　名'),
    ).toEqual(['第一条 为了规范管理。', '第二条 本办法自公布之日起施行。', '第三条 由本局解释。', '姓 名']);
  });
});

describe('bodies', () => {
  test('plain text never becomes markup', () => {
    expect(bodyToHtml('小于<5>的 & 其他', 'plain')).toBe('<p>小于&lt;5&gt;的 &amp; 其他</p>');
  });

  test('Markdown of a statute keeps every character of its numbering and formulas', () => {
    const html = bodyToHtml(
      '## 第一章　总则\n\n3. 第三项\n5. 第五项\n\n工时为40*4=160，30*8=240\n\n    缩进的一行\n\n> 引文\n\n实施<大气污染防治法>办法',
      'markdown',
    );
    expect(html).toContain('<h2>第一章　总则</h2>');
    for (const text of ['3. 第三项', '5. 第五项', '40*4=160，30*8=240', '缩进的一行', '&gt; 引文', '&lt;大气污染防治法&gt;'])
      expect(html).toContain(text);
    expect(html).not.toMatch(/<(ol|em|pre|blockquote)/);
  });

  test('Markdown tables stay tables', () => {
    expect(bodyToHtml('|条文|罪名|\n|--|--|\n|第一条|某罪|', 'markdown')).toContain('<td>某罪</td>');
  });
});

describe('a mapping', () => {
  test('turns a row into ours', () => {
    const ours = converted(row({ 标题: ' 关于\u3000修缮 文峰桥的公告', 类别: '政策解读' }));
    expect(ours).toMatchObject({
      line: 7,
      column: 'zcjd',
      department: 'szf',
      title: '关于 修缮 文峰桥的公告',
      publishedAt: '2024-01-14T16:00:00.000Z',
      sourceName: '原门户网站',
    });
    expect(ours.body).toBe(`<p>${BODY}</p>`);
  });

  test('takes the first field that holds something, and nothing for what programs write for nothing', () => {
    expect(converted(row({ 日期: 'NULL', 时间: '2021年11月26日' })).publishedAt).toBe('2021-11-25T16:00:00.000Z');
    expect(converted(row({ 日期: null, 主题: '[]' }), { topicClass: { from: '主题' } })).not.toHaveProperty('topicClass');
  });

  test('keeps a row without a date and refuses one with a date nobody can read', () => {
    expect(converted(row({ 日期: '' })).publishedAt).toBeNull();
    expect(codeOf(new Converter(mapping()).convert(row({ 日期: '甲辰年' }), 1))).toBe('BAD_DATE');
  });

  test('finds a value by a pattern near the start, and maps values', () => {
    const rules = {
      documentNumber: { from: '正文', find: '孝演发〔\\d{4}〕\\d+号', within: 20 },
      validity: { from: '效力', values: { 有效: 'valid', 废止: 'repealed' } },
    };
    expect(converted(row({ 正文: `孝演发〔2024〕3号 ${BODY}`, 效力: '废止' }), rules)).toMatchObject({
      documentNumber: '孝演发〔2024〕3号',
      validity: 'repealed',
    });
    expect(converted(row({ 正文: `${BODY}${BODY}孝演发〔2024〕3号`, 效力: '不明' }), rules)).not.toHaveProperty('documentNumber');
  });

  test('gives a row the same key whatever its place, and another row another key', () => {
    const key = converted(row()).key;
    expect(new Converter(mapping()).convert(row(), 99)).toMatchObject({ row: { key } });
    expect(converted(row({ 正文: `${BODY}。` })).key).not.toBe(key);
  });

  test('with faults lists all of them', () => {
    expect(() => parseMapping({ source: 'Old Portal', key: {}, title: { from: 't', find: '(' } }, 'x.json')).toThrow(
      /source[\s\S]*key[\s\S]*title\.find/,
    );
  });
});

describe('rules that refuse', () => {
  const refuse = [
    { field: '正文', when: 'empty', code: 'NO_BODY', message: '没有正文' },
    { field: '正文', when: 'shorter', than: 10, code: 'BODY_TOO_SHORT', message: '正文过短' },
    { field: '标题', when: 'repeated', code: 'REPEATED_TITLE', message: '标题重复' },
  ];

  test('say which one it was', () => {
    const converter = new Converter(mapping({ refuse }));
    expect(codeOf(converter.convert(row({ 正文: '　\n' }), 1))).toBe('NO_BODY');
    expect(codeOf(converter.convert(row({ 正文: '见附件' }), 2))).toBe('BODY_TOO_SHORT');
    expect(codeOf(converter.convert(row(), 3))).toBe('in');
    expect(converter.convert(row({ 正文: `${BODY}又`, 标题: '关于修缮文峰桥的公告　' }), 4)).toEqual({
      fault: { code: 'REPEATED_TITLE', message: '标题重复（见第 3 行）' },
    });
  });

  test('count as repeated only what went in before', () => {
    const converter = new Converter(mapping({ refuse }));
    converter.convert(row({ 正文: '见附件' }), 1);
    expect(codeOf(converter.convert(row(), 2))).toBe('in');
  });

  test('find the same row twice and a header in the middle of a file', () => {
    const converter = new Converter(mapping());
    converter.convert(row(), 1);
    expect(codeOf(converter.convert(row(), 2))).toBe('REPEATED_KEY');
    expect(codeOf(converter.convert({ 标题: '标题', 正文: '正文', 日期: '日期' }, 3))).toBe('REPEATED_HEADER');
  });
});
