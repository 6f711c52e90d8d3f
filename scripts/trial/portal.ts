import { openDesk, operate, type Desk } from '../desk/desk.ts';
import type { Settings } from '../settings.ts';
import { columns } from '../demonstration/columns.ts';
import { departments } from '../demonstration/departments.ts';
import type { RoleCode } from '../demonstration/types.ts';

/** Everybody a test needs: two of the roles in which one person must not do two steps. */
export const PEOPLE = {
  uploader: 'uploader',
  uploader2: 'uploader',
  elsewhere: 'uploader',
  deputy: 'deputy-head',
  deputy2: 'deputy-head',
  head: 'head',
  head2: 'head',
  releaser: 'releaser',
  releaser2: 'releaser',
  system: 'system-admin',
  security: 'security-admin',
  auditor: 'auditor',
} as const satisfies Record<string, RoleCode>;

export type Person = keyof typeof PEOPLE | 'super';
export type Portal = Record<Person, Desk>;

export const DEPARTMENT = 'szf';
export const OTHER_DEPARTMENT = 'jyj';

const emailOf = (person: string): string => `${person}@trial.example`;
const departmentsOf = (person: string): string[] =>
  person === 'elsewhere' ? [OTHER_DEPARTMENT] : PEOPLE[person as keyof typeof PEOPLE] === 'uploader' ? [DEPARTMENT] : [];

export interface Account {
  email: string;
  password: string;
}

/** Sets up columns, departments and one account for each of these people. */
export const preparePortal = async (settings: Settings): Promise<Account[]> => {
  await operate(settings.cmsUrl, settings.secrets.operatorToken, 'reference', { columns, departments });
  const { created } = await operate<{ created: Account[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', {
    superAdministrator: { email: emailOf('super') },
    accounts: Object.entries(PEOPLE).map(([person, role]) => ({ email: emailOf(person), name: `试${person}`, role, departments: departmentsOf(person) })),
  });
  return created;
};

/** Logs everybody in. */
export const logEverybodyIn = async (settings: Settings, accounts: Account[]): Promise<Portal> => {
  const portal: Partial<Portal> = {};
  for (const { email, password } of accounts) portal[email.split('@')[0] as Person] = await openDesk(settings.cmsUrl, email, password);
  return portal as Portal;
};

/** Sets up columns, departments and accounts, and logs everybody in. */
export const openPortal = async (settings: Settings): Promise<Portal> => logEverybodyIn(settings, await preparePortal(settings));

let counter = 0;

/** Fields of a document that may be submitted. */
export const fields = (more: Record<string, unknown> = {}) => ({
  title: `关于试运行第${(counter += 1)}号事项的公告`,
  columnCode: 'gsgg',
  departmentCode: DEPARTMENT,
  body: '<p>试运行的正文，第一段。</p><p>第二段。</p>',
  source: '市政府办公室',
  keywords: '试运行，公告',
  ...more,
});

/** Takes a draft through all four people. @returns its ids */
export const releaseOne = async (portal: Portal, more: Record<string, unknown> = {}): Promise<{ documentId: string; publicId: string }> => {
  const { documentId, publicId } = await portal.uploader.create(fields(more));
  await passOn(portal, documentId);
  return { documentId, publicId };
};

/** From draft to released. */
export const passOn = async (portal: Portal, documentId: string): Promise<void> => {
  await portal.uploader.act(documentId, 'submit', { acceptWarnings: '试运行，已核对' });
  await portal.deputy.act(documentId, 'first-approve');
  await portal.head.act(documentId, 'final-approve');
  await portal.releaser.act(documentId, 'release', { acceptWarnings: '试运行，已核对' });
};
