/**
 * A standby process: an `astro build`, bundled, that stopped before rendering and serves plan after plan from there. Started by
 * `standby.ts` with its settings as the one argument; ends with the process that started it.
 */
import type { ChildMessage, ChildSettings, OrderMessage } from './messages.ts';
import { openPlanServer } from './serve-plan.ts';

/** Pages between two words about progress. */
const PROGRESS_EVERY = 100;

const settings = JSON.parse(process.argv[2] ?? '') as ChildSettings;

// The parent is gone, and with it whoever would have used the pages.
process.on('disconnect', () => process.exit(1));

try {
  const server = await openPlanServer(settings);
  process.on('message', ({ write, folder }: OrderMessage) => {
    let rendered = 0;
    const onRendered = (): void => {
      rendered += 1;
      if (rendered % PROGRESS_EVERY === 0) send({ type: 'rendered', files: rendered });
    };
    server.serve(write, folder, onRendered).then(({ written, failures }) => send({ type: 'done', written, failures }), breakDown);
  });
  send({ type: 'armed', assets: server.assets });
} catch (error) {
  breakDown(error);
}

function breakDown(error: unknown): void {
  send({ type: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }, () => process.exit(1));
}

function send(message: ChildMessage, sent: () => void = () => undefined): void {
  process.send!(message, undefined, {}, sent);
}
