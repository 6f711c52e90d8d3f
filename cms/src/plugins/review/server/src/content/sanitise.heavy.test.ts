import fc from 'fast-check';
import { CONTEXTS, VECTORS } from './attacks';
import { sound, tagSoup } from './tag-soup';

it('nothing dangerous comes through whatever is thrown at the sanitiser, ten thousand times', () => {
  fc.assert(fc.property(tagSoup, (html) => sound(html).length === 0), { numRuns: 10_000 });
});

it('every known attack does nothing in every context', () => {
  const attacks = CONTEXTS.flatMap((context) => VECTORS.map((vector) => context(vector)));
  expect(attacks.length).toBeGreaterThan(4_000);
  expect(attacks.map((html) => ({ html, faults: sound(html) })).filter(({ faults }) => faults.length > 0)).toEqual([]);
});
