import { totalsBy } from './totals';

describe('output by column and by department', () => {
  const rows = [
    { column: 'szyw', department: 'szf', today: 1, week: 4 },
    { column: 'szyw', department: 'fgw', today: 0, week: 2 },
    { column: 'gsgg', department: 'fgw', today: 2, week: 5 },
  ];

  it('is added up, the most of the week first', () => {
    expect(totalsBy(rows, 'column')).toEqual([
      { code: 'szyw', today: 1, week: 6 },
      { code: 'gsgg', today: 2, week: 5 },
    ]);
    expect(totalsBy(rows, 'department').map(({ code }) => code)).toEqual(['fgw', 'szf']);
  });

  it('is nothing where nothing came out', () => {
    expect(totalsBy([], 'column')).toEqual([]);
  });
});
