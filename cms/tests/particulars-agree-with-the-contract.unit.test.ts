import { PARTICULARS_OF_KIND, particularsSchema } from '../../site/contract/particulars.ts';
import { ALL_EXAMPLES } from '../src/plugins/review/server/src/decisions/particulars/examples';
import { formFaults } from '../src/plugins/review/server/src/decisions/particulars/faults';
import type { Field, Particulars } from '../src/plugins/review/server/src/decisions/particulars/form';
import { fieldsOf, FORMS, OF_KIND } from '../src/plugins/review/server/src/decisions/particulars/form';
import { tidied } from '../src/plugins/review/server/src/decisions/particulars/tidy';

/** The CMS writes the form down once more, since it does not read the site: what the one lets pass, the other must take. */
const agrees = (given: unknown): { cms: boolean; contract: boolean } => {
  const particulars = tidied(given);
  return { cms: particulars !== null && formFaults(particulars).length === 0, contract: particularsSchema.safeParse(particulars).success };
};

const words = (length: number): string => '字'.repeat(length);

/** Values of a field at and beyond its edges; the one that is right is among them. */
const edgesOf = (field: Field, value: unknown): unknown[] => {
  switch (field.is) {
    case 'line':
      return field.pattern ? ['', 'a', 'ab', `a${'b'.repeat(field.most - 1)}`, `a${'b'.repeat(field.most)}`, '大写', 'Ab'] : ['', '字', words(field.most), words(field.most + 1)];
    case 'text':
      return ['', '字', words(field.most), words(field.most + 1)];
    case 'choice':
      return ['', '别的', ...Object.keys(field.choices)];
    case 'number':
      return [null, field.least - 1, field.least, field.most, field.most + 1, 1.5];
    case 'flag':
      return [true, false, 'yes'];
    case 'moment':
      return [null, '2026-12-01T12:00:00+08:00', '2026-12-01', '明天'];
    case 'list': {
      const [one] = value as Record<string, string>[];
      const items = (count: number) => Array.from({ length: count }, () => one);
      const inside = Object.entries(field.fields).flatMap(([name, inner]) => edgesOf(inner, one?.[name]).map((edge) => [{ ...one, [name]: edge }]));
      return [[], items(field.least), items(field.most), items(field.most + 1), ...inside];
    }
    case 'heads':
      return [[], ['一'], ['一', ''], Array.from({ length: 3 }, () => words(field.cell)), Array.from({ length: 3 }, () => words(field.cell + 1)), ['一', '二', '三', '四']];
    case 'rows':
      return [[], [['一', '二']], [['一', '', '']], [['一', '二', words(field.cell + 1)]], Array.from({ length: field.most }, () => ['一', '二', '三']), Array.from({ length: field.most + 1 }, () => ['一', '二', '三'])];
  }
};

const variants = ALL_EXAMPLES.flatMap((example): [string, Particulars, unknown][] =>
  fieldsOf(example.type).flatMap(([name, field]) =>
    edgesOf(field, (example as unknown as Record<string, unknown>)[name]).map((edge): [string, Particulars, unknown] => [`${example.type}.${name}`, example, { ...example, [name]: edge }]),
  ),
);

test('the fixture: every type has an example that both take, and both refuse something', () => {
  expect(ALL_EXAMPLES.map(({ type }) => type).sort()).toEqual(Object.keys(FORMS).sort());
  for (const example of ALL_EXAMPLES) expect([example.type, agrees(example)]).toEqual([example.type, { cms: true, contract: true }]);
  expect(variants.filter(([, , given]) => !agrees(given).contract).length).toBeGreaterThan(50);
});

test('both know the same types and fields', () => {
  const contract = Object.fromEntries(particularsSchema.options.map(({ shape }) => [shape.type.value, Object.keys(shape).filter((name) => name !== 'type').sort()]));
  expect(contract).toEqual(Object.fromEntries(Object.entries(FORMS).map(([type, { fields }]) => [type, Object.keys(fields).sort()])));
});

test('what the CMS lets pass the contract takes, and the other way round', () => {
  const disagreeing = variants.filter(([, , given]) => {
    const { cms, contract } = agrees(given);
    return cms !== contract;
  });
  expect(disagreeing.map(([where, , given]) => [where, JSON.stringify(tidied(given)).slice(0, 200)])).toEqual([]);
});

test('the contract changes nothing of what the CMS has tidied: what was approved is what is published', () => {
  for (const [, , given] of variants) {
    const { success, data } = particularsSchema.safeParse(tidied(given));
    if (success) expect(data).toEqual(tidied(given));
  }
});

test('both ask the same of each kind of column', () => expect(OF_KIND).toEqual(PARTICULARS_OF_KIND));
