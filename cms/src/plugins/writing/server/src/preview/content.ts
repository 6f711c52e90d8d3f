import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../../review/server/src/actors';
import { readSnapshot } from '../../../../review/server/src/commands/draft';
import type { Content } from '../../../../review/server/src/content/content';
import type { Json } from '../../../../review/server/src/decisions/canonical';
import { contentHash } from '../../../../review/server/src/decisions/canonical';
import { forbidden, missing } from '../../../../review/server/src/errors';
import { rowFor } from '../../../../review/server/src/routes/panel';
import { readRevision } from '../../../../review/server/src/tables/revisions';
import type { PublicForm } from './public-form';
import { publicForm, withGapsNamed } from './public-form';
import type { Ticket } from './ticket';

interface Account {
  id: number;
  email: string;
  isActive: boolean | null;
  blocked: boolean | null;
  roles: { code: string }[];
}

/** Sizes of pictures are made once, not at every look at a draft; this many pictures are remembered. */
const REMEMBERED = 200;
const pictures = new Map<string, Content['images'][number]>();
const remember = (images: Content['images']): void => {
  for (const image of images) pictures.set(image.sha256, image);
  for (const sha256 of [...pictures.keys()].slice(0, Math.max(0, pictures.size - REMEMBERED))) pictures.delete(sha256);
};

const contentOf = async (strapi: Core.Strapi, { document, revision }: Ticket): Promise<{ content: Content; hash: string }> => {
  if (revision !== 'draft') {
    const found = await readRevision(strapi.db.connection, document, revision);
    if (!found) throw missing('没有这个版本。', '请关闭预览，刷新页面。');
    return { content: found.content as unknown as Content, hash: found.contentHash };
  }
  const { content } = await readSnapshot(strapi, document, [...pictures.values()]);
  remember(content.images);
  return { content: withGapsNamed(content), hash: contentHash(content as unknown as Json) };
};

/** One look: what a ticket shows, kept as long as the ticket lives, so that a page and its pictures are of one moment. */
interface Look {
  until: number;
  shown: Promise<PublicForm>;
}
const looks = new Map<string, Look>();

const sweep = (now: number): void => {
  for (const [key, { until }] of looks) if (until <= now) looks.delete(key);
};

/**
 * What a ticket shows. Whether its account may see the document is asked again at every request: rights may have been taken away since.
 * @throws Refusal where they have
 */
export const shownBy = async (strapi: Core.Strapi, signed: string, ticket: Ticket): Promise<PublicForm> => {
  const account = (await strapi.db.query('admin::user').findOne({ where: { id: Number(ticket.account) }, populate: ['roles'] })) as Account | null;
  if (!account || account.isActive !== true || account.blocked === true) throw forbidden('MAY_NOT', '您的账号已停用，不能预览。', '');
  const row = await rowFor(strapi, await actorOf(strapi, account), ticket.document);
  const now = Date.now();
  sweep(now);
  const known = looks.get(signed);
  if (known) return known.shown;
  const shown = contentOf(strapi, ticket).then(({ content, hash }) => publicForm(strapi.db.connection, row, content, hash, new Date(now).toISOString()));
  looks.set(signed, { until: ticket.until, shown });
  shown.catch(() => looks.delete(signed));
  return shown;
};
