import { EXAMPLES } from '../particulars/examples';
import { particularsFields, particularsTables } from './particulars';
import { applied } from './pieces';

const said = (...given: Parameters<typeof particularsFields>): string[] =>
  particularsFields(...given).map(({ label, pieces }) => `${label} ${applied(pieces, 'before')}→${applied(pieces, 'after')}`);

describe('what changed in the 专项内容', () => {
  it('nothing, where they are the same', () => {
    for (const example of Object.values(EXAMPLES)) expect([particularsFields(example, example), particularsTables(example, example)]).toEqual([[], []]);
  });

  it('a field by its name, choices and moments in words', () => {
    const after = { ...EXAMPLES.emergency, level: 'red' as const, until: null };
    expect(said(EXAMPLES.emergency, after)).toEqual(['应急信息：预警级别 二级（橙色）→一级（红色）', '应急信息：结束时间 北京时间 2026-12-01 12:00→未定']);
  });

  it('a table by its cells, with rows that came', () => {
    const { rows } = EXAMPLES.dataset;
    const after = { ...EXAMPLES.dataset, rows: [[...(rows[0] ?? [])].with(1, '1,024.6'), rows[1] ?? [], ['三季度', '3,420.8', '5.2']] };
    const [table, ...others] = particularsTables(EXAMPLES.dataset, after);
    expect(others).toEqual([]);
    expect(table).toMatchObject({ label: '数据集：数据', kind: 'changed' });
    expect(table?.rows.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'added']);
    expect(table?.rows[1]?.cells.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same']);
  });

  it('a list as a table under the names of its fields', () => {
    const after = { ...EXAMPLES.agency, leaders: [...EXAMPLES.agency.leaders, { name: '乙某', title: '副局长', duties: '' }] };
    const [table] = particularsTables(EXAMPLES.agency, after);
    expect(table?.label).toBe('机构：机构领导');
    expect(table?.rows[0]?.cells.map(({ pieces }) => applied(pieces, 'after'))).toEqual(['姓名', '职务', '分工']);
    expect(table?.rows.at(-1)?.kind).toBe('added');
  });

  it('all of it, where they came or went', () => {
    expect(said(null, EXAMPLES.hall)).toEqual(['公开大厅文本：放在 →公开年报', '公开大厅文本：年份 →2025']);
    expect(particularsTables(EXAMPLES.dataset, null)).toMatchObject([{ kind: 'removed' }]);
  });
});
