/**
 * Styles of a document as readers will see it, for the frame on the decision screen: the measures of `site/src/styles` and
 * `components/document-body`, written out because the CMS knows nothing of the site.
 */
export const PAGE_STYLES = `
:root { color-scheme: light; --ink: #16191d; --soft: #3f4650; --line: #c9d0d8; --wash: #f4f6f9; --link: #0b4a99;
  --sans: 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif;
  --song: 'Noto Serif SC', 'Noto Serif CJK SC', 'Songti SC', SimSun, serif; --kai: KaiTi, 'Kaiti SC', STKaiti, SimSun, serif; }
* { box-sizing: border-box; }
body { margin: 0; padding: 20px 24px 28px; background: #fff; color: var(--ink); font: 17px/1.85 var(--sans); line-break: strict; overflow-wrap: anywhere; }
.page { max-width: 42.5em; margin-inline: auto; }
h1 { margin: 0 0 12px; font-size: 26px; line-height: 1.4; text-align: center; text-wrap: balance; }
.facts { display: grid; grid-template-columns: max-content 1fr max-content 1fr; gap: 2px 16px; margin: 0 0 20px; padding: 10px 14px; border-block: 1px solid var(--line); font-size: 14px; line-height: 1.7; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; } .facts .long { grid-column: 2 / -1; } .facts dt:has(+ .long) { grid-column: 1; }
.body > * { margin-block: .85em 0; } .body p { margin-block: .85em 0; }
.body :is(h2, h3, h4) { margin-block: 1.5em 0; font-size: 18px; font-weight: 600; line-height: 1.6; }
.body :is(h3, h4) { font-size: 17px; }
.body :is(ul, ol) { padding-inline-start: 2em; }
.body blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 4px solid var(--line); color: var(--soft); }
.body hr { border: 0; border-top: 1px solid var(--line); }
.body img { display: block; max-width: 100%; height: auto; margin-inline: auto; }
.body a { color: var(--link); text-underline-offset: .2em; }
.body em { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
.body table { width: 100%; border-collapse: collapse; font-family: var(--sans); font-size: 15px; line-height: 1.6; font-variant-numeric: tabular-nums; }
.body caption { padding-bottom: 6px; font-weight: 600; text-align: start; }
.body :is(th, td) { padding: 6px 10px; border: 1px solid var(--line); text-align: start; vertical-align: top; }
.body th { background: var(--wash); font-weight: 600; }
.body :is(.align-center, .title) { text-align: center; } .body .title { font-weight: 600; text-wrap: balance; }
.body :is(.align-right, .signature, .date) { text-align: end; }
.body .signature { margin-top: 2.5em; padding-inline-end: 3.5em; } .body .date { margin-top: .25em; padding-inline-end: 4em; }
.official .body { font-family: var(--song); } .official .body p { text-indent: 2em; } .official .body h3 { font-family: var(--kai); }
.body :is(th, td, li) p, .body :is(.no-indent, .addressee, .align-center, .align-right, .signature, .date, .title, .footnote) { text-indent: 0; }
.files { margin-top: 28px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 15px; }
.files h2 { margin: 0 0 4px; font-size: 15px; } .files ol { margin: 0; padding-inline-start: 1.6em; }
mark { padding: 1px 0; border-bottom: 2px solid #b25c00; background: #ffe79a; color: inherit; }
:focus-visible { outline: 3px solid var(--link); }
@media (max-width: 520px) { body { padding: 14px 12px 20px; } h1 { font-size: 21px; } .facts { grid-template-columns: max-content 1fr; } .body { overflow-x: auto; } }
`;
