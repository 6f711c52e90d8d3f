import fc from 'fast-check';
import { CONTEXTS, VECTORS } from './attacks';
import { sanitiseBody, textOf } from './sanitise';
import { faultsOf, sound, tagSoup } from './tag-soup';

describe('what judges the sanitiser', () => {
  it('finds the faults of a text that was not sanitised', () => {
    expect(faultsOf('<p onclick="x">甲</p>')).toEqual(['p onclick']);
    expect(faultsOf('<script>x</script><a href="javascript:x">甲</a>')).toContain('<script>');
    expect(faultsOf('<a href="javascript:x">甲</a>')).toContain('href javascript:x');
    expect(faultsOf('<p class="evil" id="search">甲</p>')).toEqual(['class evil', 'id search']);
  });
});

describe('known attacks', () => {
  it('are more than four thousand', () => {
    expect(new Set(VECTORS.flatMap((vector) => CONTEXTS.map((context) => context(vector)))).size).toBeGreaterThan(4_000);
    expect(new Set(VECTORS).size).toBeGreaterThan(150);
  });

  it.each(CONTEXTS.map((context, index) => [context('…').slice(0, 60), index] as const))('do nothing in %s', (_name, index) => {
    const context = CONTEXTS[index];
    // Every fourth in each context, others in the next; all of them in the long tests.
    const broken = VECTORS.filter((_, place) => (place + index) % 4 === 0)
      .map((vector) => context?.(vector) ?? '')
      .map((html) => ({ html, faults: sound(html) }))
      .filter(({ faults }) => faults.length > 0);
    expect(broken).toEqual([]);
  });
});

describe('whatever is thrown at it', () => {
  it('nothing dangerous comes through, and what comes through stays as it is', () => {
    fc.assert(fc.property(tagSoup, (html) => sound(html).length === 0), { numRuns: 1_000 });
  });

  it('text that is only text comes through as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '<', '>', '&', '"', '〔', '，'), maxLength: 60 }), (text) => {
        const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
        expect(textOf(sanitiseBody(`<p>${escaped}</p>`))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the one form of a body', () => {
  it.each([
    ['alignment is a class', '<p style="text-align: center">甲</p><p align=right>乙</p>', '<p class="align-center">甲</p><p class="align-right">乙</p>'],
    ['a first-line indent is a class', '<p style="text-indent:32pt">甲</p><p style="text-indent:2em">乙</p><p style="text-indent:3pt">丙</p>', '<p class="indent">甲</p><p class="indent">乙</p><p>丙</p>'],
    ['classes stand in one order, each once', '<p class="align-center title x title">甲</p>', '<p class="title align-center">甲</p>'],
    ['boxes become paragraphs where they are some', '<div>甲<p>乙</p>丙</div><div><div>丁</div></div>', '<p>甲</p><p>乙</p><p>丙</p><p>丁</p>'],
    ['headings keep within the three levels', '<h1>甲</h1><h5>乙</h5><h6>丙</h6>', '<h2>甲</h2><h4>乙</h4><h4>丙</h4>'],
    ['names within the text are ours', '<p><a name="top"></a><a href="#top">回</a></p>', '<p><a id="t-top"></a><a href="#t-top">回</a></p>'],
    [
      'footnotes keep their names',
      '<p>甲<sup><a href="#fn-1" id="fnref-1">[1]</a></sup></p><p id="fn-1" class="footnote"><a href="#fnref-1">[1]</a> 注</p>',
      null,
    ],
    [
      'tables keep caption, scopes and merged cells, and get their tbody',
      '<table><caption>表一</caption><thead><tr><th scope="col" colspan="2">甲</th></tr></thead><tr><td rowspan="2">乙</td><td>丙</td></tr><tr><td>丁</td></tr></table>',
      '<table><caption>表一</caption><thead><tr><th colspan="2" scope="col">甲</th></tr></thead><tbody><tr><td rowspan="2">乙</td><td>丙</td></tr><tr><td>丁</td></tr></tbody></table>',
    ],
    ['pictures only from here', '<img src="/uploads/a.png" alt="甲"><img src="https://x.example/a.png">', '<img src="/uploads/a.png" alt="甲" />'],
    ['words against the grammar stay', '<table>甲<tr><td>乙</table><li>丙', '甲<table><tbody><tr><td>乙</td></tr></tbody></table><li>丙</li>'],
  ])('%s', (_name, html, expected) => {
    expect(sanitiseBody(html)).toBe(expected ?? html);
  });

  it('takes time in proportion to length', () => {
    const time = (length: number): number => {
      const html = '<p class="indent">关于做好冬季供暖保障工作的通告，<strong>请遵照执行</strong>。</p><table><tr><td colspan="2">甲</td></tr></table>'.repeat(length / 110);
      const begun = performance.now();
      sanitiseBody(html);
      return performance.now() - begun;
    };
    time(20_000);
    const [small, large] = [time(50_000), time(500_000)];
    expect(large).toBeLessThan(small * 40 + 200);
    expect(time(100_000)).toBeLessThan(2_000);
    const begun = performance.now();
    for (const worst of ['<a>', '<p><table><td>', '<strong><em>', '<', '&', '<div>', '</p>', '<li><ul>']) sanitiseBody(worst.repeat(100_000 / worst.length));
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
