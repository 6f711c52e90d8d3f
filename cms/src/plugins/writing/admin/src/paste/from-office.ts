import { classesOfLooks, tidyClasses } from '../../../../review/server/src/content/body-form';
import { escapeText, escapeValue, lineOf, type Mark, type Run } from '../editor/runs';
import { isBullet, listsOf, type Item, numberedBy } from './lists';
import { readStyles, type Styles } from './styles';

/** What a part of the fragment becomes: a piece of a line, a block, or an item of a list still to be built. */
type Piece = { kind: 'run'; text: string; html?: string; marks: readonly Mark[] } | { kind: 'block'; html: string } | ({ kind: 'item' } & Item);

interface Around {
  marks: readonly Mark[];
  styles: Styles;
  /** Put in front of the numbers of footnotes, so that two fragments in one text do not share names. */
  prefix: string;
  /** One level of heading is the page's own: where the fragment begins with the first, all go down by one. */
  headingShift: number;
  inTable: boolean;
}

const MARKS = ['strong', 'em', 's', 'u', 'sub', 'sup'];
const mark = (tag: string): Mark => ({ open: `<${tag}>`, close: `</${tag}>` });

/** Links outside, then marks in their one order: pieces that look alike join, however Word cut them. */
const withMark = (marks: readonly Mark[], added: Mark): readonly Mark[] => {
  if (marks.some((each) => each.open === added.open)) return marks;
  const rank = ({ open }: Mark) => MARKS.indexOf(open.slice(1, -1));
  return [...marks, added].sort((one, other) => rank(one) - rank(other));
};
const withoutMark = (marks: readonly Mark[], tag: string) => marks.filter(({ open }) => open !== `<${tag}>`);

const TAG_MARKS: Record<string, string> = { b: 'strong', strong: 'strong', i: 'em', em: 'em', u: 'u', s: 's', strike: 's', sub: 'sub', sup: 'sup' };

const marksOf = (marks: readonly Mark[], tag: string, said: Map<string, string>): readonly Mark[] => {
  let now = marks;
  const own = TAG_MARKS[tag];
  if (own) now = withMark(now, mark(own));
  const weight = said.get('font-weight') ?? '';
  if (/^(bold|bolder|[6-9]00)$/i.test(weight)) now = withMark(now, mark('strong'));
  if (/^(normal|400)$/i.test(weight)) now = withoutMark(now, 'strong');
  if (/^(italic|oblique)$/i.test(said.get('font-style') ?? '')) now = withMark(now, mark('em'));
  if (/^normal$/i.test(said.get('font-style') ?? '')) now = withoutMark(now, 'em');
  const line = `${said.get('text-decoration') ?? ''} ${said.get('text-decoration-line') ?? ''} ${said.get('text-underline') ?? ''}`;
  if (/underline|single|double|thick/i.test(line)) now = withMark(now, mark('u'));
  if (/line-through/i.test(line)) now = withMark(now, mark('s'));
  const lifted = said.get('vertical-align') ?? '';
  if (/^super$/i.test(lifted)) now = withMark(now, mark('sup'));
  if (/^sub$/i.test(lifted)) now = withMark(now, mark('sub'));
  return now;
};

const DROPPED = new Set(['style', 'script', 'meta', 'link', 'title', 'xml', 'head', 'rt', 'rp', 'del', 'o:p', 'col', 'colgroup', 'input', 'button', 'select', 'textarea']);
/** Drawings, fields and settings of Office; content controls (`w:sdt`) and smart tags (`st1:…`) hold words. */
const isMachinery = (tag: string): boolean => DROPPED.has(tag) || (/^[ovwxm]:/.test(tag) && tag !== 'w:sdt');

const HIDDEN_PARTS = /^(header|footer|comment-list|comment|frame-anchor|field-begin|field-separator|field-end)$/;

const isHidden = (element: Element, said: Map<string, string>): boolean =>
  said.get('display') === 'none' ||
  said.get('mso-hide') === 'all' ||
  HIDDEN_PARTS.test(said.get('mso-element') ?? '') ||
  said.get('mso-special-character') === 'comment' ||
  said.has('mso-comment-reference') ||
  /\b(MsoCommentReference|msocomanchor|EOP)\b/.test(element.className);

const HAN = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F]/u;

/** A line in its final form: blanks folded, a line break of the source between two Han characters gone, indents by blanks noticed. */
const tidyLine = (pieces: Extract<Piece, { kind: 'run' }>[]): { runs: Run[]; indented: boolean } => {
  const runs: Run[] = [];
  let before = '';
  let blank = '';
  let wide = 0;
  let narrow = 0;
  for (const { text, html, marks } of pieces) {
    if (html !== undefined) {
      blank = '';
      runs.push({ html, marks });
      before = '';
      continue;
    }
    let kept = '';
    for (const character of text) {
      if (/[\s\u00A0]/.test(character)) {
        if (before === '' && runs.length === 0 && character === '\u3000') wide += 1;
        else if (before === '' && runs.length === 0 && character === '\u00A0') narrow += 1;
        // A full-width blank within a line is somebody's layout (张　三) and stays.
        if (character === '\u3000' && before !== '') blank = '\u3000';
        else if (blank !== '\u3000') blank = character === '\n' || character === '\r' ? blank || '\n' : ' ';
        continue;
      }
      if (before !== '' && blank !== '' && !(blank === '\n' && HAN.test(before) && HAN.test(character))) kept += blank === '\n' ? ' ' : blank;
      blank = '';
      kept += character;
      before = character;
    }
    if (kept !== '') runs.push({ html: escapeText(kept), marks });
  }
  while (runs.at(-1)?.html === '<br />') runs.pop();
  while (runs[0]?.html === '<br />') runs.shift();
  return { runs, indented: wide >= 2 || narrow >= 4 };
};

const classAttribute = (classes: Iterable<string>): string => {
  const tidy = tidyClasses(classes);
  return tidy.length === 0 ? '' : ` class="${tidy.join(' ')}"`;
};

/** 正文里待办的记号: a picture does not come along with a paste, and nobody should have to find out on the page. */
const pictureNote = (element: Element): Piece => {
  const source = element.getAttribute('src') ?? '';
  const name = /^(file|https?):/i.test(source) ? decodeURIComponent(source.split(/[\\/]/).at(-1) ?? '') : '';
  return { kind: 'block', html: `<p class="to-do">【图片没有带入${name === '' ? '' : `（${escapeText(name)}）`}，请用「图片」按钮上传】</p>` };
};

const FOOTNOTE = /^(ftn|edn)(\d+)$/;
const footnoteOf = (element: Element, said: Map<string, string>): { name: string; note: boolean } | null => {
  const [, kind, number] = FOOTNOTE.exec(said.get('mso-footnote-id') ?? said.get('mso-endnote-id') ?? '') ?? [];
  const target = element.getAttribute('href') ?? '';
  const [, back, byLink, linked] = /^#_(?:(ftn|edn)(ref)?)(\d+)$/.exec(target) ?? [];
  if (!kind && !back) return null;
  const prefix = (kind ?? back) === 'edn' ? 'e' : '';
  return { name: `${prefix}${number ?? linked ?? ''}`, note: byLink === 'ref' };
};

const linkOf = (element: Element, said: Map<string, string>, around: Around): Mark | null => {
  const footnote = footnoteOf(element, said);
  if (footnote) {
    const name = `${around.prefix}${footnote.name}`;
    return footnote.note ? { open: `<a href="#fnref-${name}">`, close: '</a>' } : { open: `<a href="#fn-${name}" id="fnref-${name}">`, close: '</a>' };
  }
  const href = (element.getAttribute('href') ?? '').trim();
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? { open: `<a href="${escapeValue(href)}">`, close: '</a>' } : null;
};

const run = (text: string, marks: readonly Mark[]): Piece => ({ kind: 'run', text, marks });

const contents = (parent: Node, around: Around): Piece[] => [...parent.childNodes].flatMap((node) => piecesOf(node, around));

const piecesOf = (node: Node, around: Around): Piece[] => {
  if (node.nodeType === 3) return [run(node.nodeValue ?? '', around.marks)];
  if (node.nodeType !== 1) return [];
  const element = node as Element;
  const tag = element.tagName.toLowerCase();
  const said = around.styles.of(element);
  if (isMachinery(tag) || isHidden(element, said) || /ignore/i.test(said.get('mso-list') ?? '')) return [];
  if (tag === 'br') return /always|page/i.test(`${said.get('page-break-before') ?? ''}`) || element.getAttribute('clear') === 'all' ? [] : [{ kind: 'run', text: '', html: '<br />', marks: [] }];
  if (tag === 'img') return [pictureNote(element)];
  if (tag === 'hr') return [{ kind: 'block', html: '<hr />' }];
  if (said.has('mso-tab-count')) return [run(' ', around.marks)];
  if (tag === 'table') return [{ kind: 'block', html: tableOf(element, around) }];
  if (/^h[1-6]$/.test(tag) || tag === 'p' || tag === 'pre') return paragraph(element, tag, said, around);
  if (tag === 'ul' || tag === 'ol') return nativeList(element, tag, around);
  if (tag === 'a') {
    const link = linkOf(element, said, around);
    if (!link) return contents(element, { ...around, marks: marksOf(around.marks, tag, said) });
    const lifted = footnoteOf(element, said)?.note === false ? [mark('sup')] : [];
    return contents(element, { ...around, marks: [...lifted, link, ...around.marks.filter(({ open }) => open !== '<sup>')] }).map((piece) =>
      piece.kind === 'run' ? { ...piece, marks: piece.marks.filter(({ open }, index) => open !== '<sup>' || index === 0) } : piece,
    );
  }
  const inner = contents(element, { ...around, marks: marksOf(around.marks, tag, said) });
  if (isFootnoteList(said)) return inner.filter((piece) => piece.kind !== 'block' || piece.html !== '<hr />');
  if (!BOXES.has(tag)) return inner;
  // A box ends the line before it and after it.
  return [...blocksOf(inner, around, classesOfLooks(element.getAttribute('style') ?? '', element.getAttribute('align') ?? ''))];
};

const BOXES = new Set(['div', 'section', 'article', 'center', 'blockquote', 'body', 'dd', 'dt', 'dl', 'li']);
const isFootnoteList = (said: Map<string, string>): boolean => /^(footnote|endnote)-list$/.test(said.get('mso-element') ?? '');

/** Lines of a box become paragraphs; blocks and items pass. */
const blocksOf = (pieces: Piece[], around: Around, classes: string[] = []): Piece[] => {
  const blocks: Piece[] = [];
  let line: Extract<Piece, { kind: 'run' }>[] = [];
  const close = () => {
    const { runs, indented } = tidyLine(line);
    line = [];
    if (runs.length === 0) return;
    const looks = [...classes, ...(indented && !around.inTable ? ['indent'] : [])];
    blocks.push({ kind: 'block', html: `<p${classAttribute(looks)}>${lineOf(runs)}</p>` });
  };
  for (const piece of pieces) {
    if (piece.kind === 'run') line.push(piece);
    else {
      close();
      blocks.push(piece);
    }
  }
  close();
  return blocks;
};

/** The number or bullet that Word wrote in front of an item for programs that know no lists. */
const markerOf = (element: Element): { text: string; font: string } | null => {
  for (const span of element.querySelectorAll('[style]')) {
    if (!/mso-list:\s*["']?ignore/i.test(span.getAttribute('style') ?? '')) continue;
    return { text: (span.textContent ?? '').replace(/[\s\u00A0]+/g, ' ').trim(), font: `${span.getAttribute('style')} ${span.parentElement?.getAttribute('style') ?? ''}` };
  }
  return null;
};

const headingLevel = (tag: string, said: Map<string, string>, element: Element): number | null => {
  if (/^h[1-6]$/.test(tag)) return Number(tag[1]);
  if (/^Mso(Title|Subtitle)\b/.test(element.className)) return null;
  const outline = Number(said.get('mso-outline-level'));
  if (outline >= 1 && outline <= 6) return outline;
  return element.getAttribute('role') === 'heading' ? Number(element.getAttribute('aria-level') ?? 2) : null;
};

const GAPLESS = /[、）)．.，：:]$/;

const paragraph = (element: Element, tag: string, said: Map<string, string>, around: Around): Piece[] => {
  const [, levelNamed] = /\blevel(\d)\b/.exec(said.get('mso-list') ?? '') ?? [];
  const marker = markerOf(element);
  const heading = around.inTable ? null : headingLevel(tag, said, element);
  const listed = levelNamed !== undefined || marker !== null;
  const marks = heading === null ? around.marks : [];
  const inner = contents(element, { ...around, marks });
  const line = inner.filter((piece) => piece.kind === 'run');
  const blocks = inner.filter((piece) => piece.kind !== 'run');
  const number = marker === null ? null : numberedBy(marker.text);
  const bullet = listed && number === null && isBullet(marker, around.styles.listFormat(said.get('mso-list') ?? ''));
  if (listed && heading === null && (number !== null || bullet)) {
    const { runs } = tidyLine(line);
    return [{ kind: 'item', level: Number(levelNamed ?? 1), number, html: lineOf(runs) }, ...blocks];
  }
  // A number that no browser writes (一、 （一） 第一条) is part of the text.
  if (marker !== null && marker.text !== '' && line.length > 0) line.unshift({ kind: 'run', text: `${marker.text}${GAPLESS.test(marker.text) && !/^[\dA-Za-z]/.test(marker.text) ? '' : ' '}`, marks: [] });
  const { runs, indented } = tidyLine(heading === null ? line : line.map((piece) => ({ ...piece, marks: withoutMark(piece.marks, 'strong') })));
  if (runs.length === 0) return blocks;
  const looks = around.styles.looks(element);
  const classes = new Set(classesOfLooks(looks.style, looks.align));
  if (Number(said.get('mso-char-indent-count') ?? 0) >= 1.5 || indented) classes.add('indent');
  if (classes.has('align-center') || classes.has('align-right') || around.inTable || listed) classes.delete('indent');
  if (/^MsoTitle\b/.test(element.className)) {
    classes.add('title');
    classes.delete('align-center');
    classes.delete('indent');
  }
  const footnote = /^<a href="#fnref-([\w-]+)">/.exec(lineOf(runs))?.[1];
  if (footnote) return [{ kind: 'block', html: `<p id="fn-${footnote}" class="footnote">${lineOf(runs)}</p>` }, ...blocks];
  if (heading !== null) {
    classes.delete('indent');
    const level = Math.min(4, Math.max(2, heading + around.headingShift));
    return [{ kind: 'block', html: `<h${level}${classAttribute(classes)}>${lineOf(runs)}</h${level}>` }, ...blocks];
  }
  return [{ kind: 'block', html: `<p${classAttribute(classes)}>${lineOf(runs)}</p>` }, ...blocks];
};

/** Lists that are lists in the fragment already; Word Online gives each item a list of its own and says its level beside. */
const nativeList = (list: Element, tag: 'ul' | 'ol', around: Around, depth = 1): Piece[] => {
  let next = Number(list.getAttribute('start') ?? 1) || 1;
  const type = list.getAttribute('type') ?? '';
  return [...list.children].flatMap((child): Piece[] => {
    const name = child.tagName.toLowerCase();
    if (name === 'ul' || name === 'ol') return nativeList(child, name, around, depth + 1);
    if (name !== 'li') return piecesOf(child, around);
    const level = Number(child.getAttribute('data-aria-level') ?? child.getAttribute('aria-level')) || depth;
    const own = Number(child.getAttribute('data-aria-posinset') ?? child.getAttribute('value'));
    const number = tag === 'ol' ? { value: own || next, type: /^[aAiI]$/.test(type) ? type : '' } : null;
    next += 1;
    const inner: Piece[] = [...child.childNodes].flatMap((node): Piece[] => {
      const inside = node.nodeType === 1 ? (node as Element).tagName.toLowerCase() : '';
      return inside === 'ul' || inside === 'ol' ? nativeList(node as Element, inside, around, level + 1) : piecesOf(node, around);
    });
    const nested = inner.filter((piece) => piece.kind === 'item');
    const own_ = blocksOf(inner.filter((piece) => piece.kind !== 'item'), { ...around, inTable: true }).map((piece) => (piece.kind === 'block' ? piece.html : ''));
    return [{ kind: 'item', level, number, html: bare(own_) }, ...nested];
  });
};

/** A single paragraph without looks needs no tags of its own inside an item or a cell. */
const bare = (blocks: string[]): string => {
  const [only] = blocks;
  return blocks.length === 1 && only !== undefined && /^<p>/.test(only) ? only.slice('<p>'.length, -'</p>'.length) : blocks.join('');
};

/** All blocks as HTML, lists built. */
const htmlOf = (pieces: Piece[], around: Around): string[] => {
  const blocks = blocksOf(pieces, around);
  const html: string[] = [];
  for (let index = 0; index < blocks.length; ) {
    const items: Item[] = [];
    for (let piece = blocks[index]; piece?.kind === 'item'; piece = blocks[++index]) items.push(piece);
    if (items.length > 0) {
      html.push(listsOf(items));
      continue;
    }
    const piece = blocks[index++];
    if (piece?.kind === 'block') html.push(piece.html);
  }
  return html;
};

const spanOf = (cell: Element, name: string): number => Math.max(1, Number(cell.getAttribute(name)) || 1);

const cellOf = (cell: Element, header: boolean, around: Around): string => {
  const said = around.styles.of(cell);
  const tag = header || cell.tagName.toLowerCase() === 'th' ? 'th' : 'td';
  const marks = tag === 'th' ? [] : marksOf([], '', new Map([...said].filter(([name]) => name !== 'vertical-align')));
  let blocks = htmlOf(contents(cell, { ...around, marks, inTable: true }), { ...around, inTable: true });
  const looks = around.styles.looks(cell);
  let classes = classesOfLooks(looks.style, looks.align).filter((name) => name.startsWith('align-'));
  // One paragraph's alignment is its cell's.
  const [, aligned] = /^<p class="(align-center|align-right)">/.exec(blocks[0] ?? '') ?? [];
  if (blocks.length === 1 && aligned) {
    classes = [aligned];
    blocks = [(blocks[0] ?? '').replace(/^<p class="[^"]*">/, '<p>')];
  }
  const overflows = said.get('mso-ignore') === 'colspan';
  const [wide, high] = [overflows ? 1 : spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
  const spans = `${wide > 1 ? ` colspan="${wide}"` : ''}${high > 1 ? ` rowspan="${high}"` : ''}`;
  const scope = tag === 'th' ? ` scope="${cell.getAttribute('scope') === 'row' ? 'row' : 'col'}"` : '';
  const html = `<${tag}${spans}${scope}${classAttribute(classes)}>${bare(blocks)}</${tag}>`;
  // Excel lets long text run over empty neighbours and writes that as a span; the cells are not merged.
  return overflows ? html + '<td></td>'.repeat(spanOf(cell, 'colspan') - 1) : html;
};

const tableOf = (table: Element, around: Around): string => {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table && around.styles.of(row).get('display') !== 'none');
  const written = rows.map((row) => {
    const header = row.parentElement?.tagName.toLowerCase() === 'thead';
    const cells = [...row.children].filter((cell) => /^t[dh]$/i.test(cell.tagName) && around.styles.of(cell).get('display') !== 'none');
    return { header, html: `<tr>${cells.map((cell) => cellOf(cell, header, around)).join('')}</tr>`, empty: cells.length === 0 };
  });
  const head = written.filter(({ header, empty }) => header && !empty).map(({ html }) => html).join('');
  const body = written.filter(({ header, empty }) => !header && !empty).map(({ html }) => html).join('');
  const caption = [...table.children].find((child) => child.tagName.toLowerCase() === 'caption');
  const named = caption ? `<caption>${bare(htmlOf(contents(caption, { ...around, marks: [] }), around))}</caption>` : '';
  return `<table>${named}${head === '' ? '' : `<thead>${head}</thead>`}${body === '' ? '' : `<tbody>${body}</tbody>`}</table>`;
};

/** Whether a fragment was copied from Word, WPS, Excel or their kin. */
export const isFromOffice = (html: string): boolean =>
  /\bmso-|class=["']?Mso|urn:schemas-microsoft-com|ProgId|class=["']?(xl|et)\d|\bTextRun\b|ListContainerWrapper|\bx:(num|str)\b|name=["']?generator["']? content=["']?(Microsoft|WPS)/i.test(html);

const parseInBrowser = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/**
 * A fragment copied from Word, WPS, Excel or Word Online as HTML of the body's form: headings, paragraphs with alignment and
 * first-line indent, lists, tables with merged cells, links, footnotes, bold and the like. Everything else goes: fonts, colours,
 * sizes, hidden text, comments, deletions of tracked changes, drawings. Pictures become a note that they are to be uploaded.
 * @param prefix put into the names of its footnotes
 */
export const fromOffice = (html: string, { parse = parseInBrowser, prefix = '' }: { parse?: (html: string) => Document; prefix?: string } = {}): string => {
  const page = parse(html);
  const styles = readStyles(page);
  const headingShift = page.querySelector('h1') ? 1 : 0;
  const around: Around = { marks: [], styles, prefix, headingShift, inTable: false };
  return htmlOf(contents(page.body, around), around).join('');
};
