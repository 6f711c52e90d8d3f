import { columnSchema, departmentSchema, documentSchema, PARTICULARS_OF_KIND, particularsSchema } from '@gongkai/site/contract';
import { columns, departments, documents, drafts, makeAttachment, pictureNames, staff } from './index.ts';
import type { DemonstrationDocument, DemonstrationDraft } from './types.ts';

const everything: (DemonstrationDocument | DemonstrationDraft)[] = [...documents, ...drafts];
const columnCodes = new Set(columns.map((column) => column.code));
const departmentCodes = new Set(departments.map((department) => department.code));
const visible = (body: string): string => body.replaceAll(/<[^>]*>|\s/g, '');

/** Every fault of all items at once: a list with keys says more than the first failure. */
const faults = <T extends { key: string }>(items: T[], fault: (item: T) => string | null): string[] =>
  items.flatMap((item) => {
    const found = fault(item);
    return found === null ? [] : [`${item.key}: ${found}`];
  });

/** What a body may be made of: element → attributes. */
const ALLOWED: Record<string, string[]> = {
  ...Object.fromEntries(
    'h2 h3 h4 ul ol li table caption thead tbody tr strong em blockquote hr br sup sub'.split(' ').map((tag) => [tag, []]),
  ),
  p: ['class'],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  a: ['href'],
  img: ['src', 'alt'],
};
const VOID = new Set(['img', 'br', 'hr']);
const PARAGRAPH_CLASSES = new Set('addressee signature date attachment-note align-center align-right no-indent'.split(' '));

const attributeFault = (tag: string, attributes: string): string | null => {
  const rest = attributes.replaceAll(/\s+([a-z]+)="([^"<>]*)"/g, (whole, name: string, value: string) => {
    if (!ALLOWED[tag]?.includes(name)) return whole;
    if (name === 'class' && !value.split(' ').every((word) => PARAGRAPH_CLASSES.has(word))) return whole;
    if (name === 'alt' && value.trim().length < 8) return whole;
    return '';
  });
  return rest.trim() === '' ? null : `<${tag}${attributes}> has an attribute that is not allowed`;
};

/** Bodies are ours and written strictly, so a strict reader is enough: every tag closed, in order, nothing stray. */
const bodyFault = (body: string): string | null => {
  const open: string[] = [];
  const leftover = body.replaceAll(/<(\/?)([a-z0-9]+)((?:\s+[a-z]+="[^"]*")*)>/g, '');
  if (/[<>]/.test(leftover)) return 'a stray < or >';
  if (/[*_`#]{2,}|^\s*[#*]/m.test(leftover)) return 'Markdown that was not understood';
  for (const [, slash, tag = '', attributes = ''] of body.matchAll(/<(\/?)([a-z0-9]+)((?:\s+[a-z]+="[^"]*")*)>/g)) {
    if (!(tag in ALLOWED)) return `<${tag}> is not allowed`;
    if (slash === '/' && open.pop() !== tag) return `</${tag}> closes nothing`;
    if (slash === '' && !VOID.has(tag)) open.push(tag);
    const fault = slash === '' ? attributeFault(tag, attributes) : null;
    if (fault !== null) return fault;
  }
  return open.length > 0 ? `<${open.join('><')}> stays open` : null;
};

/** Rows of a table must be as wide as its head; nothing here spans. */
const tableFault = (body: string): string | null => {
  for (const [table] of body.matchAll(/<table>.*?<\/table>/gs)) {
    const widths = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => [...row.matchAll(/<t[hd]/g)].length);
    if (new Set(widths).size !== 1) return `a table with rows of ${[...new Set(widths)].join(' and ')} cells`;
    if (!table.includes('<caption>')) return 'a table without a caption';
  }
  return null;
};

describe('content of the demonstration', () => {
  test('the check of bodies finds planted faults', () => {
    const planted = [
      '<p>一</p',
      '<div>一</div>',
      '<p>一',
      '<p style="x">一</p>',
      '<p class="big">一</p>',
      '<p>**一**</p>',
      '<img src="x" alt="">',
    ];
    expect(planted.filter((body) => bodyFault(body) === null)).toEqual([]);
    expect(tableFault('<table><caption>一</caption><tr><th>一</th></tr><tr><td>一</td><td>二</td></tr></table>')).not.toBeNull();
  });

  test('columns are the eighteen of the design, in order, and satisfy the contract', () => {
    expect(columns.map((column) => column.code).join(' ')).toBe(
      'gzbg szyw ldhd zwdt xxgkzn zcwj gsgg gwzx gfxwj tjsj zdbs ldzc jgzn rdzt zcjd yjxx bmdt xsdt',
    );
    expect(columns.map((column) => columnSchema.parse(column).position)).toEqual(columns.map((_, index) => index + 1));
  });

  test('departments satisfy the contract; the seven counties and districts are among them', () => {
    departments.forEach((department) => departmentSchema.parse(department));
    expect(departmentCodes.size).toBe(departments.length);
    expect(departments.filter((department) => department.kind === 'county').map((department) => department.code)).toEqual(
      'xnq xcx ymx dwx hcs ycs als'.split(' '),
    );
    expect(departments.filter((department) => !/^0000-0000000$/.test(department.phone))).toEqual([]);
  });

  test('every role has an account, uploaders have departments and nobody else has', () => {
    const roles = ['uploader', 'deputy-head', 'head', 'releaser', 'system-admin', 'security-admin', 'auditor'];
    expect(new Set(staff.map((account) => account.role))).toEqual(new Set(roles));
    expect(staff.filter((account) => (account.role === 'uploader') !== account.departments.length > 0)).toEqual([]);
    expect(staff.flatMap((account) => account.departments).filter((code) => !departmentCodes.has(code))).toEqual([]);
    expect(staff.filter((account) => !account.email.endsWith('@gongkai.example'))).toEqual([]);
  });

  test('there are about 400 documents, and no column looks empty', () => {
    const least: Record<string, number> = {
      gzbg: 10, szyw: 38, ldhd: 30, zwdt: 30, xxgkzn: 12, zcwj: 30, gsgg: 30, gwzx: 18, gfxwj: 18, tjsj: 34, zdbs: 10, ldzc: 10, jgzn: 20, rdzt: 6, zcjd: 18, yjxx: 10, bmdt: 34, xsdt: 32,
    }; // prettier-ignore
    const few = columns.filter(({ code }) => documents.filter(({ column }) => column === code).length < (least[code] ?? Infinity));
    expect(few.map((column) => column.code)).toEqual([]);
    expect(documents.length).toBeGreaterThanOrEqual(400);
    expect(documents.filter((document) => document.attachments !== undefined).length).toBeGreaterThanOrEqual(30);
  });

  test('every month of the three years has documents, and none of them is told twice', () => {
    const month = ({ publishedAt }: DemonstrationDocument): string => new Date(Date.parse(publishedAt) + 8 * 3600_000).toISOString().slice(0, 7);
    const months = new Set(documents.map(month));
    const all = Array.from({ length: 36 }, (_, n) => new Date(Date.UTC(2023, 11 + n)).toISOString().slice(0, 7));
    expect(all.filter((each) => !months.has(each))).toEqual([]);
    const titles = everything.map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
    // What is generated may look alike; a paragraph written by hand stands once.
    const paragraphs = documents.flatMap(({ body }) => [...body.matchAll(/<p>(.{60,}?)<\/p>/g)].map(([, paragraph = '']) => paragraph));
    expect(paragraphs.filter((paragraph, at) => paragraphs.indexOf(paragraph) !== at)).toEqual([]);
  });

  test('particulars are those of the kind of the column, and satisfy the contract', () => {
    const kinds = new Map(columns.map(({ code, kind }) => [code, kind]));
    const refused = ({ column, particulars }: DemonstrationDocument): string | null => {
      const kind = kinds.get(column);
      const wanted = kind === undefined ? undefined : PARTICULARS_OF_KIND[kind];
      if (particulars === undefined) return wanted?.required ? 'particulars are missing' : null;
      const parsed = particularsSchema.safeParse(particulars);
      if (!parsed.success) return parsed.error.message;
      return wanted?.type === particulars.type ? null : `${particulars.type} in a column of kind ${kind}`;
    };
    expect(faults(documents, refused)).toEqual([]);
    const agencies = documents.flatMap(({ department, particulars }) => (particulars?.type === 'agency' ? [department] : []));
    expect(departments.filter(({ code, kind }) => kind !== 'government' && agencies.filter((each) => each === code).length !== 1)).toEqual([]);
    const rooms = new Set(documents.flatMap(({ particulars }) => (particulars?.type === 'hall' ? [particulars.room] : [])));
    expect(rooms.size).toBe(5);
    const datasets = documents.flatMap(({ particulars }) => (particulars?.type === 'dataset' ? [particulars.chart] : []));
    expect(datasets.length).toBeGreaterThanOrEqual(28);
    expect(new Set(datasets)).toEqual(new Set(['line', 'bar']));
  });

  test('every section of a topic has documents, and every leader activities', () => {
    const having = (column: string, keyword: string) => documents.filter((document) => document.column === column && document.keywords.includes(keyword));
    const empty = documents.flatMap(({ key, particulars }) =>
      particulars?.type === 'topic' ? particulars.sections.filter(({ column, keyword }) => having(column, keyword).length === 0).map(({ heading }) => `${key}: ${heading}`) : [],
    );
    expect(empty).toEqual([]);
    const leaders = documents.filter(({ particulars }) => particulars?.type === 'person');
    expect(leaders.filter(({ title }) => having('ldhd', title).length === 0).map(({ title }) => title)).toEqual([]);
    expect(leaders.filter(({ images }) => !images?.[0]?.picture.startsWith('portrait-'))).toEqual([]);
  });

  test('one emergency is in force on 27 November 2026, a mild one; those before are over', () => {
    const emergencies = documents.flatMap((document) => (document.particulars?.type === 'emergency' ? [{ at: document.publishedAt, ...document.particulars }] : []));
    const now = '2026-11-27T00:00:00.000Z';
    expect(emergencies.filter(({ until }) => until === null || until > now).map(({ level }) => level)).toEqual(['blue']);
    expect(emergencies.filter(({ at, until }) => until !== null && until <= at)).toEqual([]);
    expect(emergencies.length).toBeGreaterThanOrEqual(7);
  });

  test('an interpretation says what it interprets and comes within four weeks of it; interviews come when there is something to ask', () => {
    const published = new Map(documents.map(({ key, publishedAt }) => [key, Date.parse(publishedAt)]));
    const late = ({ publishedAt, relations }: DemonstrationDocument): string | null => {
      const newest = Math.max(...(relations?.interprets ?? []).map((key) => published.get(key) ?? 0));
      return Date.parse(publishedAt) - newest <= 28 * 86_400_000 ? null : 'late, or it interprets nothing';
    };
    expect(faults(documents.filter(({ column, particulars }) => column === 'zcjd' && !(particulars?.type === 'interpretation' && particulars.form === 'interview')), late)).toEqual([]);
  });

  test('corrections come after what they correct', () => {
    const corrected = documents.filter(({ corrections }) => corrections !== undefined);
    expect(corrected.length).toBeGreaterThanOrEqual(2);
    expect(corrected.filter(({ publishedAt, corrections }) => corrections?.some(({ at, reason }) => at <= publishedAt || reason.length < 8))).toEqual([]);
  });

  test('nothing looks like a number of a person: no identity card, mobile or bank card', () => {
    const said = (document: DemonstrationDocument | DemonstrationDraft): string => `${document.title}${document.body}${JSON.stringify(document.attachments ?? [])}${JSON.stringify(document.particulars ?? {})}`;
    expect(faults(everything, (document) => (/(?<![\d.])(1[3-9]\d{9}|\d{15,19}|\d{17}[\dXx])(?![\d.])/.test(said(document)) ? 'a long number' : null))).toEqual([]);
  });

  test('keys are unique, columns and departments exist, relations lead to an older document', () => {
    const published = new Map(documents.map((document) => [document.key, document.publishedAt]));
    expect(new Set(everything.map((document) => document.key)).size).toBe(everything.length);
    expect(faults(everything, ({ column }) => (columnCodes.has(column) ? null : `no column ${column}`))).toEqual([]);
    expect(
      faults(everything, ({ department }) => (departmentCodes.has(department) ? null : `no department ${department}`)),
    ).toEqual([]);
    const strayRelation = (document: DemonstrationDocument): string | null => {
      const others = Object.values(document.relations ?? {}).flat();
      const stray = others.find((key) => (published.get(key) ?? '9') >= document.publishedAt);
      return stray === undefined ? null : `speaks of ${stray}`;
    };
    expect(faults(documents, strayRelation)).toEqual([]);
  });

  test('documents satisfy the contract in every field that is theirs', () => {
    const theirs = documentSchema.pick({
      column: true, title: true, body: true, summary: true, department: true, source: true, author: true, keywords: true, publishedAt: true, disclosure: true,
    }); // prettier-ignore
    const official = documentSchema
      .pick({
        issuer: true,
        documentNumber: true,
        writtenOn: true,
        topicClass: true,
        genreClass: true,
        audienceClass: true,
        validity: true,
      })
      .partial();
    const refused = (document: DemonstrationDocument | DemonstrationDraft): string | null => {
      const result = theirs.extend(official.shape).safeParse({ publishedAt: null, ...document });
      return result.success ? null : result.error.message;
    };
    expect(faults(everything, refused)).toEqual([]);
    expect(
      faults(everything, ({ keywords, summary, title }) =>
        keywords.length > 0 && summary.length > 9 && title.length < 100 ? null : 'says too little',
      ),
    ).toEqual([]);
  });

  test('policies and rules carry all that an official document carries', () => {
    const officialOnes = documents.filter((document) => ['zcwj', 'gfxwj'].includes(document.column));
    const missing = (document: DemonstrationDocument): string | null =>
      document.issuer &&
      document.documentNumber &&
      document.writtenOn &&
      document.topicClass &&
      document.genreClass &&
      document.audienceClass &&
      document.validity
        ? null
        : 'a field is missing';
    expect(faults(officialOnes, missing)).toEqual([]);
    expect(new Set(officialOnes.map((document) => document.documentNumber)).size).toBe(officialOnes.length);
    const late = (document: DemonstrationDocument): boolean => (document.writtenOn ?? '') > document.publishedAt.slice(0, 10);
    expect(officialOnes.filter(late)).toEqual([]);
    const repealed = new Set(documents.flatMap((document) => document.relations?.repeals ?? []));
    expect(
      faults(officialOnes, ({ key, validity }) => (repealed.has(key) === (validity === 'repealed') ? null : 'repealed or not?')),
    ).toEqual([]);
  });

  test('bodies are well-formed, of allowed elements only, and say enough', () => {
    expect(faults(everything, ({ body }) => bodyFault(body) ?? tableFault(body))).toEqual([]);
    expect(
      faults(documents, ({ body }) => (visible(body).length >= 180 ? null : `only ${visible(body).length} characters`)),
    ).toEqual([]);
    expect(
      faults(drafts, ({ body }) => (visible(body).length >= 120 ? null : `only ${visible(body).length} characters`)),
    ).toEqual([]);
  });

  test('pictures exist and are listed with their alternative texts', () => {
    const listed = ({ body, images = [] }: DemonstrationDocument): string | null => {
      const used = [...body.matchAll(/src="([^"]*)"/g)].map(([, src]) => src);
      const known = images.every(({ picture, alt }) => pictureNames.includes(picture) && alt.length > 8);
      return known && used.join() === images.map(({ picture }) => `picture:${picture}`).join()
        ? null
        : 'pictures and list differ';
    };
    expect(faults(documents, listed)).toEqual([]);
    expect(documents.filter((document) => document.images !== undefined).length).toBeGreaterThanOrEqual(6);
  });

  test('dates lie in the three years before 27 November 2026, and no column is stale on that day', () => {
    const end = Date.parse('2026-11-27T00:00:00.000+08:00');
    const tooEarly = Date.parse('2023-12-01T00:00:00.000+08:00');
    expect(documents.filter(({ publishedAt }) => Date.parse(publishedAt) >= end || Date.parse(publishedAt) < tooEarly)).toEqual(
      [],
    );
    const stale = columns.filter(({ code, freshWithinDays }) => {
      const newest = Math.max(
        ...documents.filter((document) => document.column === code).map(({ publishedAt }) => Date.parse(publishedAt)),
      );
      return freshWithinDays !== null && end - newest > freshWithinDays * 86_400_000;
    });
    expect(stale.map((column) => column.code)).toEqual([]);
  });

  test('an uploader writes only for a department of theirs, and only what was returned has a reason', () => {
    const departmentsOf = new Map(staff.map((account) => [account.email, account.departments]));
    expect(drafts.filter((item) => !departmentsOf.get(item.uploader)?.includes(item.department))).toEqual([]);
    expect(drafts.filter((item) => (item.stage === 'returned') !== (item.reason !== undefined))).toEqual([]);
    expect(new Set(drafts.map((item) => item.stage)).size).toBe(5);
  });

  test('attachments are named for what they are and always have the same bytes', () => {
    const made = everything.flatMap((document) => document.attachments ?? []);
    expect(made.filter((attachment) => !attachment.name.endsWith(`.${attachment.make}`))).toEqual([]);
    const starts = { docx: 'PK\u0003\u0004', xlsx: 'PK\u0003\u0004', pdf: '%PDF-1.4', txt: '\u00ef\u00bb\u00bf' };
    const wrong = made.filter((attachment) => !makeAttachment(attachment).toString('latin1').startsWith(starts[attachment.make]));
    expect(wrong).toEqual([]);
    expect(made.every((attachment) => makeAttachment(attachment).equals(makeAttachment(attachment)))).toBe(true);
  });
});
