import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from './example.ts';

const COMPONENTS = join(import.meta.dirname, '../components');
/** The head of the component page is its example: nothing of it is to be seen. */
const NOTHING_TO_SEE = ['head'];

const folders = readdirSync(COMPONENTS).filter((name) => globSync('*.astro', { cwd: join(COMPONENTS, name) }).length > 0);

const examplesOf = async (folder: string): Promise<Example[]> => {
  const file = join(COMPONENTS, folder, 'examples.ts');
  return existsSync(file) ? ((await import(file)) as { examples: Example[] }).examples : [];
};

describe('the examples of components', () => {
  it('are there for every folder with something to see', async () => {
    const missing: string[] = [];
    for (const folder of folders) if ((await examplesOf(folder)).length === 0) missing.push(folder);
    expect(
      missing.map((folder) => `site/src/components/${folder}: add examples.ts, see docs/components.md`),
    ).toEqual(NOTHING_TO_SEE.map((folder) => expect.stringContaining(`/${folder}:`)));
  });

  it.each(folders)('name a file of their folder and say what they show: %s', async (folder) => {
    const examples = await examplesOf(folder);
    for (const { file, name } of examples) {
      expect(name).not.toBe('');
      expect(existsSync(join(COMPONENTS, folder, file))).toBe(true);
    }
    expect(new Set(examples.map(({ file, name }) => `${file} ${name}`)).size).toBe(examples.length);
  });

  it('show all a folder has, but for parts that others of the folder print', async () => {
    const unseen: string[] = [];
    for (const folder of folders.filter((name) => !NOTHING_TO_SEE.includes(name))) {
      const files = globSync('*.astro', { cwd: join(COMPONENTS, folder) });
      const sources = files.map((file) => readFileSync(join(COMPONENTS, folder, file), 'utf8')).join('\n');
      const shown = (await examplesOf(folder)).map(({ file }) => file);
      unseen.push(...files.filter((file) => !shown.includes(file) && !sources.includes(`./${file}`)).map((file) => `${folder}/${file}`));
    }
    // The search page's own form; it is that page, and is tried with it.
    expect(unseen).toEqual(['search-form/SearchPanel.astro']);
  });
});
