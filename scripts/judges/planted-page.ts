/**
 * A page with faults on purpose. Each judge is shown it and must fail it: a judge that passes everything is worse than none, and two
 * that were tried did (see ADR on the judges).
 *
 * Faults: picture without a text, field without a label, form without a button, text too pale, link without words, heading that skips
 * levels, two elements of one id, a list with a paragraph in it, inline style, title and language missing from nothing.
 */
export const PLANTED_PAGE = `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>故意写错的页面</title></head>
<body>
<main>
<h1>故意写错的页面</h1>
<h4>跳过的标题</h4>
<p style="color:#bbb;background:#fff">看不清的字，每个评判都应当指出来。</p>
<img src="/favicon.svg">
<form action="/search/"><input type="text" name="q" id="q"></form>
<p id="q">同名的标识<a href="/"></a></p>
<ul><p>列表里的段落</p></ul>
</main>
</body>
</html>
`;

/** Not well-formed: an element that is not closed, and a mark that stands for nothing. */
export const PLANTED_XML = '<?xml version="1.0" encoding="UTF-8"?>\n<feed><entry>a & b</feed>\n';
