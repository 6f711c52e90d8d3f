import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Colours of a palette: the light one, overlaid by what the block after `mark` changes. */
function palette(mark: string | null): Record<string, string> {
  const read = (text: string) =>
    Object.fromEntries([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
  const light = read(css.slice(0, css.indexOf('@media')));
  if (mark === null) return light;
  const start = css.indexOf(mark);
  if (start < 0) throw new Error(`No palette "${mark}" in tokens.css: name the block in this test as it is named there.`);
  return { ...light, ...read(css.slice(start, css.indexOf('}', start))) };
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

describe.each([
  ['light', null],
  ['dark', 'prefers-color-scheme: dark'],
  ['high contrast', '#contrast:checked'],
])('the %s palette', (_name, mark) => {
  const colours = palette(mark);

  it.each(PAIRS)('sets %s on %s at 7:1 or more', (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(7);
  });

  it('outlines what has the focus at 3:1 or more', () => {
    expect(contrast(colours['focus'] ?? '', colours['paper'] ?? '')).toBeGreaterThanOrEqual(3);
    expect(contrast(colours['focus-on-dark'] ?? '', colours['band'] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('a pair too faint is noticed', () => {
  expect(contrast('#777777', '#ffffff')).toBeLessThan(7);
});
