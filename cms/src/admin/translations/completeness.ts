import type { Strings } from './shipped';

/** Strings that no screen of ours can show, each with its reason. */
export const NEVER_SHOWN: { keys: RegExp; reason: string }[] = [
  { keys: /^content-releases\./, reason: 'licensed: its screens are not registered without a licence (and STRAPI_DISABLE_EE)' },
  { keys: /^review-workflows\./, reason: 'licensed, as above' },
  { keys: /^Settings\.page\.[Pp]urchase/, reason: 'advertisements, off by `flags.promoteEE`' },
  { keys: /^app\.components\.(FreeTrial|UpsellBanner|LeftMenu\.trialCountdown)/, reason: 'shown during a trial licence only' },
  { keys: /^app\.components\.NpsSurvey\./, reason: 'survey, off by `flags.nps`' },
  { keys: /^content-type-builder\.chat\./, reason: 'paid AI assistant of a page that is taken out (`app.tsx`)' },
];

/** Names, formats and keys that Chinese offices write in Latin letters too. */
const LATIN = [
  ...['PDF', 'CSV', 'JSON', 'UID', 'GIF', 'KB', 'MB', 'jpeg', 'jpg', 'png', 'svg', 'SMTP', 'TLS', 'DKIM', 'OAuth2', 'GraphQL', 'Sentry'],
  ...['Ctrl', 'Cmd', 'Command', 'Shift', 'Enter', 'Esc', 'noopener', 'nofollow', 'noreferrer', '_blank', '_self', '_parent', '_top'],
];

/** Models come from files in git and their pages are taken out: of these a stray technical word harms nobody. */
const FOR_PROGRAMMERS = /^content-type-builder\./;

const isShown = (key: string): boolean => !NEVER_SHOWN.some(({ keys }) => keys.test(key));

/** What a person reads of a message: its words without tags, names in braces, and the keywords of plurals and choices. */
export const wordsOf = (message: string): string =>
  message
    .replace(/<\/?\w+\s*\/?>/g, ' ')
    .replace(/\{\w+(\s*,\s*(number|date|time)\s*)?\}/g, ' ')
    .replace(/\{\w+,\s*(plural|select|selectordinal)\s*,/g, ' ')
    .replace(/=?\w+\s*\{/g, ' ')
    .replace(/[\w.-]+@[\w.-]+/g, ' ');

const isChinese = (message: string): boolean => {
  const words = wordsOf(message);
  return /\p{Script=Han}/u.test(words) || (words.match(/[\w]+/g) ?? []).every((word) => LATIN.includes(word) || !/[A-Za-z]{2}/.test(word));
};

/**
 * Keys that people would see in English: without Chinese at the key the admin looks up, or with words of English left where Chinese
 * should be.
 */
export const keysInEnglish = (english: Strings, chinese: Strings): string[] =>
  Object.keys(english).filter((key) => isShown(key) && !isChinese(chinese[key] ?? english[key] ?? ''));

/** Chinese strings with an English word in their midst, as `key: words`. */
export const strayWords = (chinese: Strings): string[] =>
  Object.entries(chinese).flatMap(([key, message]) => {
    if (!isShown(key) || FOR_PROGRAMMERS.test(key)) return [];
    const stray = (wordsOf(message).match(/\w*[A-Za-z]{2,}\w*/g) ?? []).filter((word) => !LATIN.includes(word));
    return stray.length > 0 ? [`${key}: ${stray.join(' ')}`] : [];
  });
