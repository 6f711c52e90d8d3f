import type { Settings } from '../settings.ts';
import { openPortal, type Portal } from './portal.ts';
import { startPostgres, type TrialPostgres } from './postgres.ts';
import { removeTrial, startCms, trialSettings, type Part } from './trial.ts';

export interface Trial {
  database: 'sqlite' | 'postgres';
  settings: Settings;
  portal: Portal;
  cms: Part;
}

/**
 * The same tests on SQLite and on PostgreSQL, each on a CMS of its own with everybody logged in.
 * @param tests gets a function to be called inside tests, since the trial starts in `beforeAll`
 * @param extra environment of the CMS, such as rules that trials leave off
 */
export const onBothDatabases = (name: string, tests: (trial: () => Trial) => void, extra: NodeJS.ProcessEnv = {}): void => {
  describe.each(['sqlite', 'postgres'] as const)(`${name} (%s)`, (database) => {
    let postgres: TrialPostgres | undefined;
    let trial: Trial | undefined;
    beforeAll(async () => {
      postgres = database === 'postgres' ? await startPostgres() : undefined;
      const settings = await trialSettings(postgres ? { databaseUrl: await postgres.database('trial') } : {});
      const cms = await startCms(settings, extra);
      trial = { database, settings, cms, portal: await openPortal(settings) };
    });
    tests(() => {
      if (!trial) throw new Error('The trial has not started');
      return trial;
    });
    // Hooks run in the order in which they are written: those of the tests close their connections first.
    afterAll(async () => {
      await trial?.cms.stop();
      await postgres?.stop();
      if (trial) removeTrial(trial.settings);
    });
  });
};
