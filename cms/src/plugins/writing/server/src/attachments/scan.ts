import { connect } from 'node:net';

/** 病毒扫描 by clamd over its own protocol (INSTREAM), on TCP or a socket. Nothing is run here, nothing is read from a disk. */
export type Verdict = { clean: true } | { clean: false; virus: string };

const CHUNK_BYTES = 64 * 1024;
const ANSWER_WITHIN_MS = 60_000;

const target = (address: string) => {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length).replace(/^\/\//, '') };
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port || 3310) };
};

/** One conversation with clamd. @throws when nothing answers in time */
const converse = (address: string, say: (write: (bytes: Uint8Array) => void) => void, withinMs = ANSWER_WITHIN_MS): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(target(address));
    let answer = '';
    socket.setTimeout(withinMs, () => socket.destroy(new Error('clamd did not answer in time')));
    socket.on('connect', () => say((bytes) => void socket.write(bytes)));
    socket.on('data', (data) => (answer += data.toString('utf8')));
    socket.on('error', reject);
    socket.on('close', () => (answer === '' ? reject(new Error('clamd closed the connection without an answer')) : resolve(answer.replace(/\0/g, '').trim())));
  });

/** @throws when the scanner cannot be reached or does not say anything it should */
export const scan = async (address: string, bytes: Uint8Array): Promise<Verdict> => {
  const answer = await converse(address, (write) => {
    write(Buffer.from('zINSTREAM\0'));
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const part = bytes.subarray(at, at + CHUNK_BYTES);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      write(length);
      write(part);
    }
    write(Buffer.alloc(4));
  });
  if (/: OK$/.test(answer)) return { clean: true };
  const [, virus] = /: (.+) FOUND$/.exec(answer) ?? [];
  if (virus !== undefined) return { clean: false, virus };
  throw new Error(`clamd: ${answer}`);
};

/** Whether somebody answers there. */
export const answers = async (address: string): Promise<boolean> => {
  try {
    return (await converse(address, (write) => write(Buffer.from('zPING\0')), 3_000)) === 'PONG';
  } catch {
    // Asked to find out; that it is not there is the answer.
    return false;
  }
};
