import { parentPort, workerData } from 'node:worker_threads';
import { extractText } from './extract';

/** One file in a thread of its own: a file that hangs or eats memory takes the thread down, not the CMS. */
const { bytes, name } = workerData as { bytes: Uint8Array; name: string };

extractText(bytes, name).then(
  (extracted) => parentPort?.postMessage(extracted),
  (error: unknown) => parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) }),
);
