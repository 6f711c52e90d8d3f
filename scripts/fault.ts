/**
 * Every code an operators' command can fail with. A code is never used again for something else; the Chinese message says what
 * happened, the hint what to do next.
 */
export const FAULT_CODES = [
  'SETTINGS_INVALID',
  'SETTINGS_SECRETS_MISSING',
  'START_PORT_TAKEN',
  'START_BUILD_FAILED',
  'START_CHILD_DIED',
  'START_NOT_READY',
  'START_ALREADY_RUNNING',
  'LOCK_BUSY',
  'IMPORT_UNREADABLE',
  'IMPORT_MAPPING',
  'IMPORT_CMS_REFUSED',
  'IMPORT_CMS_UNREACHABLE',
  'VERIFY_CMS_UNREACHABLE',
  'EXPORT_UNREADABLE',
  'BROWSER_MISSING',
  'SCREENSHOTS_MODE',
  'BENCH_UNKNOWN',
  'BENCH_CORPORA_MISSING',
  'COMMAND_NOT_READY',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** A failure told to the operator: a code for machines, a message for people, a hint for the next step. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly hint: string;

  constructor(code: FaultCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
    this.hint = hint;
  }
}

/** Code of an error of the system or of Node (`ENOENT`, `ERR_…`, `Z_…`); empty where it has none. */
export const systemCodeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Errors of other rooms (the publisher's, the benches') carry the same three parts without being a Fault. */
const hasHint = (error: Error): error is Error & { code: string; hint: string } =>
  systemCodeOf(error) !== '' && 'hint' in error && typeof error.hint === 'string';

/** What is printed for an error: message, hint and code where it has them; the stack for anything we did not expect. */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return hasHint(error)
    ? [error.message, error.hint, `（${error.code}）`].filter((part) => part !== '').join('\n')
    : (error.stack ?? error.message);
};
