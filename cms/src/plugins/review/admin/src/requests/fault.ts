/** A refusal or failure as people are shown it: what happened, and the next step. */
export interface Fault {
  message: string;
  hint: string;
  /** Somebody else was first: what is on the screen is out of date. */
  overtaken: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the answer of a refused or failed request (`error.message`, `error.details.hint`); a failed connection has neither. */
export const faultOf = (error: unknown): Fault => {
  if (!isObject(error)) return { message: '没有完成，原因不明。', hint: '请刷新页面后再试。', overtaken: false };
  const details = isObject(error.details) ? error.details : {};
  const answered = typeof error.status === 'number';
  return {
    message: answered ? text(error.message) || '没有完成。' : '连不上服务器，没有完成。',
    hint: answered ? text(details.hint) : '请检查网络后再试。',
    overtaken: error.status === 409 || details.code === 'CONFLICT' || details.code === 'WRONG_STATE',
  };
};
