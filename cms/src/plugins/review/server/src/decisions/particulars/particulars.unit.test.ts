import { EXAMPLES } from './examples';
import type { Around } from './faults';
import { particularsFaults } from './faults';
import type { Particulars } from './form';
import { formFaults } from './faults';
import { withGapsFilled } from './gaps';
import { forceAfter } from './in-force';
import { blank, tidied } from './tidy';

const around = (kind: string, more: Partial<Around> = {}): Around => ({ kind, now: '2026-11-27T00:00:00.000Z', liveUntil: null, topicCodes: [], columns: ['szyw', 'gsgg'], ...more });
const told = (particulars: Particulars | null, about: Around): string[] => particularsFaults(particulars, about).map(({ field, message }) => `${field}：${message}`);

describe('what was handed in is kept in the form of its type', () => {
  it('keeps the fields of the type and no others, without what nobody sees', () => {
    const given = { ...EXAMPLES.person, post: ' 市长\u200B ', order: '3', phone: 5, secret: '别处的', type: 'person' };
    expect(tidied(given)).toEqual({ ...EXAMPLES.person, post: '市长', order: 3, phone: '5' });
  });

  it('makes every gap an empty word, an empty list or null', () => {
    expect(tidied({ type: 'emergency', level: 'pink' })).toEqual({ type: 'emergency', level: '', event: '', advice: '', hotline: '', until: null });
    expect(tidied({ type: 'agency', leaders: [null, { name: '甲' }] })).toMatchObject({ leaders: [{ name: '', title: '', duties: '' }, { name: '甲', title: '', duties: '' }], units: [] });
  });

  it('keeps paragraphs, and an instant in the one form of the contract', () => {
    expect(tidied({ type: 'person', duties: ' 一 \r\n\r\n 二 ' })).toMatchObject({ duties: '一\n二' });
    expect(tidied({ type: 'emergency', until: '2026-12-01T12:00:00+08:00' })).toMatchObject({ until: '2026-12-01T04:00:00.000Z' });
  });

  it('is nothing where it is of no type there is', () => expect([tidied(null), tidied('x'), tidied({ type: 'leader' })]).toEqual([null, null, null]));

  it('is the same when it is done again', () => {
    for (const example of Object.values(EXAMPLES)) expect(tidied(tidied(example))).toEqual(example);
  });

  it('only a report has a year', () => expect(tidied({ type: 'hall', room: 'guide', year: 2025 })).toMatchObject({ year: null }));
});

describe('findings by field', () => {
  it('nothing is found where nothing is wrong', () => {
    const kinds = { person: 'people', agency: 'agencies', dataset: 'data', topic: 'topics', emergency: 'notice', hall: 'document', interpretation: 'interpretation' };
    for (const example of Object.values(EXAMPLES)) expect(told(example, around(kinds[example.type]))).toEqual([]);
  });

  it('a column of leaders asks for them, a column of figures does not', () => {
    expect(told(null, around('people'))).toEqual(['particulars：专项内容（领导）没有填写']);
    expect(told(null, around('data'))).toEqual([]);
  });

  it('they must be of the kind of the column, also after it was changed', () => {
    expect(told(EXAMPLES.person, around('agencies'))).toEqual(['particulars：专项内容是「领导」，这个栏目要的是「机构」']);
    expect(told(EXAMPLES.person, around('news'))).toEqual(['particulars：这个栏目没有专项内容，请去掉「领导」的专项内容']);
  });

  it('a row of another length than the head is found by its number', () => {
    expect(told({ ...EXAMPLES.dataset, rows: [['一季度', '1', '2'], ['二季度', '1']] }, around('data'))).toEqual(['particulars.rows.1：第 2 行有 2 格，表头有 3 格，两者要相同']);
    expect(told({ ...EXAMPLES.dataset, rows: [['', '', '']] }, around('data'))).toEqual(['particulars.rows.0：第 1 行是空的，请删去']);
  });

  it('gaps in a list are named by their place', () => {
    expect(told({ ...EXAMPLES.agency, units: [{ name: '', duties: '', phone: '' }] }, around('agencies'))).toEqual(['particulars.units.0.name：第 1 个内设机构的名称没有填写']);
  });

  it('an emergency does not end in the past, unless that is the end it already had', () => {
    const past = { ...EXAMPLES.emergency, until: '2026-11-26T00:00:00.000Z' };
    expect(told(past, around('notice'))).toEqual(['particulars.until：应急信息的结束时间已经过了']);
    expect(told(past, around('notice', { liveUntil: past.until }))).toEqual([]);
    expect(told({ ...past, until: null }, around('notice'))).toEqual([]);
  });

  it('a topic has an address of its own, and its sections columns that exist', () => {
    expect(told(EXAMPLES.topic, around('topics', { topicCodes: ['gongnuan'] }))).toEqual(['particulars.code：专题网址「gongnuan」已被另一个公开的专题使用']);
    expect(told({ ...EXAMPLES.topic, code: '供暖' }, around('topics'))).toEqual(['particulars.code：专题网址要用小写字母开头，2 到 20 个小写字母或数字']);
    expect(told(EXAMPLES.topic, around('topics', { columns: ['gsgg'] }))).toEqual(['particulars.sections.0.column：第 1 个专题栏目取自的栏目不存在']);
  });

  it('a report says which year it is about', () => {
    expect(told({ ...EXAMPLES.hall, year: null }, around('document'))).toEqual(['particulars.year：年报没有写明是哪一年的']);
  });
});

describe('a preview of a draft names what is missing', () => {
  it('what is whole stays as it is', () => {
    for (const example of Object.values(EXAMPLES)) expect(withGapsFilled(example)).toEqual(example);
  });

  it('what was just begun can be looked at', () => {
    for (const type of ['person', 'agency', 'dataset', 'emergency', 'interpretation'] as const) expect([type, formFaults(withGapsFilled(blank(type)) as Particulars)]).toEqual([type, []]);
    expect(withGapsFilled(blank('person'))).toMatchObject({ post: '（职务未填写）' });
    expect(withGapsFilled({ ...EXAMPLES.dataset, rows: [['一季度']] })).toMatchObject({ rows: [['一季度', '', '']] });
  });

  it('an address that is none is not made up', () => expect(withGapsFilled(blank('topic'))).toBeNull());
});

describe('an emergency is in force', () => {
  const at = '2026-11-27T00:00:00.000Z';
  const { until } = EXAMPLES.emergency;

  it('from its release until its end', () => {
    expect(forceAfter(EXAMPLES.emergency, null, at)).toEqual({ since: at, until });
    expect(forceAfter(EXAMPLES.emergency, null, '2026-12-02T00:00:00.000Z')).toBeNull();
    expect(forceAfter({ ...EXAMPLES.emergency, until: null }, null, at)).toEqual({ since: at, until: null });
  });

  it('nothing else is', () => expect([forceAfter(null, null, at), forceAfter(EXAMPLES.person, null, at)]).toEqual([null, null]));

  it('a correction keeps its beginning and takes the new end', () => {
    const since = '2026-11-26T00:00:00.000Z';
    expect(forceAfter({ ...EXAMPLES.emergency, until: null }, { particulars: EXAMPLES.emergency, since }, at)).toEqual({ since, until: null });
  });

  it('what was lifted stays so when its words are corrected, and is called again by another end', () => {
    const lifted = { particulars: EXAMPLES.emergency, since: null };
    expect(forceAfter({ ...EXAMPLES.emergency, advice: '改过' }, lifted, at)).toBeNull();
    expect(forceAfter({ ...EXAMPLES.emergency, until: '2026-12-05T00:00:00.000Z' }, lifted, at)).toEqual({ since: at, until: '2026-12-05T00:00:00.000Z' });
  });

  it('a correction that makes it an ordinary notice takes it down', () => expect(forceAfter(null, { particulars: EXAMPLES.emergency, since: at }, at)).toBeNull());
});
