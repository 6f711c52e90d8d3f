const NAME = '公开 · 编辑后台';
const LANGUAGE = 'strapi-admin-language';
/** Kept by Strapi under the installation's uuid, which we have not (`"uuid": false`), and without one until it is known. */
const ADVERTISEMENTS = ['false', 'undefined', 'null'].map((uuid) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${uuid}`);

/** Strapi starts in English until somebody has chosen a language, on the login page too; these staff read Chinese. */
export const startInChinese = (): void => {
  if (!localStorage.getItem(LANGUAGE)) localStorage.setItem(LANGUAGE, 'zh-Hans');
  document.documentElement.lang = 'zh-Hans';
};

/** The band that advertises the new media library counts as read. */
export const withoutAdvertisements = (): void => {
  for (const key of ADVERTISEMENTS) localStorage.setItem(key, 'true');
};

/** Names of pages that Strapi writes into their titles past its translations. */
const PAGES: Record<string, string> = { Users: '账号', Roles: '角色', Profile: '个人信息', Webhooks: '对外通知' };

/** Strapi writes its own name behind every page's title and offers no setting for it. */
export const underOurName = (): void => {
  const rename = () => {
    const title = document.title === 'Strapi Admin' ? NAME : document.title.replace(/\| Strapi$/, `| ${NAME}`).replace(/\b[A-Z][a-z]+\b/, (word) => PAGES[word] ?? word);
    if (title !== document.title) document.title = title;
  };
  new MutationObserver(rename).observe(document.head, { childList: true, subtree: true, characterData: true });
  rename();
};
