import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForLock } from '../boot/lock.mjs';
import { buildCms } from '../processes/cms-build.ts';
import { cmsEnvironment, type Settings } from '../settings.ts';
import { logEverybodyIn, preparePortal, type Account, type Portal } from './portal.ts';
import { startPostgres, type TrialPostgres } from './postgres.ts';
import { openRawDatabase } from './raw-database.ts';
import { TEMPLATES } from './templates-folder.ts';
import { startCms, trialSettings, type Part } from './trial.ts';

/**
 * A trial that has started once, with everybody's account, kept while the tests of one run go on: each suite begins with a copy, since
 * to make the tables and the accounts takes as long as to start.
 */
export type DatabaseKind = 'sqlite' | 'postgres';

export interface RunningTrial {
  settings: Settings;
  cms: Part;
  portal: Portal;
  postgres: TrialPostgres | undefined;
}

const PASSWORD = 'Trial-2026-copy';
/** Of that password, with bcrypt's least cost: thirteen people log in for each suite, which takes a second and a half at the usual one. */
const CHEAP_HASH = '$2a$04$7HjSjVHp2ahEY.aom1zyyuQsWcdq3Q5gNTFS9G7FWa1mRWTmyLOBG';

const DATABASE = 'trial';

const folderOf = (database: DatabaseKind): string => {
  const folder = process.env[TEMPLATES];
  if (!folder) throw new Error(`${TEMPLATES} names no folder: is the suite run by Jest?`);
  return join(folder, database);
};

const dataOf = (folder: string): string => join(folder, 'data');
const postgresOf = (folder: string): string => join(folder, 'postgres');
const accountsOf = (folder: string): string => join(folder, 'accounts.json');

const make = async (database: DatabaseKind, folder: string): Promise<void> => {
  // What an attempt that broke has left would be taken for the template's.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dataOf(folder), { recursive: true });
  const postgres = database === 'postgres' ? await startPostgres() : undefined;
  const settings = await trialSettings({ dataFolder: dataOf(folder), ...(postgres && { databaseUrl: await postgres.database(DATABASE) }) });
  const cms = await startCms(settings);
  const created = await preparePortal(settings);
  await cms.stop();
  const raw = await openRawDatabase(settings);
  await raw.run(`UPDATE admin_users SET password = '${CHEAP_HASH}'`);
  await raw.close();
  await postgres?.stop(postgresOf(folder));
  // Written last: it says that the template is whole.
  writeFileSync(accountsOf(folder), JSON.stringify(created.map(({ email }): Account => ({ email, password: PASSWORD }))));
};

const templateOf = async (database: DatabaseKind): Promise<string> => {
  const folder = folderOf(database);
  const lock = await waitForLock(`${folder}.lock`, () => undefined);
  try {
    if (!existsSync(accountsOf(folder))) await make(database, folder);
  } finally {
    lock.release();
  }
  return folder;
};

/** A trial that runs, and who has an account there. */
export type StartedCopy = Omit<RunningTrial, 'portal'> & { accounts: Account[] };

interface CopyOptions {
  /** Environment of the CMS, such as rules that trials leave off. */
  extra?: NodeJS.ProcessEnv;
  /** Whether a browser will open the admin. */
  screens?: boolean;
}

/** Starts a trial of its own from the template, with nobody logged in. */
export const startCopy = async (database: DatabaseKind, { extra = {}, screens = false }: CopyOptions = {}): Promise<StartedCopy> => {
  const template = await templateOf(database);
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongkai-trial-'));
  cpSync(dataOf(template), dataFolder, { recursive: true });
  const postgres = database === 'postgres' ? await startPostgres(postgresOf(template)) : undefined;
  const settings = await trialSettings({ dataFolder, ...(postgres && { databaseUrl: postgres.url(DATABASE) }) });
  try {
    if (screens) await buildCms(['admin'], cmsEnvironment(settings), join(dataFolder, 'log', 'cms-build.log'));
    const cms = await startCms(settings, extra);
    return { settings, cms, postgres, accounts: JSON.parse(readFileSync(accountsOf(template), 'utf8')) as Account[] };
  } catch (error) {
    // Nobody else knows of it yet.
    await postgres?.stop();
    throw error;
  }
};

/** The same with everybody logged in. */
export const startFromTemplate = async (database: DatabaseKind, extra: NodeJS.ProcessEnv = {}): Promise<RunningTrial> => {
  const { accounts, ...started } = await startCopy(database, { extra });
  try {
    return { ...started, portal: await logEverybodyIn(started.settings, accounts) };
  } catch (error) {
    await started.cms.stop();
    await started.postgres?.stop();
    throw error;
  }
};
