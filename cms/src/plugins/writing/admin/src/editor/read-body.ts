import { DOMParser as BodyParser, type Node as BodyNode, type Schema } from '@tiptap/pm/model';

/** Puts what HTML nests and the editor does not beside each other: captions before their tables, words of an anchor after it. */
export const beside = (page: Document): void => {
  for (const caption of [...page.querySelectorAll('table > caption')]) {
    const moved = page.createElement('table-caption');
    if (caption.className) moved.className = caption.className;
    moved.append(...caption.childNodes);
    caption.parentElement?.before(moved);
    caption.remove();
  }
  for (const anchor of page.querySelectorAll('a[id]:not([href])')) anchor.after(...anchor.childNodes);
};

const parseInBrowser = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** A stored body as the editor's document. */
export const readBody = (schema: Schema, html: string, parse = parseInBrowser): BodyNode => {
  const page = parse(html);
  beside(page);
  return BodyParser.fromSchema(schema).parse(page.body);
};
