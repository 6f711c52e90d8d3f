import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELD_HELP } from '../../plugins/review/server/src/decisions/field-help';
import { contentTypes } from './content-types';

const API = join(import.meta.dirname, '..', '..', 'api');

interface Schema {
  attributes: Record<string, { enum?: string[] }>;
}

const TYPES = readdirSync(API).map((name) => ({
  uid: `api::${name}.${name}`,
  schema: JSON.parse(readFileSync(join(API, name, 'content-types', name, 'schema.json'), 'utf8')) as Schema,
}));

describe.each(TYPES)('the form of $uid', ({ uid, schema }) => {
  const fields = Object.keys(schema.attributes);

  it('has fields', () => {
    expect(fields.length).toBeGreaterThan(2);
  });

  it('names every field in Chinese', () => {
    const unnamed = fields.filter((field) => !/\p{Script=Han}/u.test(contentTypes[`content-manager.content-types.${uid}.${field}`] ?? ''));
    expect(unnamed).toEqual([]);
  });

  it('says one sentence of help under every field, and under no other', () => {
    const help = FIELD_HELP[uid] ?? {};
    expect(fields.filter((field) => !/^\p{Script=Han}[^。]*。$/u.test(help[field] ?? ''))).toEqual([]);
    expect(Object.keys(help).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('has a word for every choice', () => {
    const values = Object.values(schema.attributes).flatMap((attribute) => attribute.enum ?? []);
    expect(values.filter((value) => !contentTypes[value])).toEqual([]);
  });
});
