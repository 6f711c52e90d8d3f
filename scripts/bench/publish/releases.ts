import { shanghaiMonth } from './shanghai-month.ts';
import type { PortalAtSize } from './portal-at-size.ts';
import { placesOf, untilSeen, type Places } from './sight.ts';

const COLUMNS = ['szyw', 'gsgg', 'zcjd', 'bmdt', 'gwzx', 'xsdt'];
const ATTACHMENT_EVERY = 3;
/** Words of their own, so that a search for them finds nothing else. */
const PLACES = ['槐荫', '澴川', '白沙', '双峰', '天紫', '金神', '观音', '汤池', '老府', '朋兴'];
/** A word no other text has, one for each number: what is looked for after a leak must not stand elsewhere by accident. */
const RARE = '皛淼焱垚犇羴骉麤猋毳';
const wordOf = (number: number): string => String(number + 100_000).replace(/\d/g, (digit) => RARE[Number(digit)] ?? '');
const MATTERS = ['灯光球场', '口袋公园', '便民菜市', '雨水管网', '候车亭廊', '健身步道', '充电车棚', '休闲驿站', '智慧书屋', '社区食堂'];

export interface Released {
  documentId: string;
  id: string;
  title: string;
  /** The word only this document has. */
  word: string;
  body: string;
  places: Places;
  attachments: { name: string; text: string }[];
}

/** A document ready for release: written, and passed by both heads. */
export const readyForRelease = async ({ portal, settings }: PortalAtSize, number: number): Promise<Released> => {
  const column = COLUMNS[number % COLUMNS.length] ?? 'szyw';
  const word = wordOf(number);
  const title = `${PLACES[number % 10]}街道${MATTERS[Math.floor(number / 10 + number) % 10]}${word}建设公告`;
  const body = `${title}。${PLACES[(number + 3) % 10]}片区的${word}工程由试运行小组办理，验收口令为“${PLACES[(number + 7) % 10]}乙亥${word}”。`;
  const attachments = number % ATTACHMENT_EVERY === 0 ? [{ name: `附件${number}.txt`, text: `附件内容 ${number} ${Math.random()}` }] : [];
  const files = [];
  for (const { name, text } of attachments) files.push((await portal.uploader.upload(name, Buffer.from(text), 'text/plain')).id);
  const draft = await portal.uploader.create({ title, columnCode: column, departmentCode: 'szf', body: `<p>${body}</p>`, source: '市政府办公室', keywords: '建设', attachments: files });
  await portal.uploader.act(draft.documentId, 'submit', { acceptWarnings: '测量用的内容' });
  await portal.deputy.act(draft.documentId, 'first-approve');
  await portal.head.act(draft.documentId, 'final-approve');
  return { documentId: draft.documentId, id: draft.publicId, title, word, body, attachments, places: placesOf(settings, column, shanghaiMonth(new Date()), draft.publicId) };
};

/** One measurement, from sending the request until a reader meets it everywhere (or nowhere), and its two parts. */
export interface Sighting {
  totalMs: number;
  /** Until page, column, month, feed and sitemap. */
  placesMs: number;
  /** From then until the search, asked by a browser that was never there. */
  searchMs: number;
}

/** Releases one and waits until a reader meets it everywhere. */
export const timedRelease = async (at: PortalAtSize, document: Released): Promise<Sighting> => {
  const { version } = await at.portal.releaser.panel(document.documentId);
  const begun = performance.now();
  const [, seen] = await Promise.all([at.portal.releaser.act(document.documentId, 'release', { version, acceptWarnings: '测量用的内容' }), untilSeen(at, document, true)]);
  return { totalMs: performance.now() - begun, ...seen };
};

/** Withdraws one and waits until no reader meets it any more. */
export const timedWithdrawal = async (at: PortalAtSize, document: Released, kind: 'error' | 'leak'): Promise<Sighting> => {
  if (kind === 'error') await at.portal.deputy.act(document.documentId, 'propose-withdrawal', { reason: '发布错误' });
  const { version } = await at.portal.head.panel(document.documentId);
  const begun = performance.now();
  const [, seen] = await Promise.all([
    at.portal.head.act(document.documentId, 'confirm-withdrawal', { version, ...(kind === 'leak' ? { kind, reason: '涉密' } : {}) }),
    untilSeen(at, document, false),
  ]);
  return { totalMs: performance.now() - begun, ...seen };
};
