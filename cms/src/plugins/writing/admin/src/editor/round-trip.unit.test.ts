import { ALIGNMENTS, ATTRIBUTES, STYLES, TAGS, WITH_CLASSES } from '../../../../review/server/src/content/body-form';
import { sanitiseBody } from '../../../../review/server/src/content/sanitise';
import { nothingIsLost, throughEditor } from './nested-bodies';

/** One body of every element and attribute in the form the editor writes. */
const SAMPLES: [string, string][] = [
  ['paragraphs', '<p>甲</p><p>乙<br />丙</p>'],
  ['headings', '<h2>甲</h2><h3>乙</h3><h4>丙</h4>'],
  ['rule', '<p>甲</p><hr /><p>乙</p>'],
  ['quotation', '<blockquote><p>甲</p></blockquote>'],
  ['preformatted', '<pre>甲  乙\n  丙</pre><pre><code>x = 1\n</code></pre>'],
  ['code', '<p>见<code>a </code><strong><code>b</code></strong></p>'],
  ['lists', '<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul><ol start="3" type="a"><li id="t-x">丁</li><li><p>戊</p><p>己</p></li></ol>'],
  ['definitions', '<dl><dt>甲</dt><dd>乙</dd><dd><p>丙</p><p>丁</p></dd></dl>'],
  [
    'table',
    '<table><caption>表一 <strong>重</strong></caption><thead><tr><th colspan="2" scope="col">甲</th></tr></thead><tbody><tr><td rowspan="2">乙</td><td class="align-right">丙</td></tr><tr><td><p>丁</p><p>戊</p></td></tr></tbody><tfoot><tr><td>合计</td><td>9</td></tr></tfoot></table>',
  ],
  ['row headers', '<table><tbody><tr><th scope="row">甲</th><td>乙</td></tr></tbody></table>'],
  ['table in a cell', '<table><tbody><tr><td><table><caption>里</caption><tbody><tr><td>甲</td></tr></tbody></table></td></tr></tbody></table>'],
  ['marks', '<p><strong>甲<em>乙<s>丙<u>丁</u></s></em></strong><sub>戊</sub><sup>己</sup></p>'],
  ['links', '<p><a href="https://x.example/?a=1&amp;b=2" title="题" id="t-l">甲</a><a id="t-top"></a><a href="#t-top">回</a><a href="mailto:a@x.example">信</a></p>'],
  ['footnotes', '<p>甲<sup><a href="#fn-1" id="fnref-1">[1]</a></sup></p><p id="fn-1" class="footnote"><a href="#fnref-1">[1]</a> 注</p>'],
  ['pictures', '<p>见<img src="/uploads/a_1.png" alt="甲 &quot;乙&quot;" />后</p><figure><img src="/uploads/a.png" alt="丙" /><figcaption>图一</figcaption></figure>'],
  ['pictures by hash', `<p><img src="asset:${'0'.repeat(64)}" alt="甲" /></p>`],
  ['characters', '<p>&lt;甲&gt; &amp; "乙"　丙\u00A0丁</p>'],
];

describe('a body that is opened in the editor and saved', () => {
  it.each(SAMPLES)('%s', (_name, html) => {
    expect(sanitiseBody(html)).toBe(html);
    expect(throughEditor(html)).toBe(html);
  });

  const CONTAINER: Record<string, (html: string) => string> = {
    li: (html) => `<ul>${html}</ul>`,
    td: (html) => `<table><tbody><tr>${html}</tr></tbody></table>`,
    th: (html) => `<table><tbody><tr>${html}</tr></tbody></table>`,
    caption: (html) => `<table>${html}<tbody><tr><td>甲</td></tr></tbody></table>`,
    figcaption: (html) => `<figure><img src="/uploads/a.png" alt="图" />${html}</figure>`,
  };
  it.each(WITH_CLASSES.flatMap((tag) => [...STYLES, ...ALIGNMENTS, 'title align-center'].map((name) => [tag, name] as const)))('keeps %s of class %s', (tag, name) => {
    const html = (CONTAINER[tag] ?? ((inner: string) => inner))(`<${tag} class="${name}">甲</${tag}>`);
    expect(sanitiseBody(html)).toBe(html);
    expect(throughEditor(html)).toBe(html);
  });

  it('has a sample of every element and attribute the sanitiser lets through', () => {
    const all = SAMPLES.map(([, html]) => html).join('');
    expect(TAGS.filter((tag) => !all.includes(`<${tag}`))).toEqual([]);
    const attributes = Object.entries(ATTRIBUTES).flatMap(([tag, names]) => names.map((name) => [tag, name] as const));
    expect(attributes.filter(([tag, name]) => !new RegExp(`<${tag}[^>]* ${name}="`).test(all))).toEqual([['th', 'rowspan'], ['td', 'colspan']]);
  });

  it('is empty where nothing was written', () => {
    expect(throughEditor('')).toBe('');
    expect(throughEditor('<p></p>')).toBe('');
  });

  it('loses no word, picture, link, cell or item, however it is nested; and saved again it is the same', () => nothingIsLost(150));
});
