const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** What a frame shows instead of a page: what happened and the next step. */
export const plainPage = (message: string, hint: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>预览</title></head><body><p><strong>${escaped(message)}</strong></p><p>${escaped(hint)}</p></body></html>`;
