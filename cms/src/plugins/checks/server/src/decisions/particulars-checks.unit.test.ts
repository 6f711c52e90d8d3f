import { EXAMPLES } from '../../../../review/server/src/decisions/particulars/examples';
import type { Around } from '../../../../review/server/src/decisions/particulars/faults';
import type { Particulars } from '../../../../review/server/src/decisions/particulars/form';
import { identityNumber, mobileNumber, seeded } from './fixtures/numbers';
import { subject } from './fixtures/subject';
import { runChecks } from './registry';

const random = seeded(7);
const mobile = mobileNumber(random);
const identity = identityNumber(random);

const found = (particulars: Particulars, facts = {}): string[] => runChecks(subject({ particulars, facts })).map(({ check, place }) => `${check} ${place.id}`);
const unit = (more: object): Particulars => ({ ...EXAMPLES.agency, units: [{ name: '办公室', duties: '', phone: '', ...more }] });

describe('the checks read the 专项内容', () => {
  it('nobody finds fault with a whole one', () => {
    for (const example of Object.values(EXAMPLES)) expect([example.type, found(example)]).toEqual([example.type, []]);
  });

  it('telephones and addresses in the fields of an office are public, whatever they look like', () => {
    expect(found({ ...EXAMPLES.agency, phone: mobile, address: '幸福小区 3 号楼 2 单元 501 室' })).toEqual([]);
    expect(found({ ...EXAMPLES.person, phone: mobile })).toEqual([]);
    expect(found({ ...EXAMPLES.emergency, hotline: mobile })).toEqual([]);
    expect(found(unit({ phone: mobile }))).toEqual([]);
  });

  it('the same number among the words is found, by its field or cell', () => {
    expect(found({ ...EXAMPLES.person, duties: `联系人手机 ${mobile}` })).toEqual(['mobile particulars/person.duties']);
    expect(found(unit({ duties: `联系人手机 ${mobile}` }))).toEqual(['mobile particulars/agency.units/r1c2']);
    expect(found({ ...EXAMPLES.dataset, heads: ['姓名', '手机'], rows: [['甲某', mobile]] })).toEqual(['mobile particulars/dataset.rows/r1c2']);
  });

  it('an identity number is found even where an office’s telephone belongs', () => {
    expect(found({ ...EXAMPLES.agency, phone: identity })).toContain('identity-card particulars/agency.phone');
  });

  it('words of the lists are found in them', () => {
    const words = [{ list: 'forbidden' as const, word: '违禁词', replacement: '', severity: 'stop' as const, note: '' }];
    expect(found({ ...EXAMPLES.topic, sections: [{ heading: '含违禁词', column: 'szyw', keyword: '' }] }, { words })).toEqual(['forbidden-word particulars/topic.sections/r1c1']);
  });

  it('what is wrong with them stops, also when an end has passed before the release', () => {
    const particulars: Around = { kind: 'notice', now: '2026-12-02T00:00:00.000Z', liveUntil: null, topicCodes: [], columns: [] };
    expect(found(EXAMPLES.emergency, { particulars })).toEqual(['particulars particulars.until']);
  });
});
