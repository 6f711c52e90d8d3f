/** How the demonstration's texts are written down: one line a paragraph, Markdown for headings and lists, helpers for the rest. */
import MarkdownIt from 'markdown-it';
import type { PictureName } from './pictures.ts';
import { departments } from './departments.ts';
import type { DemonstrationDocument, DemonstrationDraft, DemonstrationImage } from './types.ts';

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
const isListItem = (line: string): boolean => /^(- |\d+\. )/.test(line);

/**
 * HTML of a text written one line a paragraph. `## ` to `#### ` head a section, `- ` and `1. ` make lists; a line that begins with a
 * tag is taken as it is. Chinese has no blanks between words, so lines of one paragraph are never joined.
 */
export const text = (source: string): string => {
  const lines = source.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const blocks = filled.map((line, index) => {
    const previous = filled[index - 1];
    if (previous === undefined) return line;
    return `${isListItem(previous) && isListItem(line) ? '\n' : '\n\n'}${line}`;
  });
  return markdown.render(blocks.join('')).trim();
};

const cell = (tag: 'th' | 'td', content: string, scope?: 'col' | 'row'): string =>
  `<${tag}${scope === undefined ? '' : ` scope="${scope}"`}>${content}</${tag}>`;

/** A table on one line: caption, heads of columns, and rows whose first cell is the head of its row. */
export const table = (caption: string, head: string[], rows: string[][]): string => {
  const heads = head.map((content) => cell('th', content, 'col')).join('');
  const body = rows.map(
    ([first = '', ...rest]) => `<tr>${cell('th', first, 'row')}${rest.map((c) => cell('td', c)).join('')}</tr>`,
  );
  return `<table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
};

/** 主送机关. */
export const to = (addressee: string): string => `<p class="addressee">${addressee}</p>`;

/** 落款: issuer and day, as two paragraphs. */
export const signed = (issuer: string, date: string): string =>
  `<p class="signature">${issuer}</p>\n\n<p class="date">${date}</p>`;

/** 附件说明, below the text of an official document. */
export const enclosed = (note: string): string => `<p class="attachment-note">${note}</p>`;

/** A picture in the body with its alternative text. */
export const figure = (picture: PictureName, alt: string): string =>
  `<p class="align-center"><img src="picture:${picture}" alt="${alt}"></p>`;

/** Pictures that stand in a body, in order. */
const imagesOf = (body: string): DemonstrationImage[] =>
  [...body.matchAll(/<img src="picture:([a-z-]+)" alt="([^"]*)">/g)].map(([, picture, alt]) => ({
    picture: picture as PictureName,
    alt: alt ?? '',
  }));

/** `2026-11-20 09:30` in Asia/Shanghai (UTC+8, no summer time since 1991) as an instant. */
export const shanghai = (moment: string): string => new Date(`${moment.replace(' ', 'T')}:00+08:00`).toISOString();

const nameOf = (code: string): string => {
  const found = departments.find((department) => department.code === code);
  if (found === undefined) throw new Error(`演示内容引用了不存在的部门：${code}。请先在 departments.ts 中添加。`);
  return found.name;
};

type Filled = 'publishedAt' | 'source' | 'author' | 'disclosure' | 'images' | 'body';
type Written<T> = Omit<T, Filled> & { body: string; source?: string; author?: string };

const filled = <T extends { body: string; department: string; source?: string; author?: string }>(written: T) => {
  const body = text(written.body);
  const images = imagesOf(body);
  return {
    ...written,
    body,
    source: written.source ?? nameOf(written.department),
    author: written.author ?? '',
    disclosure: '主动公开',
    ...(images.length > 0 ? { images } : {}),
  };
};

/** A published document; `published` is a moment in Asia/Shanghai. Source is the department unless another is named. */
export const document = ({
  published,
  ...written
}: Written<DemonstrationDocument> & { published: string }): DemonstrationDocument => ({
  ...filled(written),
  publishedAt: shanghai(published),
});

/** A document that is still on its way. */
export const draft = (written: Written<DemonstrationDraft>): DemonstrationDraft => filled(written);
