import type { Fault } from '../../../../review/admin/src/requests/fault';
import type { DocumentState, ServerText } from './server-store';

/** How far what was typed has got. Counters, not times: each change gets the next number, and each place says which it has. */
export interface Progress {
  typed: number;
  local: number;
  server: number;
  localAt: string | null;
  serverAt: string | null;
  /** Why the server does not have the newest; null while nothing speaks against it. */
  fault: { kind: 'offline' | 'logged-out' | 'refused'; message: string } | null;
  localFault: boolean;
  /** Another window's newer text, for which this window waits to be told what to do. */
  newer: ServerText | null;
  document: DocumentState | null;
}

export const NOTHING_TYPED: Progress = {
  typed: 0,
  local: 0,
  server: 0,
  localAt: null,
  serverAt: null,
  fault: null,
  localFault: false,
  newer: null,
  document: null,
};

const LOGGED_OUT = 401;

/** Why a request was not done, from what it threw. */
export const faultFrom = (thrown: unknown, told: Fault): NonNullable<Progress['fault']> => {
  const { status } = (thrown ?? {}) as { status?: unknown };
  if (status === LOGGED_OUT) return { kind: 'logged-out', message: '登录已过期' };
  // 5xx: the server is there and does not work, or a proxy answers for one that is gone.
  if (typeof status !== 'number' || status >= 500) return { kind: 'offline', message: '' };
  return { kind: 'refused', message: told.message };
};

export type Tone = 'quiet' | 'good' | 'warning' | 'danger';

/**
 * What the screen says, always true: 「已自动保存」 only while the server has everything that is in the form, 「保存在本机」 only while
 * this browser has it on its disk.
 * @param minute prints an instant as `14:03`
 */
export const wordsFor = (progress: Progress, minute: (instant: string) => string): { tone: Tone; text: string } => {
  const { typed, local, server, fault, newer } = progress;
  if (typed === 0) return { tone: 'quiet', text: '修改会自动保存' };
  if (server === typed && progress.serverAt) return { tone: 'good', text: `已自动保存 ${minute(progress.serverAt)}` };
  const here = local === typed && progress.localAt !== null;
  if (!fault && !newer) return { tone: 'quiet', text: '正在自动保存…' };
  if (!here && !progress.localFault) return { tone: 'quiet', text: '正在保存到本机…' };
  if (!here) return { tone: 'danger', text: '无法保存：服务器和本机都没有存下，请复制文字，不要关闭页面' };
  const kept = `内容保存在本机 ${minute(progress.localAt ?? '')}`;
  if (newer) return { tone: 'warning', text: `另一个窗口有不同的内容，${kept}` };
  if (fault?.kind === 'offline') return { tone: 'warning', text: `离线，${kept}` };
  return { tone: 'warning', text: `${fault?.message ?? ''}，${kept}` };
};
