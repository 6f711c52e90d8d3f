import sanitizeHtml from 'sanitize-html';
import type { PublicDocument, PublicImage } from '../contract/index.ts';
import { SiteError } from '../replica/errors.ts';
import { fileHref } from './files.ts';

/** Pictures are as wide as the text: full width on phones, its measure elsewhere. */
const SIZES = '(min-width: 48rem) 45rem, 100vw';
/** Each box is a place that ears are told of: numbered, so that one is not taken for another. */
const tableOpening = (number: number): string => `<div class="table-scroll" tabindex="0" role="region" aria-label="表格 ${number}">`;

/**
 * The text of a document as its page prints it: names of files become addresses, pictures get their sizes, tables a box to scroll in.
 * What may stand in a body was decided by the CMS before review; here every tag is let through, since what was approved is what is
 * published.
 *
 * @throws SiteError `FILE_MISSING` where the text names a file that the document does not have
 */
export function bodyHtml(document: PublicDocument): string {
  if (!/<table|asset:/i.test(document.body)) return document.body;
  const html = sanitizeHtml(document.body, {
    allowedTags: false,
    allowedAttributes: false,
    allowedSchemes: false,
    // `style` and `script` are let through above only as far as the parser is concerned: the CMS has removed them.
    allowVulnerableTags: true,
    transformTags: {
      img: (tagName, attribs) => ({ tagName, attribs: imageAttributes(document, attribs) }),
      a: (tagName, attribs) => ({ tagName, attribs: withAddress(document, attribs) }),
    },
  });
  // The parser's output is canonical: a `<` that is not a tag's is written `&lt;`, so these two words are tags and nothing else.
  let tables = 0;
  return html
    .replaceAll(/<table(?=[\s>])/g, () => `${tableOpening((tables += 1))}<table`)
    .replaceAll('</table>', '</table></div>');
}

function imageAttributes(document: PublicDocument, attribs: Record<string, string>): Record<string, string> {
  const sha256 = assetOf(attribs['src']);
  if (sha256 === null) return { ...attribs, loading: 'lazy' };
  const image = document.images.find((each) => each.sha256 === sha256);
  if (!image) throw fileMissing(document, sha256);
  const widest = image.renditions.at(-1)!;
  return {
    ...attribs,
    src: fileHref(document, widest),
    srcset: srcset(document, image),
    sizes: SIZES,
    width: String(widest.width),
    height: String(widest.height),
    alt: image.alt,
    loading: 'lazy',
  };
}

function srcset(document: PublicDocument, image: PublicImage): string {
  return image.renditions.map((rendition) => `${fileHref(document, rendition)} ${rendition.width}w`).join(', ');
}

function withAddress(document: PublicDocument, attribs: Record<string, string>): Record<string, string> {
  const sha256 = assetOf(attribs['href']);
  if (sha256 === null) return attribs;
  const file = document.attachments.find((each) => each.sha256 === sha256) ?? widestOf(document, sha256);
  if (!file) throw fileMissing(document, sha256);
  return { ...attribs, href: fileHref(document, file) };
}

const widestOf = (document: PublicDocument, sha256: string): { path: string } | undefined =>
  document.images.find((each) => each.sha256 === sha256)?.renditions.at(-1);

const assetOf = (address: string | undefined): string | null =>
  address?.startsWith('asset:') ? address.slice('asset:'.length) : null;

function fileMissing(document: PublicDocument, sha256: string): SiteError {
  return new SiteError(
    'FILE_MISSING',
    `《${document.title}》的正文用到的文件 ${sha256.slice(0, 16)} 不在附件和图片里`,
    '退回稿件，重新插入图片或附件后再发布',
  );
}
