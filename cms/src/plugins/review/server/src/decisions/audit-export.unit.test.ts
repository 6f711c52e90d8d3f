import { exportPublicKey, fingerprintOf, isSigned, signExport } from './audit-export';

const KEY = 'a key that is long enough';
const given = {
  exportedAt: '2026-11-23T00:00:00.000Z',
  exportedBy: '审计员',
  entries: 2,
  first: { seq: 1, previousHash: '0'.repeat(64) },
  last: { seq: 2, hash: 'b'.repeat(64) },
  head: { seq: 2, hash: 'b'.repeat(64) },
  anchor: null,
  files: { 'audit.ndjson': 'c'.repeat(64) },
};

it('a proof is signed by a key that comes from the audit key and stays the same', () => {
  const proof = signExport(KEY, given);
  expect(isSigned(proof)).toBe(true);
  expect(proof.publicKey).toBe(exportPublicKey(KEY));
  expect(exportPublicKey(`${KEY}x`)).not.toBe(proof.publicKey);
  expect(fingerprintOf(proof.publicKey)).toMatch(/^[0-9a-f]{16}$/);
});

it('any change of it breaks the signature', () => {
  const proof = signExport(KEY, given);
  expect(isSigned({ ...proof, entries: 3 })).toBe(false);
  expect(isSigned({ ...proof, files: { 'audit.ndjson': 'd'.repeat(64) } })).toBe(false);
  expect(isSigned({ ...proof, exportedBy: '别人' })).toBe(false);
  // Signed anew by another key it is whole in itself: the key is what tells them apart.
  expect(signExport('another key, also long', given).publicKey).not.toBe(proof.publicKey);
});
