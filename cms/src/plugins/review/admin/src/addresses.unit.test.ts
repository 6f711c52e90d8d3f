import { decisionAddress, filterOf, inboxAddress } from './addresses';

describe('an address', () => {
  it('carries the filters of the inbox there and back', () => {
    const filter = { queue: 'submitted', column: 'gsgg', hours: '24' };
    const address = inboxAddress(filter);
    expect(address).toBe('/plugins/review/inbox?queue=submitted&column=gsgg&hours=24');
    expect(filterOf(new URLSearchParams(address.split('?')[1]))).toEqual(filter);
    expect(decisionAddress('abc', filter)).toBe('/plugins/review/decide/abc?queue=submitted&column=gsgg&hours=24');
  });

  it('is bare without a filter', () => expect(decisionAddress('abc', { queue: '' })).toBe('/plugins/review/decide/abc'));
});
