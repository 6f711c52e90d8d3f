import type { Step } from './align';
import { align, likeness } from './align';
import type { Block, TextBlock } from './blocks';
import { blocksOf, textOfBlock } from './blocks';
import type { Piece } from './pieces';
import { isChange, piecesOf } from './pieces';
import type { RowDifference } from './tables';
import { rowDifferences, wholeTable } from './tables';

export interface BlockDifference {
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** `p`, `h2`, `li`, `table` …: how it is set. */
  element: string;
  /** Of a paragraph. */
  pieces: Piece[];
  /** Of a table. */
  rows: RowDifference[];
  /** It went here and came elsewhere, unchanged. */
  moved: boolean;
  /** What changed besides the text: 「链接地址由……改为……」. */
  remarks: string[];
}

/** Paragraphs that share less than this are another paragraph, not the same one changed. */
const ALIKE_TEXT = 0.35;
const ALIKE_TABLES = 0.15;
/** Shorter ones recur by chance. */
const SHORTEST_MOVED = 8;

const alike = (one: Block, other: Block): number => {
  if (one.kind !== other.kind) return 0;
  const shared = likeness(textOfBlock(one), textOfBlock(other));
  return shared >= (one.kind === 'table' ? ALIKE_TABLES : ALIKE_TEXT) ? shared : 0;
};

const ELEMENTS: Record<string, string> = {
  p: '段落', h2: '一级标题', h3: '二级标题', h4: '三级标题', li: '列表项', blockquote: '引文', caption: '表题',
  pre: '预排文本', dt: '条目', dd: '条目说明', figcaption: '图题',
};
const STYLES: Record<string, string> = {
  title: '标题', addressee: '主送', 'attachment-note': '附件说明', signature: '落款', date: '成文日期',
  'align-center': '居中', 'align-right': '居右', 'no-indent': '不缩进', footnote: '注释',
};

const elementName = (element: string): string => {
  const [tag = '', ...styles] = element.split('.');
  const named = styles.map((style) => STYLES[style] ?? style).join('、');
  return named ? `${ELEMENTS[tag] ?? tag}（${named}）` : (ELEMENTS[tag] ?? tag);
};

const linkRemarks = (before: TextBlock, after: TextBlock): string[] => {
  const was = before.links.map(({ href }) => href);
  const is = after.links.map(({ href }) => href);
  if (was.join('\n') === is.join('\n')) return [];
  const gone = before.links.filter(({ href }) => !is.includes(href));
  const come = after.links.filter(({ href }) => !was.includes(href));
  return after.links.length === before.links.length && gone.length === come.length
    ? come.map(({ text, href }, index) => `链接「${text}」的地址由 ${gone[index]?.href ?? ''} 改为 ${href}`)
    : [...gone.map(({ text, href }) => `去掉链接「${text}」：${href}`), ...come.map(({ text, href }) => `加上链接「${text}」：${href}`)];
};

const imageRemarks = (before: TextBlock, after: TextBlock): string[] => {
  const was = before.images.map(({ source }) => source);
  return after.images.flatMap(({ source, alt }, index) => {
    if (was.includes(source)) return [];
    return was[index] === undefined ? [`加上图片「${alt}」`] : [`图片「${alt}」换成了另一张`];
  });
};

/** What differs in a paragraph besides its words. */
const remarksOf = (before: TextBlock, after: TextBlock): string[] => {
  const remarks = [
    ...(before.element === after.element ? [] : [`格式由${elementName(before.element)}改为${elementName(after.element)}`]),
    ...linkRemarks(before, after),
    ...imageRemarks(before, after),
  ];
  return remarks.length === 0 && before.text === after.text && before.markup !== after.markup ? ['文字的强调、上下标等格式有变'] : remarks;
};

const EMPTY = { pieces: [], rows: [], moved: false, remarks: [] };

/** A whole block that stayed, came or went. */
const whole = (kind: 'same' | 'added' | 'removed', block: Block): BlockDifference =>
  block.kind === 'table'
    ? { ...EMPTY, kind, element: 'table', rows: wholeTable(kind, block) }
    : {
        ...EMPTY,
        kind,
        element: block.element,
        pieces: [{ kind, text: block.text }],
        remarks: kind === 'added' ? block.links.map(({ text, href }) => `链接「${text}」：${href}`) : [],
      };

const changed = (before: Block, after: Block): BlockDifference => {
  if (before.kind === 'table' && after.kind === 'table') {
    return { ...EMPTY, kind: 'changed', element: 'table', rows: rowDifferences(before, after) };
  }
  if (before.kind !== 'text' || after.kind !== 'text') throw new Error('A table never becomes a paragraph');
  const pieces = piecesOf(before.text, after.text);
  const remarks = remarksOf(before, after);
  return { ...EMPTY, kind: isChange(pieces) || remarks.length > 0 ? 'changed' : 'same', element: after.element, pieces, remarks };
};

/** Texts that went in one place and came in another. */
const movedTexts = (steps: Step<Block>[]): Set<string> => {
  const texts = (kind: 'added' | 'removed') =>
    steps.flatMap((step) => (step.kind === kind ? [textOfBlock(step.kind === 'added' ? step.after : (step as { before: Block }).before)] : []));
  const added = new Set(texts('added'));
  return new Set(texts('removed').filter((text) => text.length >= SHORTEST_MOVED && added.has(text)));
};

/** The body paragraph by paragraph, tables cell by cell. */
export const bodyDifferences = (before: string, after: string): BlockDifference[] => {
  const steps = align(blocksOf(before), blocksOf(after), { key: (block) => JSON.stringify(block), alike });
  const moved = movedTexts(steps);
  return steps.map((step) => {
    if (step.kind === 'same') return whole('same', step.after);
    if (step.kind === 'changed') return changed(step.before, step.after);
    const block = step.kind === 'added' ? step.after : step.before;
    return { ...whole(step.kind, block), moved: moved.has(textOfBlock(block)) };
  });
};
