/**
 * A standby process: `astro build`, bundled, waiting for its plan. Started by `standby.ts` with its settings as the one argument; ends
 * after one plan, or with the process that started it.
 */
import type { ChildMessage, ChildSettings, OrderMessage } from './messages.ts';
import { servePlan } from './serve-plan.ts';

/** Pages between two words about progress. */
const PROGRESS_EVERY = 100;

const settings = JSON.parse(process.argv[2] ?? '') as ChildSettings;
const order = Promise.withResolvers<string[]>();
let rendered = 0;

process.on('message', (message: OrderMessage) => order.resolve(message.write));
// The parent is gone, and with it whoever would have used the pages.
process.on('disconnect', () => process.exit(1));

try {
  const { written, failures } = await servePlan(settings, armed, onRendered);
  send({ type: 'done', written, failures }, () => process.exit(0));
} catch (error) {
  send({ type: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }, () =>
    process.exit(1),
  );
}

function armed(): Promise<string[]> {
  send({ type: 'armed' });
  return order.promise;
}

function onRendered(): void {
  rendered += 1;
  if (rendered % PROGRESS_EVERY === 0) send({ type: 'rendered', files: rendered });
}

function send(message: ChildMessage, sent: () => void = () => undefined): void {
  process.send!(message, undefined, {}, sent);
}
