import type { RepealTarget } from './cascade';
import { toBeRepealed } from './cascade';

const target = (id: string, more: Partial<RepealTarget> = {}): RepealTarget => ({ id, live: true, validity: 'valid', proposed: false, ...more });

describe('what a released document repeals', () => {
  it('is proposed once each, in the order named, also where no 有效性 was ever chosen', () => {
    const targets = [target('b', { validity: null }), target('a')];
    expect(toBeRepealed({ id: 'new', repeals: ['a', 'b', 'a'] }, targets)).toEqual(['a', 'b']);
  });

  it('is left alone where it is gone, out of force already, or somebody proposed something else', () => {
    const targets = [target('gone', { live: false }), target('void', { validity: 'invalid' }), target('old', { validity: 'repealed' }), target('asked', { proposed: true })];
    expect(toBeRepealed({ id: 'new', repeals: ['gone', 'void', 'old', 'asked', 'never-was'] }, targets)).toEqual([]);
  });

  it('is never itself', () => expect(toBeRepealed({ id: 'new', repeals: ['new'] }, [target('new')])).toEqual([]));
});
