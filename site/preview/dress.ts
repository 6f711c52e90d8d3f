/** How a rendered page is changed to be looked at from the admin. Pure; what it changes is all a preview differs in from the page. */

export interface Dress {
  /** Where the preview stands on the CMS: `/writing/preview/<ticket>`. */
  base: string;
  /** Public address of the site, without a slash at the end. */
  siteUrl: string;
  /** Folder of the document's own files on the site, `<column>/<month>/<id>`. */
  folder: string;
  /** What the strip on top says. */
  banner: string;
}

/** A tag with its attributes; the renderer writes every value in double quotes, and a `>` may stand inside one. */
const TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/gi;
const ADDRESS = /\s(href|src|srcset|action)="([^"]*)"/g;

/** Where an address of the site leads from a preview. */
export function addressIn({ base, siteUrl, folder }: Omit<Dress, 'banner'>, address: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  if (address.startsWith('/_astro/')) return `${base}/asset/${address.slice('/_astro/'.length)}`;
  if (address === '/favicon.svg') return `${base}/asset/favicon.svg`;
  if (address.startsWith(`/${folder}/`)) return `${base}/file/${address.slice(folder.length + 2)}`;
  return siteUrl + address;
}

/** Pictures, styles and files come from the CMS; links lead to the live site, in a window of their own. */
export function redirectAddresses(html: string, dress: Omit<Dress, 'banner'>): string {
  return html.replace(TAG, (tag) => {
    const changed = tag.replace(ADDRESS, (_whole, name: string, value: string) => {
      const led = name === 'srcset' ? value.split(', ').map((part) => addressIn(dress, part)).join(', ') : addressIn(dress, value);
      return ` ${name}="${led}"`;
    });
    const leavesPreview = /^<(a|form)\s/i.test(tag) && changed !== tag && !changed.includes(`"${dress.base}/`);
    return leavesPreview ? changed.replace(/^<(a|form)/i, '<$1 target="_blank" rel="noopener"') : changed;
  });
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The page with its strip, kept from search engines; `<main>` keeps its bytes but for the addresses. */
export function dressed(html: string, dress: Dress): string {
  const head = `<meta name="robots" content="noindex, nofollow"><link rel="stylesheet" href="${dress.base}/asset/preview.css">`;
  const strip = `<p class="preview-strip" role="note">${escaped(dress.banner)}</p>`;
  return redirectAddresses(html, dress).replace('</head>', () => `${head}</head>`).replace(/<body[^>]*>/, (body) => body + strip);
}

/** Style of the strip: not among the site's styles, which readers load. */
export const STRIP_STYLE = `.preview-strip{position:sticky;top:0;z-index:100;margin:0;padding:.5rem 1rem;background:#8a1f11;color:#fff;font-weight:700;text-align:center;font-size:1rem;line-height:1.5}
@media print{.preview-strip{position:static;background:none;color:#000;border:1px solid #000}}
`;
