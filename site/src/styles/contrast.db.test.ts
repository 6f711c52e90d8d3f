import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Colours of a palette: the light one, overlaid in turn by what the blocks after `marks` change. */
function palette(marks: string[]): Record<string, string> {
  const read = (text: string) =>
    Object.fromEntries([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
  const light = read(css.slice(0, css.indexOf('@media')));
  return marks.reduce((colours, mark) => {
    const start = css.indexOf(mark);
    if (start < 0) throw new Error(`No palette "${mark}" in tokens.css: name the block in this test as it is named there.`);
    return { ...colours, ...read(css.slice(start, css.indexOf('}', start))) };
  }, light);
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(text: string, ground: string): number {
  const [dark = 0, light = 0] = [luminance(text), luminance(ground)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const PAIRS = [
  ['ink', 'paper'],
  ['ink', 'wash'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'wash'],
  ['ink-faint', 'paper'],
  ['ink-faint', 'wash'],
  ['link', 'paper'],
  ['link', 'wash'],
  ['link', 'void-wash'],
  ['valid', 'paper'],
  ['valid', 'wash'],
  ['void', 'paper'],
  ['void', 'wash'],
  ['void', 'void-wash'],
  ['on-band', 'band'],
  ['on-band-soft', 'band'],
  ['on-alarm', 'alarm'],
  ['on-note', 'note'],
  ['on-mark', 'mark'],
  ['on-foot', 'foot'],
  ['on-foot-strong', 'foot'],
] as const;

const DARK = 'prefers-color-scheme: dark) {\n  :root {';
const ELDER = '@media screen {\n  :root:is([data-elder]';
const ELDER_DARK = 'prefers-color-scheme: dark) {\n  :root:is([data-elder]';
const HIGH = ':root:is([data-contrast]';

/** As the cascade lays them over each other: what stands later in the file wins. */
describe.each([
  ['light', []],
  ['dark', [DARK]],
  ["older readers'", [ELDER]],
  ["older readers' dark", [DARK, ELDER, ELDER_DARK]],
  ['high contrast', [HIGH]],
  ['high contrast over dark', [DARK, HIGH]],
  ["high contrast over older readers'", [ELDER, HIGH]],
  ["high contrast over older readers' dark", [DARK, ELDER, ELDER_DARK, HIGH]],
])('the %s palette', (_name, marks) => {
  const colours = palette(marks);

  it.each(PAIRS)('sets %s on %s at 7:1 or more', (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(7);
  });

  it('outlines what has the focus at 3:1 or more', () => {
    expect(contrast(colours['focus'] ?? '', colours['paper'] ?? '')).toBeGreaterThanOrEqual(3);
    expect(contrast(colours['focus-on-dark'] ?? '', colours['band'] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('stand in the file in the order in which they are to win', () => {
  const places = [DARK, ELDER, ELDER_DARK, HIGH].map((mark) => css.indexOf(mark));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

it('a pair too faint is noticed', () => {
  expect(contrast('#777777', '#ffffff')).toBeLessThan(7);
});
