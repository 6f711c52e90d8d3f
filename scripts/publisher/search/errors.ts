/** Every error of the search builder: code → Chinese message for the operator and the next step. */
const CATALOGUE = {
  SEARCH_INDEXER_FAILED: ['搜索索引程序出错', '发布机会自动重试；若持续如此，请运行 gongkai rebuild'],
  SEARCH_BUILD_DIED: ['后台索引构建进程意外结束', '可能是内存不足；发布机会自动重试，现有搜索不受影响'],
} as const satisfies Record<string, readonly [message: string, hint: string]>;

export type SearchErrorCode = keyof typeof CATALOGUE;

/** An error an operator can act on. */
export class SearchError extends Error {
  readonly code: SearchErrorCode;
  readonly hint: string;

  constructor(code: SearchErrorCode, detail: string, cause?: unknown) {
    const [message, hint] = CATALOGUE[code];
    super(`${message}：${detail}`, { cause });
    this.name = 'SearchError';
    this.code = code;
    this.hint = hint;
  }
}
