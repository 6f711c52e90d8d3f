/** Codes of what can go wrong between the feed and the finished pages. */
export type SiteErrorCode =
  | 'NO_PLAN'
  | 'NOT_FOUND'
  | 'EMPTY_META'
  | 'FILE_MISSING'
  | 'CONTRACT'
  | 'RENDER'
  | 'REPLICA_FORMAT'
  | 'REPLICA_MISSING'
  | 'BUILD';

/** An error of the site: a code for machines, a Chinese message for people, a hint for the next step. */
export class SiteError extends Error {
  readonly code: SiteErrorCode;
  readonly hint: string;

  constructor(code: SiteErrorCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SiteError';
    this.code = code;
    this.hint = hint;
  }
}
