import { createReadStream, existsSync } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { environment } from '../../../../environment';
import { failpoint } from '../../../../failpoint';
import { onEvents } from '../../../review/server/src/door';
import { forbidden, missing } from '../../../review/server/src/errors';
import { bears } from '../../../review/server/src/routes/operator';
import { blobs } from '../../../review/server/src/stores';
import { isPublicFile } from '../../../review/server/src/tables/public-files';
import { acknowledge } from './acknowledge';
import { Dispatcher } from './dispatcher';
import { changesAfter, feedText } from './feed';

interface Context {
  request: { body: unknown; headers: Record<string, string | undefined> };
  query: Record<string, string | undefined>;
  params: Record<string, string>;
  body: unknown;
  type: string;
  set(name: string, value: string): void;
}

const MOST_EVENTS = 1000;

const publisherOnly = (ctx: Context): void => {
  if (!bears(ctx.request.headers.authorization, environment().feedToken)) {
    throw forbidden('MAY_NOT', '需要变更流令牌（FEED_TOKEN）。', '发布机的令牌在数据目录的 secrets.json 里。');
  }
};

const whole = (value: string | undefined, fallback: number, most: number): number => {
  const number = Number(value ?? fallback);
  return Number.isInteger(number) && number >= 0 ? Math.min(number, most) : fallback;
};

let dispatcher: Dispatcher | undefined;

const controller = ({ strapi }: { strapi: Core.Strapi }) => ({
  async changes(ctx: Context) {
    publisherOnly(ctx);
    const after = whole(ctx.query.after, 0, Number.MAX_SAFE_INTEGER);
    const limit = whole(ctx.query.limit, MOST_EVENTS, MOST_EVENTS) || MOST_EVENTS;
    ctx.type = 'application/x-ndjson; charset=utf-8';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = feedText(await changesAfter(strapi.db.connection, after, limit));
  },
  async blob(ctx: Context) {
    publisherOnly(ctx);
    const sha256 = ctx.params.sha256 ?? '';
    if (!/^[0-9a-f]{64}$/.test(sha256) || !(await isPublicFile(strapi.db.connection, sha256)) || !existsSync(blobs().path(sha256))) {
      throw missing('没有这个公开文件。', '');
    }
    ctx.type = 'application/octet-stream';
    ctx.body = createReadStream(blobs().path(sha256));
  },
  async acknowledge(ctx: Context) {
    publisherOnly(ctx);
    ctx.body = await acknowledge(strapi, ctx.request.body);
    failpoint('cms-after-acknowledgement');
  },
});

/** 发布: the change feed, the outbox of signed webhooks, the publisher's acknowledgements. */
export default {
  bootstrap({ strapi }: { strapi: Core.Strapi }) {
    dispatcher = new Dispatcher(strapi);
    onEvents(() => dispatcher?.nudge());
    dispatcher.nudge();
  },
  async destroy() {
    await dispatcher?.stop();
  },
  controllers: { publication: controller },
  routes: {
    'content-api': {
      type: 'content-api',
      routes: [
        { method: 'GET', path: '/changes', handler: 'publication.changes', config: { auth: false } },
        { method: 'GET', path: '/blobs/:sha256', handler: 'publication.blob', config: { auth: false } },
        { method: 'POST', path: '/acknowledgements', handler: 'publication.acknowledge', config: { auth: false } },
      ],
    },
  },
};
