import { request } from 'node:http';
import type { Settings } from '../settings.ts';
import { previewToken } from './token.ts';

type Asked = Pick<Settings, 'previewSocket'> & { secrets: Pick<Settings['secrets'], 'mediaKey'> };

const ASK_WITHIN_MS = 10_000;

/** Asks the preview process as the CMS does: for `start` to see that it is there, and for tests. @throws while nobody listens */
export const askPreview = (settings: Asked, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${previewToken(settings.secrets.mediaKey)}` };
    const asked = request({ socketPath: settings.previewSocket, method, path, headers, timeout: ASK_WITHIN_MS }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 500, text: Buffer.concat(parts).toString() }));
    });
    asked.on('timeout', () => asked.destroy(new Error('No answer')));
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });

export const previewAnswers = async (settings: Asked): Promise<boolean> => {
  try {
    return (await askPreview(settings, 'GET', '/status')).status === 200;
  } catch {
    // No socket, or nobody behind it: while the process is bundling both mean "not yet".
    return false;
  }
};
