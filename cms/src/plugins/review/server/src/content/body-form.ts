/**
 * 正文的形式: the closed lists of what a body may hold. One file for the sanitiser (which enforces it), the editor (whose schema must
 * hold all of it), the paste filter and the Word import (which write nothing else). Plain data and functions: the browser runs it too.
 */

/** Paragraph styles of an official document (GB/T 9704) and what the editor adds; one at a time. */
export const STYLES = ['title', 'addressee', 'indent', 'no-indent', 'attachment-note', 'signature', 'date', 'footnote', 'to-do'] as const;
export type Style = (typeof STYLES)[number];

/** Alignment is a class, never a `style`: the policy of the site allows no inline styles. */
export const ALIGNMENTS = ['align-left', 'align-center', 'align-right'] as const;

/** All classes, in the order in which they are written. */
export const CLASSES: readonly string[] = [...STYLES, ...ALIGNMENTS];

/** Elements that may have them. */
export const WITH_CLASSES = ['p', 'h2', 'h3', 'h4', 'td', 'th', 'li', 'figcaption', 'caption'];

/** 正文里待办的记号: a picture that did not come along, say. Nothing with one of these in it is submitted. */
export const TO_DO = 'to-do';

export const TAGS = [
  ...['p', 'h2', 'h3', 'h4', 'br', 'hr', 'blockquote', 'pre', 'code'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['strong', 'em', 'u', 's', 'sub', 'sup', 'a', 'img', 'figure', 'figcaption'],
];

/** Attributes besides `class`. */
export const ATTRIBUTES: Record<string, string[]> = {
  a: ['href', 'title', 'id'],
  img: ['src', 'alt'],
  th: ['colspan', 'rowspan', 'scope'],
  td: ['colspan', 'rowspan'],
  ol: ['start', 'type'],
  li: ['id'],
  p: ['id'],
};

/** Where a picture may come from: the media library, or a file named by its hash. No reader's browser asks anybody else. */
export const PICTURE_SOURCE = /^(\/uploads\/[\w.-]+|asset:[0-9a-f]{64})$/;

export const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel', 'asset'];

const MOST_SPANNED = 1000;

/** Whether the value of an attribute is one that says something; others go, the element stays. */
const SAYS: Record<string, (value: string) => boolean> = {
  scope: (value) => ['row', 'col', 'rowgroup', 'colgroup'].includes(value),
  colspan: (value) => /^\d{1,4}$/.test(value) && Number(value) > 1 && Number(value) <= MOST_SPANNED,
  rowspan: (value) => /^\d{1,4}$/.test(value) && Number(value) > 1 && Number(value) <= MOST_SPANNED,
  start: (value) => /^-?\d{1,6}$/.test(value) && value !== '1',
  type: (value) => /^[aAiI]$/.test(value),
  title: (value) => value.trim() !== '',
  id: (value) => value !== '',
};
export const says = (attribute: string, value: string): boolean => SAYS[attribute]?.(value) ?? true;

const OUR_ID = /^(fn-|fnref-|t-)[A-Za-z0-9_-]{1,60}$/;

/**
 * A name within the text: those of footnotes as they are, any other with `t-` in front, so that no body takes the name of something
 * on the page around it (a script asking the page for `search` must not get a paragraph).
 */
export const innerId = (name: string): string => {
  if (OUR_ID.test(name)) return name;
  const kept = name.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 58);
  return kept === '' ? '' : `t-${kept}`;
};

/** An address as it is kept; null: the link goes, its text stays. Schemes are checked by the sanitiser. */
export const innerLink = (address: string): string => {
  const tidy = address.trim();
  if (!tidy.startsWith('#')) return tidy;
  const name = innerId(tidy.slice(1));
  return name === '' ? '' : `#${name}`;
};

/** Classes in their one order, each once. */
export const tidyClasses = (classes: Iterable<string>): string[] => {
  const given = new Set(classes);
  return CLASSES.filter((name) => given.has(name));
};

const LENGTH = /^(-?[\d.]+)(em|pt|px|cm|mm|in)$/;
const IN_EM: Record<string, number> = { em: 1, pt: 1 / 12, px: 1 / 16, cm: 2.36, mm: 0.236, in: 6 };

/** A length in characters of body size (12 pt); null: not a length. */
export const inCharacters = (length: string): number | null => {
  const [, amount, unit = ''] = LENGTH.exec(length.trim().toLowerCase()) ?? [];
  const factor = IN_EM[unit];
  return amount === undefined || factor === undefined ? null : Number(amount) * factor;
};

/** 两字: less than this is a slip of the ruler, not a first-line indent. */
const FIRST_LINE_FROM = 1.5;

/** `style` as pairs; names in lower case. */
export const declarations = (style: string): Map<string, string> =>
  new Map(
    style.split(';').flatMap((part): [string, string][] => {
      const colon = part.indexOf(':');
      return colon < 0 ? [] : [[part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim()]];
    }),
  );

/** Classes that say what `style` and `align` said: alignment and the first-line indent. Justified and left are the way text is anyway. */
export const classesOfLooks = (style: string, align: string): string[] => {
  const said = declarations(style);
  const way = (said.get('text-align') ?? align).toLowerCase().replace('end', 'right').replace(/^-?(webkit|moz)-/, '');
  const indent = inCharacters(said.get('text-indent') ?? '');
  return [
    ...(way === 'center' ? ['align-center'] : way === 'right' ? ['align-right'] : []),
    ...((indent ?? 0) >= FIRST_LINE_FROM ? ['indent'] : []),
  ];
};
