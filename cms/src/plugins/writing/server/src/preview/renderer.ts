import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { environment } from '../../../../../environment';
import { Refusal } from '../../../../review/server/src/errors';
import type { PublicForm } from './public-form';

/** The preview process renders a page in some ten milliseconds; on a starved machine perhaps in a second. */
const ANSWER_WITHIN_MS = 15_000;

export interface Answer {
  status: number;
  type: string;
  body: Buffer;
}

const isDown = (error: unknown): boolean =>
  ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EACCES', 'EINVAL', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '');

const down = (): Refusal =>
  new Refusal(503, 'PREVIEW_DOWN', '预览服务没有运行，现在不能预览。', '请稍后再试；起草、送审、审核和发布不受影响。多次出现时请联系系统管理员查看 preview.log。');

/** The same word on both sides, made from a key both have (`scripts/preview/token.ts`): other accounts of the machine are not answered. */
const token = (): string => createHmac('sha256', environment().mediaKey).update('preview-renderer').digest('base64url');

/**
 * Asks the preview process, over a socket in the data folder.
 * @throws Refusal PREVIEW_DOWN where nobody answers
 */
export const askRenderer = (method: 'GET' | 'POST', path: string, body?: { document: PublicForm; base: string; banner: string }): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' };
    const asked = request({ socketPath: environment().previewSocket, method, path, headers, timeout: ANSWER_WITHIN_MS }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 500, type: response.headers['content-type'] ?? '', body: Buffer.concat(parts) }));
    });
    asked.on('timeout', () => asked.destroy(down()));
    asked.on('error', (error) => reject(isDown(error) ? down() : error));
    asked.end(body ? JSON.stringify(body) : undefined);
  });
