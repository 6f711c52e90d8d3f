import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PLANTED_PAGE } from './planted-page.ts';

export interface PlantedServer {
  address: string;
  close(): Promise<void>;
}

/** Serves the page with planted faults on a free port of this machine. */
export const servePlantedPage = (): Promise<PlantedServer> =>
  new Promise((resolve, reject) => {
    const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PLANTED_PAGE));
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () =>
      resolve({
        address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      }),
    );
  });
