import fc from 'fast-check';
import { align, likeness } from './align';
import { blocksOf, textOfBlock } from './blocks';
import type { BlockDifference, Compared } from './index';
import { attachmentDifferences, differencesOf } from './index';
import { applied, piecesOf } from './pieces';
import { bodyDifferences } from './body';

const shown = (before: string, after: string): string =>
  piecesOf(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

/** Text of one side of a compared body. */
const side = (blocks: BlockDifference[], which: 'before' | 'after'): string =>
  blocks
    .filter(({ kind }) => kind !== (which === 'after' ? 'removed' : 'added'))
    .map(({ element, pieces, rows }) =>
      element === 'table'
        ? rows
            .filter(({ kind }) => kind !== (which === 'after' ? 'removed' : 'added'))
            .map(({ cells }) => cells.filter(({ kind }) => kind !== (which === 'after' ? 'removed' : 'added')).map((cell) => applied(cell.pieces, which)).join('\t'))
            .join('\n')
        : applied(pieces, which),
    )
    .join('\n');
const plain = (body: string): string => blocksOf(body).map(textOfBlock).join('\n');

const CHARACTERS = '一二三的了在是我公开信息通知（）。，；：、12 3年月日\n';
const text = fc.array(fc.constantFrom(...CHARACTERS, '𠮷', 'A'), { maxLength: 60 }).map((list) => list.join(''));
const paragraph = text.map((words) => `<p>${words}</p>`);
const table = fc
  .array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((rows) => `<table><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</tbody></table>`);
const body = fc.array(fc.oneof(paragraph, paragraph, table, text.map((words) => `<h2 class="title">${words}</h2>`)), { maxLength: 8 }).map((parts) => parts.join('\n'));

describe('the differences of two texts', () => {
  it('give the old and the new text back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = piecesOf(before, after);
        expect(applied(pieces, 'before')).toBe(before);
        expect(applied(pieces, 'after')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('are told in phrases and whole numbers, not in single characters that happen to recur', () => {
    expect(shown('自11月15日起施行', '自12月20日起施行')).toBe('自[-11月15][+12月20]日起施行');
    expect(shown('补贴标准为1200元', '补贴标准为1350元')).toBe('补贴标准为[-1200][+1350]元');
    expect(shown('请各部门认真贯彻执行。', '请各部门、各单位认真贯彻执行。')).toBe('请各部门[+、各单位]认真贯彻执行。');
  });

  it('never part a character outside the basic plane', () => {
    const pieces = piecesOf('甲𠮷乙', '甲𠮶乙');
    expect(pieces.map(({ text: part }) => part)).toEqual(['甲', '𠮷', '𠮶', '乙']);
  });
});

describe('the blocks of a body', () => {
  it('are its paragraphs, headings, list items and tables, with text as people read it', () => {
    const blocks = blocksOf('<h2>一、目的</h2>\n<p class="addressee">各区：</p><ul><li>甲 &amp; 乙</li><li><p>丙<br />丁</p></li></ul><table><caption>表一</caption><tbody><tr><th scope="col">名</th><td colspan="2">值</td></tr></tbody></table>');
    expect(blocks.map((block) => (block.kind === 'table' ? 'table' : block.element))).toEqual(['h2', 'p.addressee', 'li', 'p', 'caption', 'table']);
    expect(blocks.map(textOfBlock)).toEqual(['一、目的', '各区：', '甲 & 乙', '丙\n丁', '表一', '名\t值']);
  });
});

describe('the differences of two bodies', () => {
  it('give both texts back, tables included', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const blocks = bodyDifferences(before, after);
        expect(side(blocks, 'before')).toBe(plain(before));
        expect(side(blocks, 'after')).toBe(plain(after));
      }),
      { numRuns: 200 },
    );
  });

  it('are none where nothing changed', () => {
    fc.assert(fc.property(body, (same) => expect(bodyDifferences(same, same).every(({ kind }) => kind === 'same')).toBe(true)));
  });

  it('know a paragraph that only moved', () => {
    const [one, two, three] = ['<p>第一条 为了规范信息公开工作。</p>', '<p>第二条 本办法适用于全市各部门。</p>', '<p>第三条 本办法自发布之日起施行。</p>'];
    const blocks = bodyDifferences(`${one}${two}${three}`, `${three}${one}${two}`);
    expect(blocks.map(({ kind, moved }) => [kind, moved])).toEqual([['added', true], ['same', false], ['same', false], ['removed', true]]);
  });

  it('show a table cell by cell, with rows that came and went', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const before = `<table><tbody>${row('1', '城东小学', '120')}${row('2', '城西小学', '80')}${row('3', '城南小学', '95')}</tbody></table>`;
    const after = `<table><tbody>${row('1', '城东小学', '135')}${row('3', '城南小学', '95')}${row('4', '城北中学', '200')}</tbody></table>`;
    const [table] = bodyDifferences(before, after);
    expect(table?.rows.map(({ kind }) => kind)).toEqual(['changed', 'removed', 'same', 'added']);
    expect(table?.rows[0]?.cells.map(({ kind }) => kind)).toEqual(['same', 'same', 'changed']);
    expect(table?.rows[0]?.cells[2]?.pieces).toEqual([{ kind: 'removed', text: '120' }, { kind: 'added', text: '135' }]);
  });

  it('tell of a link that leads elsewhere although the words are the same', () => {
    const [block] = bodyDifferences('<p>见<a href="https://a.example/">办事指南</a>。</p>', '<p>见<a href="https://b.example/">办事指南</a>。</p>');
    expect(block).toMatchObject({ kind: 'changed', remarks: ['链接「办事指南」的地址由 https://a.example/ 改为 https://b.example/'] });
  });

  it('tell of a picture that was exchanged and of another dress', () => {
    expect(bodyDifferences('<p><img src="asset:a" alt="图" /></p>', '<p><img src="asset:b" alt="图" /></p>')[0]?.remarks).toEqual(['图片「图」换成了另一张']);
    expect(bodyDifferences('<p>总则</p>', '<h2>总则</h2>')[0]?.remarks).toEqual(['格式由段落改为一级标题']);
  });

  it('take under a second for 20,000 characters, whether little changed or everything', () => {
    const sentences = (seed: number) =>
      Array.from({ length: 400 }, (_, at) => `<p>${Array.from({ length: 50 }, (_unused, place) => String.fromCharCode(0x4e00 + ((at * 131 + place * seed * 17 + (place % 7) * at) % 4000))).join('')}。</p>`);
    const old = sentences(3);
    const touched = old.map((one, at) => (at % 9 === 0 ? one.replace(/.(?=。)/, '改动') : one));
    const long = `<p>${old.join('').replace(/<\/?p>/g, '')}</p>`;
    const other = `<p>${sentences(5).join('').replace(/<\/?p>/g, '')}</p>`;
    for (const [before, after] of [[old.join(''), touched.join('')], [old.join(''), sentences(5).join('')], [long, other], [long, `${long.slice(0, 9000)}插入${long.slice(9000, 15_000)}${long.slice(15_100)}`]] as const) {
      // Of the processor, not of the clock: other work on the machine is no fault of the comparison.
      const start = process.cpuUsage();
      expect(side(bodyDifferences(before, after), 'after')).toBe(plain(after));
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    }
  });
});

describe('alignment', () => {
  it('keeps both lists in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ max: 9, min: 0 })), fc.array(fc.integer({ max: 9, min: 0 })), (before, after) => {
        const steps = align(before, after, { key: String, alike: (one, other) => (Math.abs(one - other) === 1 ? 0.5 : 0) });
        expect(steps.flatMap((step) => (step.kind === 'added' ? [] : [step.before]))).toEqual(before);
        expect(steps.flatMap((step) => (step.kind === 'removed' ? [] : [step.after]))).toEqual(after);
      }),
    );
  });

  it('calls equal texts alike and strange ones not', () => {
    expect([likeness('公开信息', '公开信息'), likeness('公开信息', '天气预报')]).toEqual([1, 0]);
  });
});

describe('attachments', () => {
  const file = (name: string, sha256: string) => ({ name, sha256, bytes: 1, mediaType: 'text/plain' });

  it('are known by their bytes, then by their names', () => {
    const before = [file('一.pdf', 'a'), file('二.pdf', 'b'), file('三.pdf', 'c'), file('四.pdf', 'd')];
    const after = [file('一.pdf', 'a'), file('二（新名）.pdf', 'b'), file('三.pdf', 'x'), file('五.pdf', 'e')];
    expect(attachmentDifferences(before, after).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['same 一.pdf', 'renamed 二（新名）.pdf', 'replaced 三.pdf', 'added 五.pdf', 'removed 四.pdf']);
  });
});

describe('two revisions', () => {
  const content: Compared = {
    title: '通知', column: 'gsgg', department: 'szf', body: '<p>正文</p>', summary: '', source: '市政府办公室', author: '', keywords: ['甲'],
    issuer: '', documentNumber: '', writtenOn: null, topicClass: '', genreClass: '', audienceClass: '', validity: null, disclosure: '主动公开',
    attachments: [], relations: { interprets: [], amends: [], repeals: [] },
  };

  it('differ in nothing when they are the same', () => {
    expect(differencesOf(content, content).changes).toBe(0);
  });

  it('differ in every field that says something else', () => {
    const after = { ...content, title: '通告', validity: 'valid', keywords: ['甲', '乙'], relations: { ...content.relations, amends: ['0123456789'] } };
    const { fields, choices, changes } = differencesOf(content, after);
    expect(fields.map(({ label }) => label)).toEqual(['标题', '关键词']);
    expect(choices.map(({ label, after: is }) => [label, is])).toEqual([['有效性', ['valid']], ['修改的文件', ['0123456789']]]);
    expect(changes).toBe(4);
  });
});
