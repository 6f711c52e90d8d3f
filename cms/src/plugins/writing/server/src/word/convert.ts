import { strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { sanitiseBody } from '../../../../review/server/src/content/sanitise';
import { invalid } from '../../../../review/server/src/errors';
import { inspect } from '../attachments/inspect';
import type { Particulars } from '../decisions/particulars';
import { particularsOf } from '../decisions/particulars';
import { lossesOf, withoutRefused, type Loss } from './losses';
import { readNumbering, readStyles, writeNumbers } from './numbering';

export interface WordPicture {
  /** Stands for it in the HTML until it is uploaded. */
  placeholder: string;
  mediaType: string;
  base64: string;
  alt: string;
}

export interface Converted {
  html: string;
  pictures: WordPicture[];
  losses: Loss[];
  particulars: Particulars;
}

/** A text longer than this is a book; the table of a register belongs into a spreadsheet beside. */
const MOST_BYTES = 30 * 1024 * 1024;
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const STYLE_MAP = [
  "p[style-name='heading 1'] => h2:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='heading 2'] => h3:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  ...[3, 4, 5, 6].flatMap((level) => [`p[style-name='heading ${level}'] => h4:fresh`, `p[style-name='Heading ${level}'] => h4:fresh`]),
  "p[style-name='Title'] => p.title:fresh",
  "p[style-name='gongkai centre'] => p.align-center:fresh",
  "p[style-name='gongkai right'] => p.align-right:fresh",
  "p[style-name='gongkai indent'] => p.indent:fresh",
  'u => u',
  'strike => s',
  "r[style-name='Strong'] => strong",
];

/** Twentieths of a point in a first-line indent from which it is one: two characters of the smallest size are 360. */
const FIRST_LINE_FROM = 300;

interface Paragraph {
  styleName: string | null;
  alignment: string | null;
  numbering: unknown;
  indent: { firstLine: string | null } | null;
}

/** Looks that say something as styles: Word keeps them as settings of each paragraph. */
const lookOf = (paragraph: Paragraph): string | null => {
  if (paragraph.numbering || /^(heading|title)/i.test(paragraph.styleName ?? '')) return null;
  if (paragraph.alignment === 'center') return 'gongkai centre';
  if (paragraph.alignment === 'right' || paragraph.alignment === 'end') return 'gongkai right';
  return Number(paragraph.indent?.firstLine ?? 0) >= FIRST_LINE_FROM ? 'gongkai indent' : null;
};

type Transforms = { transforms: { paragraph(change: (paragraph: Paragraph) => Paragraph): (document: unknown) => unknown } };

const withLooks = (mammoth as unknown as Transforms).transforms.paragraph((paragraph) => {
  const look = lookOf(paragraph);
  return look === null ? paragraph : { ...paragraph, styleName: look, styleId: look };
});

/** `w:firstLineChars` counts in hundredths of a character; where it stands alone mammoth does not see it. */
const charactersAsTwips = (xml: string): string =>
  xml.replace(/<w:ind\b[^>]*>/g, (tag) => {
    const characters = Number(/w:firstLineChars="(\d+)"/.exec(tag)?.[1] ?? 0);
    return characters > 0 && !/w:firstLine="/.test(tag) ? tag.replace('<w:ind', `<w:ind w:firstLine="${characters * 2}"`) : tag;
  });

/** Footnotes as the body has them: numbers as links, the notes as paragraphs at the end. */
const asFootnotes = (html: string): string =>
  html
    .replace(/<sup><a href="#(foot|end)note-(\d+)" id="\1note-ref-\2">(\[\d+\])<\/a><\/sup>/g, (_all, kind: string, id: string, number: string) => {
      const name = `${kind === 'end' ? 'e' : 'w'}${id}`;
      return `<sup><a href="#fn-${name}" id="fnref-${name}">${number}</a></sup>`;
    })
    .replace(/<ol><li id="(?:foot|end)note-\d+">[\s\S]*$/, (notes) => {
      let number = 0;
      return notes
        .replace(/<li id="(foot|end)note-(\d+)">([\s\S]*?)<\/li>/g, (_all, kind: string, id: string, inner: string) => {
          const name = `${kind === 'end' ? 'e' : 'w'}${id}`;
          number += 1;
          const text = inner.replace(/\s*<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/, '').replace(/<\/p>\s*<p[^>]*>/g, '<br />').replace(/<\/?p[^>]*>/g, '').trim();
          return `<p id="fn-${name}" class="footnote"><a href="#fnref-${name}">[${number}]</a> ${text}</p>`;
        })
        .replace(/^<ol>|<\/ol>$/g, '');
    });

/** Header cells say what they head, cells of one paragraph need no tags within. */
const asTables = (html: string): string =>
  html
    .replace(/<th(?=[\s>])(?![^>]*scope)/g, '<th scope="col"')
    .replace(/<(t[dh])([^>]*)><p(?: class="(align-center|align-right)")?>((?:(?!<\/?(?:p|table|ul|ol|h\d)\b)[\s\S])*)<\/p><\/t[dh]>/g, (_all, tag: string, more: string, align: string | undefined, text: string) =>
      `<${tag}${more}${align ? ` class="${align}"` : ''}>${text}</${tag}>`,
    )
    .replace(/<(t[dh])([^>]*)><p class="indent">/g, '<$1$2><p>');

const linesOf = (html: string): string[] =>
  [...html.matchAll(/<(p|h[2-4]|td|th|li)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inner = '']) =>
    inner.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim(),
  );

/**
 * Word 文档转正文. Nothing is stored: the person sees what became of it, and what did not, before it is put in.
 * @throws a refusal where the file is no sound .docx
 */
export const convertWord = async (name: string, bytes: Uint8Array): Promise<Converted> => {
  if (!/\.docx$/i.test(name)) throw invalid('WORD_TYPE', '只能导入 .docx 文件。', '.doc、.wps 请在 Word 或 WPS 中另存为 .docx；也可以复制后直接粘贴到正文。');
  if (bytes.length > MOST_BYTES) throw invalid('WORD_SIZE', '文件太大，最大 30 MB。', '请压缩文档里的图片后再导入。');
  const { fault } = inspect(name, bytes);
  if (fault) throw invalid(`WORD_${fault.code}`, fault.message, fault.hint);
  const members = unzipSync(bytes);
  const text = (member: string): string => (members[member] ? new TextDecoder().decode(members[member]) : '');
  const document = text('word/document.xml');
  if (document === '') throw invalid('WORD_BROKEN', '这个 Word 文档没有正文，可能已损坏。', '请在 Word 中打开检查，重新保存后再导入。');
  const parts = new Map(Object.keys(members).filter((member) => member.endsWith('.xml')).map((member) => [member, text(member)]));
  const losses = lossesOf(document, parts);
  const prepared = charactersAsTwips(writeNumbers(withoutRefused(document), readNumbering(text('word/numbering.xml')), readStyles(text('word/styles.xml'))));
  const { ['word/comments.xml']: _comments, ...kept } = members;
  const packed = zipSync({ ...kept, 'word/document.xml': strToU8(prepared) }, { level: 0 });

  const pictures: WordPicture[] = [];
  let strange = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    if (!PICTURES.includes(image.contentType)) {
      strange += 1;
      return { src: '/uploads/word-none' };
    }
    const placeholder = `/uploads/word-picture-${pictures.length + 1}`;
    pictures.push({ placeholder, mediaType: image.contentType, base64: await image.readAsBase64String(), alt: (image as unknown as { altText?: string }).altText ?? '' });
    return { src: placeholder };
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(packed) },
    { styleMap: STYLE_MAP, convertImage, ignoreEmptyParagraphs: true, includeEmbeddedStyleMap: false, externalFileAccess: false, transformDocument: withLooks },
  );
  if (strange > 0) losses.push({ what: '网页不支持的图片（EMF、WMF、TIFF 等）', count: strange, became: '没有带入，请转成 PNG 或 JPEG 后插入' });
  const noted = asTables(asFootnotes(value)).replace(/<img\b[^>]*src="\/uploads\/word-none"[^>]*>/g, '【此处的图片格式不支持，没有带入】');
  const html = sanitiseBody(noted.replace(/\t/g, ' '));
  return { html, pictures, losses, particulars: particularsOf(linesOf(html)) };
};
