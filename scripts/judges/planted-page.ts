/**
 * A page with faults on purpose. Each judge is shown it and must fail it: a judge that passes everything is worse than none, and two
 * that were tried did (htmlhint; Alfa with two copies of its packages).
 *
 * Faults: a picture without a text, a field without a label, a form without a button, text too pale, a link without words, a heading
 * that skips levels, two elements of one id, a paragraph right in a list.
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
