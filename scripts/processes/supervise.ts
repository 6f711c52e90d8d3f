import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closingLines } from '../boot/decisions.mjs';
import { Fault } from '../fault.ts';
import { WORKSPACE } from '../settings.ts';
import { afterDeath, type Death } from './deaths.ts';

/** A server that runs beside us as a process of its own. */
export interface Service {
  /** Name people see. */
  name: string;
  /** Arguments of Node: script and its arguments. */
  script: string[];
  folder: string;
  environment: NodeJS.ProcessEnv;
  /** Takes both outputs; appended to. */
  log: string;
  /** Asked twice a second until it says true. */
  isReady(): Promise<boolean>;
}

export interface Supervised {
  readonly name: string;
  /** Resolves when the service answers; rejects when it dies three times or is not ready in time. */
  ready(): Promise<void>;
  /** Asks it to end; after `withinMs` it is ended by force. */
  stop(withinMs: number): Promise<void>;
}

const READY_WITHIN_MS = 180_000;
const ASK_EVERY_MS = 250;
const LINES_SHOWN = 30;

const END_WITH_PARENT = join(WORKSPACE, 'scripts', 'processes', 'end-with-parent.mjs');

const lastLines = (log: string) => closingLines(readFileSync(log, 'utf8').slice(-20_000), LINES_SHOWN);

const launch = (service: Service): ChildProcess => {
  mkdirSync(dirname(service.log), { recursive: true });
  const descriptor = openSync(service.log, 'a');
  try {
    return spawn(process.execPath, ['--import', END_WITH_PARENT, ...service.script], {
      cwd: service.folder,
      env: service.environment,
      stdio: ['ignore', descriptor, descriptor, 'ipc'],
      // Ctrl-C goes to the whole group of a terminal: in groups of their own the services are stopped in order, by us.
      detached: true,
    });
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Starts a service and keeps it alive: a death is followed by a restart after 1, 2, 4 … seconds; three within a minute end it.
 * @param tell one sentence for the operator
 * @param onGivenUp called once when the service died three times in a row
 */
export const supervise = (service: Service, tell: (message: string) => void, onGivenUp: (fault: Fault) => void): Supervised => {
  let child: ChildProcess | null = null;
  let pause: NodeJS.Timeout | null = null;
  let stopping = false;
  let givenUp: Fault | null = null;
  const deaths: Death[] = [];

  const start = () => {
    pause = null;
    child = launch(service);
    child.once('error', (error) => died(error.message));
    child.once('exit', (code, signal) => died(signal ?? `退出码 ${code}`));
  };
  const died = (how: string) => {
    if (child === null) return;
    child = null;
    if (stopping) return;
    deaths.push({ at: Date.now() });
    const next = afterDeath(deaths);
    if (next.restartInMs === null) {
      givenUp = new Fault(
        'START_CHILD_DIED',
        `${service.name} 连续停止 ${next.inARow} 次（${how}），最后的日志：\n${lastLines(service.log)}`,
        `完整日志：${service.log}`,
      );
      onGivenUp(givenUp);
      return;
    }
    tell(`! ${service.name} 停止了（${how}），${next.restartInMs / 1000} 秒后重新启动；日志：${service.log}`);
    pause = setTimeout(start, next.restartInMs);
  };

  start();
  return {
    name: service.name,
    async ready() {
      const deadline = Date.now() + READY_WITHIN_MS;
      while (!(child !== null && (await service.isReady()))) {
        if (givenUp) throw givenUp;
        if (stopping) throw new Fault('START_NOT_READY', `${service.name} 在就绪之前被停止。`, '');
        if (Date.now() > deadline) {
          throw new Fault(
            'START_NOT_READY',
            `${service.name} 在 ${READY_WITHIN_MS / 1000} 秒内没有就绪，最后的日志：\n${lastLines(service.log)}`,
            `完整日志：${service.log}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
      }
    },
    stop(withinMs) {
      stopping = true;
      if (pause) clearTimeout(pause);
      const ending = child;
      if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return Promise.resolve();
      return new Promise<void>((resolve) => {
        const force = setTimeout(() => {
          tell(`! ${service.name} 在 ${withinMs / 1000} 秒内没有停下，强制结束`);
          ending.kill('SIGKILL');
        }, withinMs);
        ending.once('exit', () => {
          clearTimeout(force);
          resolve();
        });
        ending.kill('SIGTERM');
      });
    },
  };
};
