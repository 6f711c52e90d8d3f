/** Entry of a child process: `run-service.ts publisher`, `run-service.ts site` or `run-service.ts preview`. Runs until SIGTERM. */
import { describeError } from '../fault.ts';
import { readSettings, type Settings } from '../settings.ts';

const services: Record<string, (settings: Settings) => Promise<unknown>> = {
  publisher: async (settings) => (await import('../publisher/index.ts')).runPublisher(settings),
  site: async (settings) => (await import('../server/index.ts')).serve(settings),
  preview: async (settings) => (await import('../preview/index.ts')).runPreview(settings),
};

const name = process.argv[2] ?? '';
const run = services[name];
try {
  if (!run) throw new Error(`没有服务 ${name}`);
  await run(readSettings());
} catch (error) {
  console.error(describeError(error));
  process.exit(1);
}
