import { createServer } from 'node:net';
import { Fault } from '../fault.ts';

/** One port a server of ours is about to take, with the setting that names it. */
export interface WantedPort {
  setting: 'CMS_PORT' | 'SITE_PORT' | 'PUBLISHER_PORT';
  port: number;
}

const faultOfPort = (host: string, { setting, port }: WantedPort): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return resolve(`${setting}=${port}：端口已被占用`);
      if (error.code === 'EACCES') return resolve(`${setting}=${port}：没有权限监听（1024 以下的端口要管理员权限）`);
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return resolve(`GONGKAI_HOST=${host}：本机没有这个地址`);
      resolve(`${setting}=${port}：${error.message}`);
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });

/**
 * Tries to listen on each port for a moment, so that a taken one is told before anything is started.
 * @throws Fault `START_PORT_TAKEN` naming every setting at fault
 */
export const checkPorts = async (host: string, wanted: WantedPort[]): Promise<void> => {
  const faults: string[] = [];
  for (const one of wanted) {
    const fault = await faultOfPort(host, one);
    if (fault && !faults.includes(fault)) faults.push(fault);
  }
  if (faults.length === 0) return;
  throw new Fault(
    'START_PORT_TAKEN',
    faults.join('\n'),
    '换一个端口，例如 CMS_PORT=2337 npm start，或停掉占用它的程序（可能是另一个 npm start）。',
  );
};
