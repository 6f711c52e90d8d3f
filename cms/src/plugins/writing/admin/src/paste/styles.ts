import { declarations } from '../../../../review/server/src/content/body-form';

/** What a fragment's own style sheet and `style` attributes say, as far as anything of it is kept. */
export interface Styles {
  of(element: Element): Map<string, string>;
  /** `style` and `align` with what the classes say put in front. */
  looks(element: Element): { style: string; align: string };
  /** `mso-level-number-format` of the list a paragraph belongs to (`l0 level1 lfo1`); empty: unknown. */
  listFormat(list: string): string;
}

const RULE = /([^{}]+)\{([^{}]*)\}/g;

export const readStyles = (page: Document): Styles => {
  const sheet = [...page.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n').replace(/<!--|-->|\/\*[\s\S]*?\*\//g, '');
  const byClass = new Map<string, Map<string, string>>();
  const lists = new Map<string, string>();
  for (const [, selectors = '', body = ''] of sheet.matchAll(RULE)) {
    const said = declarations(body.replace(/\s+/g, ' '));
    for (const selector of selectors.split(',')) {
      const [, list, level] = /@list\s+(l\d+):level(\d)/.exec(selector) ?? [];
      if (list !== undefined) lists.set(`${list} level${level}`, said.get('mso-level-number-format') ?? 'decimal');
      const [, tag, name] = /^\s*(\w*)\.([\w-]+)\s*$/.exec(selector) ?? [];
      // A character style says nothing about its paragraph.
      if (name !== undefined && tag !== 'span') byClass.set(name, new Map([...(byClass.get(name) ?? []), ...said]));
    }
  }
  const ofClasses = (element: Element): [string, string][] =>
    (element.getAttribute('class') ?? '').split(/\s+/).flatMap((name) => [...(byClass.get(name) ?? [])]);
  const of = (element: Element) => new Map([...ofClasses(element), ...declarations((element.getAttribute('style') ?? '').replace(/\s+/g, ' '))].map(([name, value]): [string, string] => [name, value.replace(/^["']|["']$/g, '')]));
  return {
    of,
    looks: (element) => ({ style: [...of(element)].map(([name, value]) => `${name}:${value}`).join(';'), align: element.getAttribute('align') ?? '' }),
    listFormat: (list) => {
      const [, name] = /\b(l\d+ level\d)\b/.exec(list) ?? [];
      return name === undefined ? '' : (lists.get(name) ?? '');
    },
  };
};
