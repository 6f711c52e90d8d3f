import { spawn } from 'node:child_process';
import { WORKSPACE } from '../settings.ts';

export interface Executed {
  code: number;
  /** Standard output alone, for runners that print JSON there. */
  standard: string;
  /** Both outputs, in the order they came. */
  output: string;
}

/**
 * Runs a script on our own Node and takes both its outputs together. Ends with us.
 * @param script of a package in `node_modules`, and its arguments
 */
export const execute = (script: string[], environment: NodeJS.ProcessEnv = process.env): Promise<Executed> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, script, { cwd: WORKSPACE, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    const standard: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      standard.push(part);
    });
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('exit', stop);
      const said = Buffer.concat(parts).toString('utf8');
      resolve({
        code: code ?? 1,
        standard: Buffer.concat(standard).toString('utf8'),
        output: signal ? `${said}\n（被 ${signal} 结束）` : said,
      });
    });
  });
