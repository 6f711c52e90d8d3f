import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE_FOLDER } from './site-config.ts';

// Inside the working folder: elsewhere two builds at once share one `.prerender` folder and one of them dies.
const STAGING = fileURLToPath(new URL('.staging/', SITE_FOLDER));
let made = 0;

/** A folder for one standby process, named by its slot, by this process and by a number of its own. */
export async function makeStaging(slot: string): Promise<string> {
  made += 1;
  const folder = join(STAGING, `${slot}-${process.pid}-${made}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Removes what processes left behind that are no longer alive. */
export async function sweepStaging(): Promise<void> {
  const names = await readdir(STAGING).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const owner = /^.+-(\d+)-\d+$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) await rm(join(STAGING, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
