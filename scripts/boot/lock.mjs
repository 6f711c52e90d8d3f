/**
 * A lock on one machine: a file that holds the id of the process that has it. Plain JavaScript, because boot takes it before
 * anything is installed; the other programs use the same one.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 500;

/**
 * Moment a process started, in the kernel's ticks: after a restart of the machine another process may have the same id.
 * @param {number} pid
 * @returns {string} empty where the system does not tell
 */
const startOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks; field 22 is the 20th after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return '';
    throw error;
  }
};

/** @param {number} pid */
const exists = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error.code === 'EPERM';
  }
};

/**
 * @param {string} file
 * @returns {number | null} id of the living process that has the lock
 */
const livingHolder = (file) => {
  try {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ');
    return exists(Number(pid)) && (start ?? '') === startOf(Number(pid)) ? Number(pid) : null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
};

/**
 * Takes a dead holder's lock away. Renamed before it is removed: if somebody else took it over in between, it is a living one's
 * by now and goes back.
 */
const bury = (file) => {
  const grave = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, grave);
    if (livingHolder(grave) !== null) linkSync(grave, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(grave, { force: true });
  }
};

/**
 * Takes the lock if nobody living has it. The file is written beside and linked into place: it never exists without its id, so a
 * lock without a living holder is a dead one's and may be taken over.
 * @param {string} file
 * @returns {{ release: () => void } | { holder: number }} the lock, or the id of the process that has it
 */
export const tryLock = (file) => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${process.pid} ${startOf(process.pid)}\n`);
  try {
    for (;;) {
      try {
        linkSync(draft, file);
        return { release: once(() => rmSync(file, { force: true })) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = livingHolder(file);
      if (holder !== null) return { holder };
      bury(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Released twice, the second time would take away the lock of whoever has it by then. @param {() => void} work */
const once = (work) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};

/**
 * Waits for the lock.
 * @param {string} file
 * @param {(holder: number) => void} onWait told once, when another process has it
 * @returns {Promise<{ release: () => void }>}
 */
export const waitForLock = async (file, onWait) => {
  let told = false;
  for (;;) {
    const result = tryLock(file);
    if ('release' in result) return result;
    if (!told) onWait(result.holder);
    told = true;
    await sleep(RETRY_MS);
  }
};
