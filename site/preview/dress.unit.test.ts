import { addressIn, dressed, redirectAddresses } from './dress.ts';

const dress = { base: '/writing/preview/t', siteUrl: 'http://portal.example', folder: 'gsgg/202611/0123456789', banner: '预览：未发布' };

test('styles, the icon and own files come through the CMS, everything else leads to the live site', () => {
  expect(addressIn(dress, '/_astro/site.abc.css')).toBe('/writing/preview/t/asset/site.abc.css');
  expect(addressIn(dress, '/favicon.svg')).toBe('/writing/preview/t/asset/favicon.svg');
  expect(addressIn(dress, '/gsgg/202611/0123456789/ab.docx')).toBe('/writing/preview/t/file/ab.docx');
  expect(addressIn(dress, '/gsgg/')).toBe('http://portal.example/gsgg/');
  expect(addressIn(dress, '/gsgg/202611/0123456789.html')).toBe('http://portal.example/gsgg/202611/0123456789.html');
  for (const untouched of ['#main', 'https://gov.example/', '//elsewhere.example/', 'mailto:a@b.example', 'page.html']) {
    expect(addressIn(dress, untouched)).toBe(untouched);
  }
});

test('every size of a picture is led through the CMS', () => {
  const picture = '<img src="/gsgg/202611/0123456789/a-480.webp" srcset="/gsgg/202611/0123456789/a-480.webp 480w, /gsgg/202611/0123456789/a-960.webp 960w" alt="图">';
  expect(redirectAddresses(picture, dress)).toBe(
    '<img src="/writing/preview/t/file/a-480.webp" srcset="/writing/preview/t/file/a-480.webp 480w, /writing/preview/t/file/a-960.webp 960w" alt="图">',
  );
});

test('a link to the live site opens beside the preview, an own file and a foreign address as they were', () => {
  expect(redirectAddresses('<a class="x" href="/bm/">部门</a>', dress)).toBe(
    '<a target="_blank" rel="noopener" class="x" href="http://portal.example/bm/">部门</a>',
  );
  expect(redirectAddresses('<a href="/gsgg/202611/0123456789/a.docx" download="甲 > 乙.docx">', dress)).toBe(
    '<a href="/writing/preview/t/file/a.docx" download="甲 > 乙.docx">',
  );
  expect(redirectAddresses('<a href="#main">', dress)).toBe('<a href="#main">');
});

test('text that looks like an address is text', () => {
  const text = '<p>写作 href="/gsgg/" 或 src="/a.png"，1 < 2</p>';
  expect(redirectAddresses(text, dress)).toBe(text);
});

test('the page is kept from search engines and says that it is a preview; $-signs in a text do no harm', () => {
  const page = dressed('<html><head><title>t</title></head><body class="a"><main>$& 正文</main></body></html>', { ...dress, banner: '预览 <$&>' });
  expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(page).toContain('<body class="a"><p class="preview-strip" role="note">预览 &lt;$&amp;></p><main>$& 正文</main>');
});
