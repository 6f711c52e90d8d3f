import sanitizeHtml from 'sanitize-html';

/** Paragraph classes of an official document: 主送, 落款, 成文日期, 附件说明, and alignment. */
const PARAGRAPH_CLASSES = ['title', 'addressee', 'attachment-note', 'signature', 'date', 'align-center', 'align-right', 'no-indent', 'footnote'];

const withClasses = ['p', 'h2', 'h3', 'h4', 'td', 'th', 'li', 'figcaption'];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'br', 'hr', 'blockquote', 'pre', 'code'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd'],
    ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['strong', 'em', 'u', 's', 'sub', 'sup', 'a', 'img', 'figure', 'figcaption'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'id'],
    img: ['src', 'alt'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    col: ['span'],
    colgroup: ['span'],
    ol: ['start', 'type'],
    li: ['id'],
  },
  allowedClasses: Object.fromEntries(withClasses.map((tag) => [tag, PARAGRAPH_CLASSES])),
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['asset'], a: ['http', 'https', 'mailto', 'tel', 'asset'] },
  allowProtocolRelative: false,
  transformTags: { h1: 'h2', h5: 'h4', h6: 'h4', b: 'strong', i: 'em', del: 's', strike: 's', div: 'p', center: 'p' },
  // A picture may only come from the media library or be named by its hash: nothing is fetched from elsewhere by a reader's browser.
  exclusiveFilter: (frame) => frame.tag === 'img' && !/^(\/uploads\/[\w.-]+|asset:[0-9a-f]{64})$/.test(frame.attribs.src ?? ''),
  enforceHtmlBoundary: false,
};

/** Zero-width characters, byte-order marks and control characters that come along when text is pasted; tab and newline stay. */
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u2060\uFEFF]/g;

/**
 * The one form in which a body is stored, whatever door it came through.
 * Normalisation, by which "what went in comes out" is judged: Unicode NFC; CR LF and CR become LF; invisible characters and
 * anything outside the allowed elements, attributes, classes and schemes go, their text stays; `script`, `style` and the like go with
 * their text; h1 becomes h2, b strong, i em, div p; blanks at both ends go.
 */
export const sanitiseBody = (html: string): string => {
  const plain = html.normalize('NFC').replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
  return sanitizeHtml(plain, OPTIONS).trim();
};

/** The text of a sanitised body, blanks folded: what is counted, summarised and compared. */
export const textOf = (body: string): string =>
  sanitizeHtml(body.replace(/<(p|h[2-4]|li|tr|br|td|th|blockquote|caption)\b/g, ' <$1'), { allowedTags: [], allowedAttributes: {} })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** One line of plain text, as for titles and names: invisible characters go, blanks fold. */
export const plainLine = (text: unknown): string =>
  typeof text === 'string' ? text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim() : '';
