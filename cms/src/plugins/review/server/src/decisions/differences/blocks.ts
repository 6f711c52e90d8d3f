/** A paragraph, heading, list item or caption: what stands between two block-level tags. */
export interface TextBlock {
  kind: 'text';
  /** Innermost block-level element and its class, `p.signature`. */
  element: string;
  text: string;
  /** The block with its inline tags: equal text in another dress differs here. */
  markup: string;
  links: { text: string; href: string }[];
  images: { source: string; alt: string }[];
}

export interface Cell {
  text: string;
  header: boolean;
  colspan: number;
  rowspan: number;
}

export interface TableBlock {
  kind: 'table';
  rows: Cell[][];
}

export type Block = TextBlock | TableBlock;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/g;
const INLINE = new Set(['strong', 'em', 'u', 's', 'sub', 'sup', 'a', 'code', 'img', 'br']);

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: '\u00a0' };
const decoded = (text: string): string => text.replace(/&(lt|gt|quot|amp|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');

const attribute = (attributes: string, name: string): string =>
  decoded(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');

const folded = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .trim();

interface Open {
  tag: string;
  element: string;
}

/** Walks the tokens and gathers text until the next block-level tag. */
class Gatherer {
  readonly blocks: Block[] = [];
  private open: Open[] = [];
  private text = '';
  private markup = '';
  private links: TextBlock['links'] = [];
  private images: TextBlock['images'] = [];
  private table: TableBlock | null = null;
  private depth = 0;
  private cell: Cell | null = null;
  private link: { from: number; href: string } | null = null;

  say(text: string): void {
    this.text += decoded(text).replace(/\n/g, ' ');
    this.markup += text;
  }

  inline(closing: boolean, tag: string, attributes: string): void {
    this.markup += closing ? `</${tag}>` : `<${tag}${attributes}>`;
    if (tag === 'br') this.text += '\n';
    if (tag === 'img') {
      const image = { source: attribute(attributes, 'src'), alt: attribute(attributes, 'alt') };
      this.images.push(image);
      this.text += `［图片：${image.alt}］`;
    }
    if (tag !== 'a') return;
    if (!closing) this.link = { from: this.text.length, href: attribute(attributes, 'href') };
    else if (this.link) {
      if (this.link.href) this.links.push({ text: folded(this.text.slice(this.link.from)), href: this.link.href });
      this.link = null;
    }
  }

  start(tag: string, attributes: string): void {
    this.flush();
    if (tag === 'table') this.startTable();
    else if (tag === 'tr' && this.depth === 1) this.table?.rows.push([]);
    else if ((tag === 'td' || tag === 'th') && this.depth === 1) this.startCell(tag, attributes);
    const style = attribute(attributes, 'class');
    if (tag === 'hr') this.blocks.push({ kind: 'text', element: 'hr', text: '———', markup: '', links: [], images: [] });
    else if (tag !== 'col') this.open.push({ tag, element: style ? `${tag}.${style.replace(/ /g, '.')}` : tag });
  }

  end(tag: string): void {
    this.flush();
    const at = this.open.map((element) => element.tag).lastIndexOf(tag);
    if (at >= 0) this.open.length = at;
    if ((tag === 'td' || tag === 'th') && this.depth === 1) this.cell = null;
    if (tag === 'table' && this.depth > 0) this.endTable();
  }

  finish(): Block[] {
    this.flush();
    if (this.table) this.endTable();
    return this.blocks;
  }

  private startTable(): void {
    this.depth += 1;
    if (this.depth === 1) this.table = { kind: 'table', rows: [] };
  }

  private endTable(): void {
    this.depth -= 1;
    if (this.depth > 0 || !this.table) return;
    if (this.table.rows.some((row) => row.length > 0)) this.blocks.push(this.table);
    this.table = null;
  }

  private startCell(tag: string, attributes: string): void {
    const span = (name: string) => Number(attribute(attributes, name)) || 1;
    this.cell = { text: '', header: tag === 'th', colspan: span('colspan'), rowspan: span('rowspan') };
    if (this.table && this.table.rows.length === 0) this.table.rows.push([]);
    this.table?.rows.at(-1)?.push(this.cell);
  }

  private flush(): void {
    const text = folded(this.text);
    if (this.cell) this.cell.text = [this.cell.text, text].filter((part) => part !== '').join('\n');
    else if (text !== '') {
      const element = this.open.at(-1)?.element ?? 'p';
      this.blocks.push({ kind: 'text', element, text, markup: this.markup.trim(), links: this.links, images: this.images });
    }
    this.text = '';
    this.markup = '';
    this.links = [];
    this.images = [];
    this.link = null;
  }
}

/**
 * Parts a body into the blocks people read and compare.
 * @param body as the sanitiser leaves it: well-formed, attributes in double quotes, `>` escaped inside them; that is what makes these
 * few lines enough where any other HTML would need a parser
 */
export const blocksOf = (body: string): Block[] => {
  const gatherer = new Gatherer();
  for (const [, slash, tag, attributes = '', text] of body.matchAll(TOKEN)) {
    if (text !== undefined) gatherer.say(text);
    else if (tag === undefined) continue;
    else if (INLINE.has(tag)) gatherer.inline(slash === '/', tag, attributes.replace(/\s*\/\s*$/, ''));
    else if (slash === '/') gatherer.end(tag);
    else gatherer.start(tag, attributes.replace(/\s*\/\s*$/, ''));
  }
  return gatherer.finish();
};

/** The text of a block, cells parted by tabs and rows by newlines. */
export const textOfBlock = (block: Block): string =>
  block.kind === 'text' ? block.text : block.rows.map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
