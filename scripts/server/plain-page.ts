/** A page for when the site has none of its own: no styles, since none may be written into a page. */
export function plainPage(heading: string, text: string): string {
  return `<!doctype html>
<html lang="zh-Hans">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${heading}</title></head>
<body><h1>${heading}</h1><p>${text}</p></body>
</html>
`;
}
