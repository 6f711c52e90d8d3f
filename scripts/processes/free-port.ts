import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range that systems give to outgoing connections (Linux from 32,768, IANA from 49,152) and above the well-known ones. */
const FIRST = 20_000;
const LAST = 32_000;
const TRIES = 100;

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });

/**
 * A port for a server that may be killed and started again. What `listen(0)` gives is no such port: between two starts the system
 * may hand it to any outgoing connection of the machine, and the second start finds it taken.
 * @returns a port of 127.0.0.1, different at nearly every call, that nobody listens on
 */
export const freePort = async (): Promise<number> => {
  for (let left = TRIES; left > 0; left -= 1) {
    const port = randomInt(FIRST, LAST);
    if (await canListen(port)) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${LAST} after ${TRIES} tries`);
};
