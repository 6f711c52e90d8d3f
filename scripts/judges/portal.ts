import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDemonstrationPortal } from '../demonstration/portal/build-portal.ts';
import { serve } from '../server/index.ts';

/** A portal that stands, to be judged. */
export interface JudgedPortal {
  /** Folder of the served tree. */
  root: string;
  /** Its public address, without a slash at the end. */
  siteUrl: string;
  close(): Promise<void>;
}

/**
 * Builds the portal of the demonstration in a folder of its own and serves it with the real server on a free port of this machine:
 * headers, compression and answers are those readers get.
 */
export const openJudgedPortal = async (): Promise<JudgedPortal> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongkai-judged-'));
  // Listens first: pages print the address they are served at, and the port is known only then.
  const server = await serve({ dataFolder, host: '127.0.0.1', sitePort: 0 });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    const siteUrl = `http://127.0.0.1:${server.port}`;
    await buildDemonstrationPortal(dataFolder, siteUrl);
    return { root: realpathSync(join(dataFolder, 'site', 'current')), siteUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
};
