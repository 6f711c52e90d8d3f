import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../src/environment';

interface SqliteConnection {
  pragma(source: string): unknown;
}

/** WAL lets the operators' commands read while the CMS writes; FULL because a release that was answered must survive a power cut. */
const preparePragmas = (connection: SqliteConnection, done: (error: null, connection: SqliteConnection) => void) => {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('busy_timeout = 5000');
  done(null, connection);
};

export default () => {
  const { databaseUrl, dataFolder } = environment();
  if (databaseUrl) {
    return { connection: { client: 'postgres', connection: { connectionString: databaseUrl }, pool: { min: 1, max: 10 } } };
  }
  const folder = join(dataFolder, 'cms');
  mkdirSync(folder, { recursive: true });
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: join(folder, 'gongkai.db') },
      useNullAsDefault: true,
      pool: { min: 1, max: 1, afterCreate: preparePragmas },
    },
  };
};
