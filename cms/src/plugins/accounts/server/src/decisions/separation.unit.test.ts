import type { Role } from '../../../../review/server/src/decisions/roles';
import { ROLES } from '../../../../review/server/src/decisions/roles';
import { ADMINISTRATORS, conflictOf, decideCreation, decideKeeping, decideProtection, decideRoles } from './separation';

const party = (id: string, ...roles: Role[]) => ({ id, roles, breakGlass: false });
const breakGlass = { id: '1', roles: [] as Role[], breakGlass: true };
const security = party('2', 'security-admin');
const system = party('3', 'system-admin');
const nobody = party('9');
const everyRole = Object.keys(ROLES) as Role[];

test('nobody holds two of the three, nor one of them with a role of the review', () => {
  for (const one of ADMINISTRATORS) {
    for (const other of everyRole.filter((role) => role !== one)) expect(conflictOf([one, other])).toContain('三员分立');
    expect(conflictOf([one])).toBeNull();
  }
  expect(conflictOf(['uploader', 'releaser'])).toBeNull();
});

test('only the security administrator gives roles, and to others', () => {
  expect(decideRoles(security, nobody, ['head'])).toEqual({ allowed: true });
  expect(decideRoles(system, nobody, ['head'])).toMatchObject({ code: 'MAY_NOT' });
  expect(decideRoles(party('4', 'head'), nobody, ['head'])).toMatchObject({ code: 'MAY_NOT' });
  expect(decideRoles(security, security, ['security-admin'])).toMatchObject({ code: 'NOT_ONESELF' });
  expect(decideRoles(security, nobody, ['auditor', 'system-admin'])).toMatchObject({ code: 'ROLES_CONFLICT' });
  expect(decideRoles(security, breakGlass, ['head'])).toMatchObject({ code: 'MAY_NOT' });
});

test('the break-glass account gives the three their roles, and makes no reviewer', () => {
  for (const role of ADMINISTRATORS) expect(decideRoles(breakGlass, nobody, [role])).toEqual({ allowed: true });
  for (const role of everyRole.filter((candidate) => !(ADMINISTRATORS as readonly Role[]).includes(candidate))) {
    expect(decideRoles(breakGlass, nobody, [role])).toMatchObject({ code: 'MAY_NOT' });
    expect(decideRoles(breakGlass, party('5', role), [])).toMatchObject({ code: 'MAY_NOT' });
  }
});

test('security looks after locks, sessions and second factors of others; system keeps accounts', () => {
  const clerk = party('6', 'uploader');
  expect(decideProtection(security, clerk).allowed).toBe(true);
  expect(decideProtection(system, clerk).allowed).toBe(false);
  expect(decideProtection(security, security)).toMatchObject({ code: 'NOT_ONESELF' });
  expect(decideProtection(breakGlass, security).allowed).toBe(true);
  expect(decideProtection(breakGlass, clerk).allowed).toBe(false);
  expect(decideKeeping(system, clerk).allowed).toBe(true);
  expect(decideKeeping(security, clerk).allowed).toBe(false);
  expect(decideKeeping(system, system)).toMatchObject({ code: 'NOT_ONESELF' });
  expect(decideKeeping(system, breakGlass).allowed).toBe(false);
  expect(decideKeeping(breakGlass, clerk).allowed).toBe(false);
  expect(decideKeeping(breakGlass, nobody).allowed).toBe(true);
  expect([system, breakGlass, security, clerk].map((actor) => decideCreation(actor).allowed)).toEqual([true, true, false, false]);
});
