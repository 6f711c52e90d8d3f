import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../../review/server/src/actors';
import { invalid } from '../../../../review/server/src/errors';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { shanghaiDay } from '../../../../review/server/src/decisions/calendar';
import type { NewWord } from '../commands/change-words';
import { changeWords } from '../commands/change-words';
import { runChecks } from '../decisions/registry';
import { readBody } from '../decisions/text/body';
import { currentLists, currentVersion, newestVersions, storedWords } from '../tables/words';

const text = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').trim() : '');

const newWord = (value: unknown): NewWord => {
  const row = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const list = row.list;
  if (list !== 'forbidden' && list !== 'wrong' && list !== 'leader') throw invalid('INVALID', '词表应为禁用词、错别字或领导名单。', '请重新选择。');
  return {
    list,
    word: text(row.word),
    replacement: text(row.replacement),
    severity: row.severity === 'stop' ? 'stop' : 'warn',
    note: text(row.note),
    titles: Array.isArray(row.titles) ? row.titles.map(text).filter((title) => title !== '') : [],
  };
};

const LONGEST_TRIAL = 20_000;
const asParagraphs = (given: string): string =>
  given.split(/\n+/).map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`).join('');

/** 词表, for the security administrator. */
export const wordsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /checks/words */
  async list(ctx: AdminContext) {
    const knex = strapi.db.connection;
    ctx.body = { version: await currentVersion(knex), words: await storedWords(knex), versions: await newestVersions(knex) };
  },
  /** POST /checks/words, body {version, add, remove, note} */
  async change(ctx: AdminContext) {
    const { version, add, remove, note } = ctx.request.body;
    if (!Number.isInteger(version)) throw invalid('INVALID', '缺少版本号（version）。', '请刷新页面后再改。');
    await changeWords(strapi, await actorOf(strapi, ctx.state.user), {
      version: version as number,
      add: Array.isArray(add) ? add.map(newWord) : [],
      remove: Array.isArray(remove) ? remove.filter((id): id is string => typeof id === 'string') : [],
      note: text(note).slice(0, 500),
    });
    await this.list(ctx);
  },
  /** POST /checks/words/try, body {text}: what the lists and the other checks of text would say. Nothing is kept. */
  async try(ctx: AdminContext) {
    const given = text(ctx.request.body.text).slice(0, LONGEST_TRIAL);
    const lists = await currentLists(strapi.db.connection);
    const found = runChecks({
      title: '试查', summary: '', source: '试查', author: '', keywords: [], issuer: '', documentNumber: '', writtenOn: null, validity: null, column: '试查', department: '试查',
      body: readBody(asParagraphs(given)),
      attachments: [],
      facts: { today: shanghaiDay(new Date().toISOString()), columnKind: 'news', titlesInUse: [], words: lists.words, leaders: lists.leaders, repealedBy: [], repeals: [], lostRelations: [], links: {} },
    });
    ctx.body = { findings: found.filter((finding) => finding.place.part === 'body' && finding.check !== 'named-attachment'), listVersion: lists.version };
  },
});
