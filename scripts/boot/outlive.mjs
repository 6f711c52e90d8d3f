/**
 * Sees that npm is gone. It starts us through one shell (`sh -c`) and often a second one (`.bin/node` is a script), and these die of
 * a signal, or outlive npm, without handing anything on.
 */
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

const WATCH_MS = 500;
const SHELLS = ['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh'];

/**
 * @param {number} pid
 * @returns {number | null} null where there is no such process, or the system does not tell
 */
const parentOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks; the parent is the second field after it.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
};

/** @param {number} pid */
const isShell = (pid) => {
  try {
    return SHELLS.includes(basename(readlinkSync(`/proc/${pid}/exe`)));
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EPERM'].includes(error.code)) return false;
    throw error;
  }
};

/**
 * Processes from our parent up to npm, each with its own parent at this moment.
 * @returns {{ pid: number, parent: number | null }[]}
 */
const shellsAbove = () => {
  const shells = [];
  for (let pid = process.ppid; isShell(pid); pid = parentOf(pid) ?? 1) shells.push({ pid, parent: parentOf(pid) });
  return shells;
};

/**
 * Calls back once when npm, or a shell between npm and us, has ended. Without npm nothing is watched: a new parent is then what
 * `nohup` and `disown` are for.
 * @param {() => void} onGone
 */
export const whenNpmEnds = (onGone) => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const shells = shellsAbove();
  const watch = setInterval(() => {
    if (process.ppid === parent && shells.every((shell) => parentOf(shell.pid) === shell.parent)) return;
    clearInterval(watch);
    onGone();
  }, WATCH_MS);
  watch.unref();
};
