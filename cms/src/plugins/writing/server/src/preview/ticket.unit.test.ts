import { readTicket, signTicket, viewerMark } from './ticket';

const KEY = 'a key of at least sixteen characters';
const NOW = Date.parse('2026-11-23T04:00:00.000Z');
const ticket = { document: 'doc1', revision: 3, account: '7', until: NOW + 60_000 };

test('a signed ticket is read as it was written, and fits into an address', () => {
  const signed = signTicket(KEY, ticket);
  expect(readTicket(KEY, signed, NOW)).toEqual(ticket);
  expect(encodeURIComponent(signed)).toBe(signed);
  expect(readTicket(KEY, signTicket(KEY, { ...ticket, revision: 'draft' }), NOW)?.revision).toBe('draft');
});

test('it is refused from the moment it runs out', () => {
  const signed = signTicket(KEY, ticket);
  expect(readTicket(KEY, signed, ticket.until - 1)).not.toBeNull();
  expect(readTicket(KEY, signed, ticket.until)).toBeNull();
});

test('neither another document, revision, account nor a longer life can be written into it', () => {
  const [, seal] = signTicket(KEY, ticket).split('.');
  for (const change of [{ document: 'doc2' }, { revision: 4 }, { revision: 'draft' }, { account: '8' }, { until: NOW + 1e9 }]) {
    const text = Buffer.from(JSON.stringify({ ...ticket, ...change })).toString('base64url');
    expect(readTicket(KEY, `${text}.${seal}`, NOW)).toBeNull();
  }
});

test('another key, a cut seal, rubbish and a seal of another kind are refused', () => {
  const signed = signTicket(KEY, ticket);
  const [text] = signed.split('.');
  for (const wrong of ['', '.', 'x.y', `${signed}x`, signed.slice(0, -1), `${text}.`, `${text}.${viewerMark(KEY, '7')}`, `${signed}.more`]) {
    expect(readTicket(KEY, wrong, NOW)).toBeNull();
  }
  expect(readTicket('another key of sixteen characters', signed, NOW)).toBeNull();
});

test('what is signed but no ticket is refused', () => {
  for (const wrong of [{ ...ticket, revision: 0 }, { ...ticket, revision: 'newest' }, { ...ticket, document: 7 }]) {
    expect(readTicket(KEY, signTicket(KEY, wrong as never), NOW)).toBeNull();
  }
});

test('the mark of a viewer names one account', () => {
  expect(viewerMark(KEY, '7')).not.toBe(viewerMark(KEY, '8'));
});
