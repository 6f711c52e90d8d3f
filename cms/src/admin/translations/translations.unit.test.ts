import { chinese } from '.';
import { keysInEnglish, NEVER_SHOWN, strayWords } from './completeness';
import { shippedPackages, stringsIn, type Strings } from './shipped';

const packages = shippedPackages();
const english: Strings = Object.assign({}, ...packages.map((shipped) => shipped.english));
/** What the admin shows: ours over Strapi's own. */
const shown: Strings = Object.assign({}, ...packages.map((shipped) => shipped.chinese), chinese);

/** What stands in braces at the outermost level of a message: names the code fills in. */
const argumentsOf = (message: string): string[] => {
  const names: string[] = [];
  let depth = 0;
  for (const [index, character] of [...message].entries()) {
    if (character === '{' && depth++ === 0) names.push(/^\s*\w+/.exec(message.slice(index + 1))?.[0].trim() ?? '');
    if (character === '}') depth -= 1;
  }
  return names;
};

describe('the admin in Chinese', () => {
  it('knows every installed package that brings strings', () => {
    const counts = Object.fromEntries(packages.map((shipped) => [shipped.name, Object.keys(shipped.english).length]));
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['admin', 'content-manager', 'upload', 'i18n', 'email'].map((name) => `@strapi/${name}`)));
    expect(counts['@strapi/admin']).toBeGreaterThan(900);
    expect(counts['@strapi/content-manager']).toBeGreaterThan(300);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(10);
  });

  it('has every string of every package, after an upgrade too', () => {
    expect(keysInEnglish(english, shown)).toEqual([]);
  });

  it('has what components write beside keys that no file has', () => {
    const elsewhere = ['@strapi/content-type-builder', '@strapi/content-releases', '@strapi/review-workflows'];
    const written: Strings = Object.assign({}, ...packages.filter(({ name }) => !elsewhere.includes(name)).map((shipped) => shipped.written));
    expect(Object.keys(written).length).toBeGreaterThan(500);
    expect(keysInEnglish(written, shown)).toEqual([]);
  });

  it('names a key without Chinese: the check can fail', () => {
    const planted = stringsIn('const json = {\n    "Settings.new.title": "A brand new page",\n    "Settings.new.count": "{count, plural, one {# item} other {# items}}"\n};');
    expect(keysInEnglish({ ...english, ...planted }, shown)).toEqual(['Settings.new.title', 'Settings.new.count']);
    expect(keysInEnglish(planted, { 'Settings.new.title': 'Still English', 'Settings.new.count': '{count, plural, other {# 条}}' })).toEqual(['Settings.new.title']);
    const { 'content-manager.containers.list.items': _taken, ...without } = shown;
    expect(keysInEnglish(english, without)).toEqual(['content-manager.containers.list.items']);
  });

  it('leaves no English word inside a Chinese sentence', () => {
    expect(strayWords(Object.fromEntries(Object.keys(english).map((key) => [key, shown[key] ?? ''])))).toEqual([]);
    expect(strayWords({ planted: '删除webhook' })).toEqual(['planted: webhook']);
  });

  it('exempts nothing that is not there any more', () => {
    const unused = NEVER_SHOWN.filter(({ keys }) => !Object.keys(english).some((key) => keys.test(key)));
    expect(unused).toEqual([]);
  });

  it('fills in nothing that the English does not', () => {
    const strange = Object.entries(english).flatMap(([key, text]) => {
      const known = argumentsOf(text);
      return argumentsOf(chinese[key] ?? '')
        .filter((name) => !known.includes(name) && !text.includes(`{${name}`))
        .map((name) => `${key}: {${name}}`);
    });
    expect(strange).toEqual([]);
  });

  it('says nothing empty', () => {
    const blank = Object.entries(chinese).filter(([key, text]) => text.trim() === '' && english[key]?.trim() !== '');
    expect(blank.map(([key]) => key)).toEqual([]);
  });
});
