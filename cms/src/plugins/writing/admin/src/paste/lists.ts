/** 列表项: what Word writes as a paragraph with a number in front. */
export interface Item {
  level: number;
  /** Null: a bullet. */
  number: Numbered | null;
  html: string;
}

export interface Numbered {
  value: number;
  /** As of `ol`: empty for 1 2 3. */
  type: string;
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

const roman = (text: string): number =>
  [...text.toLowerCase()].reduce((sum, letter, index, all) => {
    const [now = 0, next = 0] = [ROMAN[letter], ROMAN[all[index + 1] ?? '']];
    return sum + (now < next ? -now : now);
  }, 0);

/**
 * A number as a browser's list writes it: `1.` `a.` `iv.`. Null for every other, such as 一、 （一） 1） 第一条: those are text, and a
 * list would lose them.
 */
export const numberedBy = (marker: string): Numbered | null => {
  const [, digits] = /^(\d{1,4})\.$/.exec(marker) ?? [];
  if (digits !== undefined) return { value: Number(digits), type: '' };
  const [, letters = ''] = /^([a-z]+)\.$/i.exec(marker) ?? [];
  if (letters === '') return null;
  const capital = letters !== letters.toLowerCase();
  if (/^[ivx]+$/i.test(letters)) return { value: roman(letters), type: capital ? 'I' : 'i' };
  return letters.length === 1 ? { value: letters.toLowerCase().charCodeAt(0) - 96, type: capital ? 'A' : 'a' } : null;
};

const SYMBOLS = /symbol|wingdings|webdings/i;

/** Whether an item has a bullet. Bullets come as letters of a symbol face: `l`, `n`, `Ø`, `§`, `·`. */
export const isBullet = (marker: { text: string; font: string } | null, format: string): boolean =>
  format === 'bullet' || (marker !== null && (SYMBOLS.test(marker.font) || /^[^\p{L}\p{N}（(]$/u.test(marker.text) || marker.text === 'o')) || (marker === null && format !== 'none');

const sameKind = (one: Item, other: Item): boolean => (one.number === null) === (other.number === null) && one.number?.type === other.number?.type;

/** Consecutive items as lists within lists. */
export const listsOf = (items: readonly Item[]): string => {
  let index = 0;
  const build = (level: number): string => {
    let html = '';
    while (index < items.length) {
      const first = items[index];
      if (!first || first.level < level) break;
      const { number } = first;
      const open = number === null ? '<ul>' : `<ol${number.value > 1 ? ` start="${number.value}"` : ''}${number.type === '' ? '' : ` type="${number.type}"`}>`;
      html += open;
      for (let item = items[index]; item && item.level >= level; item = items[index]) {
        // A level that is skipped on the way down is none of a reader's business.
        if (item !== first && item.level <= first.level && !sameKind(item, first)) break;
        index += 1;
        const next = items[index];
        html += `<li>${item.html}${next && next.level > item.level ? build(item.level + 1) : ''}</li>`;
      }
      html += number === null ? '</ul>' : '</ol>';
    }
    return html;
  };
  return build(Math.min(...items.map(({ level }) => level)));
};
