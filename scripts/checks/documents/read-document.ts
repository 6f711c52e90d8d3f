import MarkdownIt, { type Token } from 'markdown-it';

/** What a check needs to know of a Markdown document. Lines count from 1. */
export interface Document {
  links: { target: string; line: number }[];
  /** Names one can link to behind `#`. */
  anchors: Set<string>;
  /** Lines of shell blocks, and commands of ours named in running text. */
  commands: { text: string; line: number }[];
}

const SHELLS = new Set(['sh', 'bash', 'shell']);
/** In running text only what begins like this is a command; `id` or `current` are just names. */
const OURS_IN_TEXT = /^(?:[A-Z_]+=\S+ )*npm (?:start|test|run )/;

/**
 * GitHub's rule for the anchor of a heading: lower case, letters, digits, `-` and `_` stay, blanks become `-`. Written out because
 * its package is no dependency of ours and the rule is one line.
 */
const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');

const numbered = (slug: string, taken: ReadonlySet<string>): string => {
  let name = slug;
  for (let count = 1; taken.has(name); count += 1) name = `${slug}-${count}`;
  return name;
};

const textOf = (inline: Token | undefined): string =>
  (inline?.children ?? []).map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('');

/** A `#` behind a blank begins a comment, also in the shell. */
const withoutComment = (line: string): string => line.replace(/(^|\s)#.*$/u, '').trim();

const commandsOfBlock = ({ info, content, map }: Token): Document['commands'] => {
  if (!SHELLS.has(info.trim().split(/\s/)[0] ?? '')) return [];
  const first = (map?.[0] ?? 0) + 2;
  return content
    .split('\n')
    .map((line, index) => ({ text: withoutComment(line), line: first + index }))
    .filter(({ text }) => text !== '');
};

/** Links, anchors and commands of a document. */
export const readDocument = (markdown: string): Document => {
  const tokens = new MarkdownIt().parse(markdown, {});
  const document: Document = { links: [], anchors: new Set(), commands: [] };
  tokens.forEach((token, index) => {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === 'heading_open') document.anchors.add(numbered(slugOf(textOf(tokens[index + 1])), document.anchors));
    if (token.type === 'fence') document.commands.push(...commandsOfBlock(token));
    for (const child of token.children ?? []) {
      const target = child.type === 'link_open' ? child.attrGet('href') : child.type === 'image' ? child.attrGet('src') : null;
      if (target) document.links.push({ target: decodeURIComponent(String(target)), line });
      if (child.type === 'code_inline' && OURS_IN_TEXT.test(child.content)) document.commands.push({ text: child.content, line });
    }
  });
  return document;
};
