import MarkdownIt from 'markdown-it';
import { escapeHtml, paragraphs, visible } from './text.ts';

/** How a body stands in the source. HTML goes on as it is: what may stay of it is decided by the CMS, whatever the door. */
export const BODY_FORMATS = ['plain', 'markdown', 'html'] as const;
export type BodyFormat = (typeof BODY_FORMATS)[number];

/**
 * Markdown of statutes is headings, tables and paragraphs. Everything else CommonMark would read into such a text takes characters
 * away from it: `3.` at the start of a line would be renumbered, `40*4=160*2` would lose its signs, an indent would become code.
 */
const LITERAL_BLOCKS = ['list', 'code', 'fence', 'blockquote', 'lheading', 'hr', 'reference', 'html_block'];
const LITERAL_INLINES = [
  'emphasis',
  'strikethrough',
  'backticks',
  'escape',
  'entity',
  'autolink',
  'html_inline',
  'link',
  'image',
];

const statutes = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true })
  .disable(LITERAL_BLOCKS)
  .disable(LITERAL_INLINES);

/** A body of the source as HTML. */
export const bodyToHtml = (text: string, format: BodyFormat): string => {
  if (format === 'html') return visible(text).trim();
  if (format === 'plain')
    return paragraphs(text)
      .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
      .join('\n');
  // Full-width blanks at the start of a line are an indent drawn by hand; the page indents by itself.
  return statutes.render(visible(text).replace(/^[\u3000\u00A0]+/gm, '')).trim();
};
