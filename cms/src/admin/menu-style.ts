/**
 * What Strapi's menu offers no setting for, done by style; for people's sake only, the server decides what may be done.
 *
 * - Its left menu shows pictures without words; here each has its name under it.
 * - Its settings are offered to everybody, and with them its market and an overview of itself.
 * - Beside a document it lists all types of content; each list has its own entry in our menu.
 */
const STYLE = `
  nav:not([aria-label]) li:has(a[href^='https://market.strapi.io']),
  html:not([data-settings='yes']) nav:not([aria-label]) li:has(a[href$='/admin/settings']),
  nav li:has(a[href$='/settings/application-infos']),
  div:has(> nav[aria-label='内容']) { display: none; }

  @media (min-width: 1080px) {
    nav:not([aria-label]) { width: 8rem; }
    nav:not([aria-label]) { align-items: center; }
    nav:not([aria-label]) ul { gap: 0.4rem; }
    nav:not([aria-label]) li, nav:not([aria-label]) li > span { width: 100%; }
    nav:not([aria-label]) li a[aria-label] {
      display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 0.4rem;
      width: 100%; height: auto; padding: 0.8rem 0.2rem; text-decoration: none;
    }
    nav:not([aria-label]) li a[aria-label]::after { content: attr(aria-label); font-size: 1.2rem; line-height: 1.2; color: #4a4a6a; }
    nav:not([aria-label]) li a[aria-current='page']::after { color: #0b4a99; font-weight: 600; }
  }
`;

/** To be called once, when the admin starts. */
export const styleMenu = (): void => {
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
};
