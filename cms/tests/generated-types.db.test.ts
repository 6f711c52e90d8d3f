import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CMS = join(import.meta.dirname, '..');

interface Schema {
  info: { singularName: string };
  attributes: Record<string, unknown>;
}

/** Types are generated from the schemas by `strapi ts:generate-types` (`npm run types` in cms/) and kept in git. */
describe('the generated types', () => {
  const generated = readFileSync(join(CMS, 'types', 'generated', 'contentTypes.d.ts'), 'utf8');
  const schemas = globSync('src/api/*/content-types/*/schema.json', { cwd: CMS }).map((file) => JSON.parse(readFileSync(join(CMS, file), 'utf8')) as Schema);

  test('are there for every content type', () => {
    expect(schemas).toHaveLength(4);
    for (const { info } of schemas) expect(generated).toContain(`'api::${info.singularName}.${info.singularName}'`);
  });

  test('know every attribute of every schema', () => {
    const unknown = schemas.flatMap(({ info, attributes }) => {
      const name = info.singularName.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());
      const part = generated.split(`interface Api${name}${name}`)[1]?.split('\nexport interface')[0] ?? '';
      return Object.keys(attributes).filter((attribute) => !new RegExp(`\\b${attribute}:`).test(part)).map((attribute) => `${info.singularName}.${attribute}`);
    });
    expect(unknown).toEqual([]);
  });
});
