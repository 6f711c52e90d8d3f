import { EXAMPLES } from '../../../../server/src/decisions/particulars/examples';
import { blank } from '../../../../server/src/decisions/particulars/tidy';
import { faultsOf, shownFaults } from './shown-faults';

const around = { kind: 'people', columns: null, opened: null };

it('a gap is told once its field was left, not before', () => {
  const faults = faultsOf(blank('person'), around);
  expect(faults.map(({ field }) => field)).toEqual(['particulars.post', 'particulars.group', 'particulars.order']);
  expect(shownFaults(faults, new Set())).toEqual([]);
  expect(shownFaults(faults, new Set(['particulars.post'])).map(({ field }) => field)).toEqual(['particulars.post']);
});

it('what is wrong is told at once', () => {
  const faults = faultsOf({ ...EXAMPLES.person, order: 0 }, around);
  expect(shownFaults(faults, new Set()).map(({ message }) => message)).toEqual(['排序应在 1 到 999 之间']);
});

it('an end that has passed is let be where the form was opened with it', () => {
  const past = { ...EXAMPLES.emergency, until: '2020-01-01T00:00:00.000Z' };
  expect(faultsOf(past, { ...around, kind: 'notice' })).toHaveLength(1);
  expect(faultsOf(past, { ...around, kind: 'notice', opened: past })).toEqual([]);
});
