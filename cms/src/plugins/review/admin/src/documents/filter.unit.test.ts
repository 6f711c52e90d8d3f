import { changed, filterOf, isNarrowed, listAddress, queryOf } from './filter';

describe('the filter of 稿件', () => {
  const read = (address: string) => filterOf(new URL(address, 'http://desk.example').searchParams);

  it('stands in the address and comes back out of it', () => {
    const address = listAddress({ state: 'draft,returned', q: '供暖 & 保障', mine: '1' });
    expect(queryOf(read(address))).toEqual({ state: 'draft,returned', q: '供暖 & 保障', mine: '1' });
    expect(listAddress()).toBe('/plugins/review/documents');
  });

  it('begins at the first page again when it changes, and keeps it only when the page is what changes', () => {
    const filter = read(listAddress({ column: 'gsgg', page: '2026-11-23T19:15:30.000Z~abc' }));
    expect(queryOf(changed(filter, { state: 'draft' }))).toEqual({ column: 'gsgg', state: 'draft' });
    expect(changed(filter, { page: '-x~y' }).page).toBe('-x~y');
  });

  it('narrows by its fields, not by order and page', () => {
    expect(isNarrowed(read(listAddress({ order: 'asc', by: 'published', page: 'a~b' })))).toBe(false);
    expect(isNarrowed(read(listAddress({ from: '2026-01-01' })))).toBe(true);
  });
});
