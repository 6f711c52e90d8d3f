import { Chance, imaginedColumns, imaginedDocument } from '../build/fixtures/imagined-city.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { csvOf } from './csv.ts';
import { securityText } from './security.ts';
import { breadcrumbData, descriptionOf, documentData, structuredDataText } from './structured-data.ts';

describe('tables as files', () => {
  test('begin with the mark Excel needs and end each line with both signs', () => {
    expect(csvOf(['标题', '条数'], [['通知', 3], ['无', null]])).toBe('\uFEFF标题,条数\r\n通知,3\r\n无,\r\n');
  });

  test('put what holds commas, quotes or line breaks in quotes', () => {
    expect(csvOf(['a'], [['甲,乙'], ['他说"好"'], ['两\n行']])).toBe('\uFEFFa\r\n"甲,乙"\r\n"他说""好"""\r\n"两\n行"\r\n');
  });

  test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '＝HYPERLINK("a")'])('take %j for text and never for a formula', (text) => {
    expect(csvOf(['a'], [[text]])).toMatch(/^\uFEFFa\r\n"?'/);
  });

  test('leave numbers below zero what they are', () => expect(csvOf(['a'], [[-2]])).toBe('\uFEFFa\r\n-2\r\n'));
});

describe('the words of schema.org', () => {
  const [news, official] = [imaginedColumns()[0]!, imaginedColumns()[1]!];
  const reader = {
    siteUrl: 'https://portal.example',
    department: () => ({ name: '市人民政府（演示）' }),
    column: () => ({}),
    card: (id: string) => (id === 'aaaaaaaaaa' ? { id, column: 'zcwj', month: '202601' } : null),
  } as unknown as ReplicaReader;
  const document = (given: object) =>
    imaginedDocument(new Chance(3), { event: 1, publishedAt: '2026-01-05T02:00:00.000Z', documentNumber: '', ...given });

  test('news is news, what is neither news nor law an article', () => {
    expect(documentData(reader, document({}), news)).toMatchObject({ '@type': 'NewsArticle', datePublished: '2026-01-05T02:00:00.000Z' });
    expect(documentData(reader, document({}), official)['@type']).toBe('Article');
  });

  test.each([
    ['valid', 'https://schema.org/InForce'],
    ['invalid', 'https://schema.org/NotInForce'],
    ['repealed', 'https://schema.org/NotInForce'],
  ] as const)('an official document that is %s says %s, who passed it and what it repeals, as far as that is public', (validity, force) => {
    const relations = { interprets: [], amends: [], repeals: ['aaaaaaaaaa', 'bbbbbbbbbb'] };
    const given = document({ documentNumber: '演政发〔2026〕1号', issuer: '市政府', writtenOn: '2026-01-04', validity, relations });
    expect(documentData(reader, given, official)).toMatchObject({
      '@type': 'Legislation',
      legislationIdentifier: '演政发〔2026〕1号',
      legislationDate: '2026-01-04',
      legislationLegalForce: force,
      legislationPassedBy: { name: '市政府' },
      legislationRepeals: ['https://portal.example/zcwj/202601/aaaaaaaaaa.html'],
    });
  });

  test('no title can end the block', () => {
    const words = structuredDataText(breadcrumbData('https://portal.example', [{ href: '/', text: '</script><script>alert(1)</script>' }]));
    expect(words).not.toContain('<');
    expect(JSON.parse(words)['@graph'][0].itemListElement[0].name).toBe('</script><script>alert(1)</script>');
  });

  test('a description is the summary, else the beginning of the text, else the title, and never too long', () => {
    expect(descriptionOf(document({ summary: '概述' }))).toBe('概述');
    expect(descriptionOf(document({ summary: ' ', body: '<p>第一段。</p><p>第二段。</p>' }))).toMatch(/^第一段。\s*第二段。$/);
    expect(descriptionOf(document({ summary: '', body: '', title: '标题' }))).toBe('标题');
    expect([...descriptionOf(document({ summary: '长'.repeat(500) }))]).toHaveLength(120);
  });
});

test('security.txt runs out less than a year after the newest release, whatever the clock says', () => {
  const at = (newest: string | null): string => securityText({ siteUrl: 'https://portal.example', newestMoment: () => newest } as ReplicaReader);
  expect(at('2026-11-27T04:00:00.000Z')).toContain('Expires: 2027-11-22T00:00:00Z\n');
  expect(at(null)).toContain('Expires: 2000-12-26T00:00:00Z\n');
});
