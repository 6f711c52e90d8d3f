import { numberText } from './numbers';

/**
 * Numbers of Word's automatic numbering that no list of a page writes (一、 （一） 第一条, and every heading's) are put into the text:
 * they are part of what the document says, and of how others cite it.
 */
interface Level {
  format: string;
  text: string;
  start: number;
  /** 正规形式编号: the numbers of the levels above in Arabic digits, whatever they are there. */
  legal: boolean;
}

const attribute = (xml: string, element: string, name = 'w:val'): string | null => new RegExp(`<${element}\\b[^>]*?\\s${name}="([^"]*)"`).exec(xml)?.[1] ?? null;
const parts = (xml: string, element: string): string[] => xml.match(new RegExp(`<${element}[\\s>][\\s\\S]*?</${element}>`, 'g')) ?? [];
const entities = (text: string): string => text.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

export interface Numbering {
  level(numId: string, level: number): Level | null;
  abstractOf(numId: string): string;
}

export const readNumbering = (xml: string): Numbering => {
  const levels = new Map<string, Level>();
  for (const abstract of parts(xml, 'w:abstractNum')) {
    const id = attribute(abstract, 'w:abstractNum', 'w:abstractNumId') ?? '';
    for (const level of parts(abstract, 'w:lvl')) {
      levels.set(`${id}/${attribute(level, 'w:lvl', 'w:ilvl')}`, {
        format: attribute(level, 'w:numFmt') ?? 'decimal',
        text: entities(attribute(level, 'w:lvlText') ?? ''),
        start: Number(attribute(level, 'w:start') ?? 1),
        legal: /<w:isLgl(\s*\/>|\s+w:val="(1|true|on)")/.test(level),
      });
    }
  }
  const abstracts = new Map(parts(xml, 'w:num').map((num) => [attribute(num, 'w:num', 'w:numId') ?? '', attribute(num, 'w:abstractNumId') ?? '']));
  const abstractOf = (numId: string) => abstracts.get(numId) ?? '';
  return { abstractOf, level: (numId, level) => levels.get(`${abstractOf(numId)}/${level}`) ?? null };
};

export interface Styles {
  name(styleId: string): string;
  numbering(styleId: string): { numId: string; level: number } | null;
}

export const readStyles = (xml: string): Styles => {
  const byId = new Map(parts(xml, 'w:style').map((style) => [attribute(style, 'w:style', 'w:styleId') ?? '', style]));
  const numbering = (styleId: string, depth = 0): { numId: string; level: number } | null => {
    const style = byId.get(styleId);
    if (style === undefined || depth > 10) return null;
    const numId = attribute(style, 'w:numId');
    if (numId !== null) return { numId, level: Number(attribute(style, 'w:ilvl') ?? attribute(style, 'w:outlineLvl') ?? 0) };
    const base = attribute(style, 'w:basedOn');
    return base === null ? null : numbering(base, depth + 1);
  };
  return { name: (styleId) => attribute(byId.get(styleId) ?? '', 'w:name') ?? '', numbering };
};

/** What a browser writes by itself: `1.` `a.` `i.` and bullets. */
const isPlainList = ({ format, text }: Level, level: number): boolean =>
  format === 'bullet' || (['decimal', 'lowerLetter', 'upperLetter', 'lowerRoman', 'upperRoman'].includes(format) && text === `%${level + 1}.`);

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** @returns `document.xml` with such numbers as text and their automatic numbering gone */
export const writeNumbers = (xml: string, numbering: Numbering, styles: Styles): string => {
  const counters = new Map<string, number[]>();
  return xml.replace(/<w:pPr>([\s\S]*?)<\/w:pPr>/g, (whole, properties: string) => {
    const styleId = attribute(properties, 'w:pStyle');
    const own = attribute(properties, 'w:numId');
    const given = own !== null ? { numId: own, level: Number(attribute(properties, 'w:ilvl') ?? 0) } : styleId === null ? null : styles.numbering(styleId);
    if (given === null || given.numId === '0') return whole;
    const level = numbering.level(given.numId, given.level);
    if (level === null) return whole;
    const abstract = numbering.abstractOf(given.numId);
    const counts = counters.get(abstract) ?? [];
    counters.set(abstract, counts);
    counts[given.level] = (counts[given.level] ?? level.start - 1) + 1;
    counts.length = given.level + 1;
    const heading = /^(heading|标题) ?\d/i.test(styleId === null ? '' : styles.name(styleId));
    if (level.format === 'bullet' || (isPlainList(level, given.level) && !heading)) return whole;
    const text = level.text.replace(/%(\d)/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      const shown = numbering.level(given.numId, at);
      return numberText(counts[at] ?? shown?.start ?? 1, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
    const gap = /[、）)．，：]$/.test(text) || text === '' ? '' : ' ';
    const without = properties.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/, '').replace(/(<w:pStyle [^>]*\/>)?/, '$1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>');
    return `<w:pPr>${without}</w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}${gap}</w:t></w:r>`;
  });
};
