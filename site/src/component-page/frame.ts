import type { Frame } from '../../page-data/types.ts';

/** A frame for examples: a page of no portal. */
export const frame: Frame = {
  title: '组件',
  canonical: 'http://127.0.0.1:8080/_components.html',
  meta: { SiteName: '孝感市人民政府门户网站（演示）', SiteDomain: '127.0.0.1', SiteIDCode: '0000000000（演示）' },
  breadcrumb: [
    { href: '/', text: '首页' },
    { href: '/zcwj/', text: '政策文件' },
    { href: '/zcwj/202611/', text: '2026年11月' },
  ],
  section: 'policy',
  feeds: [],
  image: null,
  structuredData: [],
  robots: 'noindex',
};
