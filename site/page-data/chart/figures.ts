/** Numbers as a statistics office writes them. What is printed in tables stays as it was written: these are for drawing only. */

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** `1,024.5`, `−3.2`, `12.5%`, `（1）` are numbers; `—`, `…`, an empty cell and words are gaps. */
export function figureOf(cell: string): number | null {
  const plain = cell
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^[−–—－﹣](?=\d)/, '-')
    .replace(/[%‰]$/, '');
  return NUMBER.test(plain) ? Number(plain) : null;
}

/**
 * Round values that span the figures: steps of 1, 2 or 5 times a power of ten, about four of them.
 *
 * @param from - lowest figure; @param to - highest; both ends are covered
 */
export function ticksOf(from: number, to: number): number[] {
  const [low, high] = from === to ? (from === 0 ? [0, 1] : [Math.min(0, from), Math.max(0, from)]) : [from, to];
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough - power / 1e9)!;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiplied, not added up: ten times 0.1 is not 1.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** `1500` as `1,500`: a tick's own text. */
export const tickText = (value: number): string => {
  const [whole, part] = String(Math.abs(value)).split('.') as [string, string?];
  return `${value < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`;
};

/** Width of a text in units of its size: Han characters and full-width signs are one, others a little more than half. */
export const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.56), 0);
