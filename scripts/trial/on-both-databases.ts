import { startFromTemplate, type DatabaseKind, type RunningTrial } from './template.ts';
import { removeTrial } from './trial.ts';

export interface Trial extends RunningTrial {
  database: DatabaseKind;
}

/** @param tests gets a function to be called inside tests, since the trial starts in `beforeAll` */
type Tests = (trial: () => Trial) => void;

/**
 * The same tests on SQLite and on PostgreSQL, each on a CMS of its own with everybody logged in.
 * @param extra environment of the CMS, such as rules that trials leave off
 */
export const onBothDatabases = (name: string, tests: Tests, extra: NodeJS.ProcessEnv = {}): void => onDatabases(['sqlite', 'postgres'], name, tests, extra);

/** Tests on one of them, where the other one's turn is in `test:heavy`. */
export const onDatabases = (databases: DatabaseKind[], name: string, tests: Tests, extra: NodeJS.ProcessEnv = {}): void => {
  describe.each(databases)(`${name} (%s)`, (database) => {
    let trial: Trial | undefined;
    beforeAll(async () => {
      trial = { database, ...(await startFromTemplate(database, extra)) };
    });
    tests(() => {
      if (!trial) throw new Error('The trial has not started');
      return trial;
    });
    // Hooks run in the order in which they are written: those of the tests close their connections first.
    afterAll(async () => {
      await trial?.cms.stop();
      await trial?.postgres?.stop();
      if (trial) removeTrial(trial.settings);
    });
  });
};
