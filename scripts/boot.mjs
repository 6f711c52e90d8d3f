/**
 * The first file that runs, on whatever Node the machine has and with nothing installed: it installs, then hands over to
 * `scripts/gongkai.ts` on the Node 24 that came with the install.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment, refusalOfNode } from './boot/decisions.mjs';
import { installIfNeeded, ownFolders, ownNode } from './boot/install.mjs';
import { whenNpmEnds } from './boot/outlive.mjs';

const workspace = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends as the child ended, so that whoever started npm sees the same code or signal. */
const endAs = (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1));

/** The child decides when it is done; boot passes signals on and waits. Should boot be killed, the closed channel ends the child. */
const handOver = (argumentsOfUser) => {
  const endWithParent = join(workspace, 'scripts', 'processes', 'end-with-parent.mjs');
  const child = spawn(
    ownNode(workspace),
    ['--import', endWithParent, join(workspace, 'scripts', 'gongkai.ts'), ...argumentsOfUser],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...cleanEnvironment(process.env, ownFolders(workspace), delimiter),
        // Where the person stood when they typed the command: npm changes to the workspace first.
        GONGKAI_CALLED_FROM: process.env.INIT_CWD ?? process.cwd(),
        // Compiled code is kept: Strapi starts in half the processor time from its second start on. A folder that cannot be written
        // is passed over by Node.
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(workspace, 'node_modules', '.cache', 'gongkai-compile'),
      },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenNpmEnds(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`启动不了 ${ownNode(workspace)}：${error.message}`);
    process.exit(1);
  });
  child.on('exit', endAs);
};

const refusal = refusalOfNode(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exit(2);
}
try {
  await installIfNeeded(workspace);
} catch {
  // installIfNeeded has said what was wrong.
  process.exit(1);
}
handOver(process.argv.slice(2));
