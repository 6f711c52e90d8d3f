import fc from 'fast-check';
import { sound, tagSoup } from './tag-soup';

it('nothing dangerous comes through whatever is thrown at the sanitiser, ten thousand times', () => {
  fc.assert(fc.property(tagSoup, (html) => sound(html).length === 0), { numRuns: 10_000 });
});
