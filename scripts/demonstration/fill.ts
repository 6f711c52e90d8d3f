import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk, operate, type Desk } from '../desk/desk.ts';
import type { Settings } from '../settings.ts';
import { makeAttachment, MEDIA_TYPES } from './attachments.ts';
import { columns } from './columns.ts';
import { departments } from './departments.ts';
import { documents, drafts } from './documents.ts';
import { imported, takeLaterSteps } from './later-steps.ts';
import { makePicture, type PictureName } from './pictures.ts';
import { staff } from './staff.ts';
import type { DemonstrationDocument, DemonstrationDraft } from './types.ts';

const SOURCE = 'demonstration';
const ROWS_PER_BATCH = 40;
const PIN_DAYS = 30;
const BREAK_GLASS = 'yingji@gongkai.example';

export interface Account {
  email: string;
  password: string;
  role: string;
  name: string;
}

const accountsFile = (settings: Settings): string => join(settings.dataFolder, 'accounts.json');

/** Accounts of the demonstration with their passwords, as kept since the first start. */
export const readAccounts = (settings: Settings): Account[] =>
  existsSync(accountsFile(settings)) ? (JSON.parse(readFileSync(accountsFile(settings), 'utf8')) as Account[]) : [];

/** Makes the accounts; passwords are told once, so they are kept at once. */
export const makeAccounts = async (settings: Settings): Promise<Account[]> => {
  const { created } = await operate<{ created: Account[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', {
    superAdministrator: { email: BREAK_GLASS },
    accounts: staff.map(({ email, displayName, role, departments: own }) => ({ email, name: displayName, role, departments: own })),
  });
  const accounts = [...readAccounts(settings), ...created];
  writeFileSync(accountsFile(settings), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  return accounts;
};

const picturesOf = async (document: Pick<DemonstrationDocument, 'images'>) =>
  Promise.all(
    (document.images ?? []).map(async ({ picture, alt }) => ({
      ref: picture,
      name: `${alt.slice(0, 30)}.png`,
      base64: (await makePicture(picture)).toString('base64'),
      mediaType: 'image/png',
      alt,
    })),
  );

const attachmentsOf = (document: Pick<DemonstrationDocument, 'attachments'>) =>
  (document.attachments ?? []).map((attachment, index) => ({
    ref: `attachment-${index}`,
    name: attachment.name,
    base64: makeAttachment(attachment).toString('base64'),
    mediaType: MEDIA_TYPES[attachment.make],
  }));

const rowOf = async (document: DemonstrationDocument, line: number) => {
  const { images: _images, attachments: _attachments, corrections: _corrections, pinned, source, body, ...rest } = document;
  return {
    ...rest,
    line,
    sourceName: source,
    body: body.replaceAll('src="picture:', 'src="file:'),
    files: [...(await picturesOf(document)), ...attachmentsOf(document)],
    ...(pinned ? { pinnedUntil: new Date(Date.now() + PIN_DAYS * 24 * 3600 * 1000).toISOString() } : {}),
  };
};

/** Documents that others speak of go first. */
const inOrder = (all: DemonstrationDocument[]): DemonstrationDocument[] => {
  const byKey = new Map(all.map((document) => [document.key, document]));
  const ordered = new Set<DemonstrationDocument>();
  const visit = (document: DemonstrationDocument): void => {
    if (ordered.has(document)) return;
    for (const keys of Object.values(document.relations ?? {})) for (const key of keys ?? []) visit(byKey.get(key) as DemonstrationDocument);
    ordered.add(document);
  };
  all.forEach(visit);
  return [...ordered];
};

/** What was published over three years comes in by import: it carries its own dates. */
const importDocuments = async (settings: Settings, say: (detail: string) => void): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  const ordered = inOrder(imported);
  for (let from = 0; from < ordered.length; from += ROWS_PER_BATCH) {
    const rows = await Promise.all(ordered.slice(from, from + ROWS_PER_BATCH).map((document, index) => rowOf(document, from + index + 1)));
    const { results } = await operate<{ results: { key: string; outcome: string; id?: string; code?: string; message?: string }[] }>(
      settings.cmsUrl,
      settings.secrets.operatorToken,
      'import',
      { source: SOURCE, rows },
    );
    for (const { key, outcome, id, code, message } of results) {
      // A second fill meets pictures and pins with other bytes and dates; what is there is there.
      if (outcome === 'refused' && code !== 'CHANGED_SINCE') throw new Error(`演示内容 ${key} 没有导入：${message}（${code}）`);
      if (id) ids.set(key, id);
    }
    say(`${Math.min(from + ROWS_PER_BATCH, ordered.length)} / ${ordered.length} 条`);
  }
  return ids;
};

const PASSAGE = ['draft', 'submitted', 'first-approved', 'approved'] as const;

class Staff {
  readonly #settings: Settings;
  readonly #accounts: Account[];
  readonly #desks = new Map<string, Promise<Desk>>();

  constructor(settings: Settings, accounts: Account[]) {
    this.#settings = settings;
    this.#accounts = accounts;
  }

  byEmail(email: string): Promise<Desk> {
    const account = this.#accounts.find((candidate) => candidate.email === email);
    if (!account) throw new Error(`演示账号 ${email} 没有密码；请换一个新的数据目录重新开始`);
    const desk = this.#desks.get(email) ?? openDesk(this.#settings.cmsUrl, account.email, account.password);
    this.#desks.set(email, desk);
    return desk;
  }

  byRole(role: string): Promise<Desk> {
    return this.byEmail(this.#accounts.find((account) => account.role === role)?.email ?? role);
  }
}

/** A document on its way is written and passed on by the people who would do it. */
const takeDraft = async (draft: DemonstrationDraft, people: Staff, ids: Map<string, string>): Promise<void> => {
  const author = await people.byEmail(draft.uploader);
  const { key: _key, column, department, stage, uploader: _uploader, reason, relations, attachments: _attachments, images, body, keywords, ...fields } = draft;
  let text = body;
  for (const { picture, alt } of images ?? []) {
    const file = await author.upload(`${alt.slice(0, 30)}.png`, await makePicture(picture as PictureName), 'image/png', alt);
    text = text.replaceAll(`picture:${picture}`, file.url);
  }
  const attachments: number[] = [];
  for (const file of attachmentsOf(draft)) attachments.push((await author.upload(file.name, Buffer.from(file.base64, 'base64'), file.mediaType)).id);
  const related = Object.fromEntries(Object.entries(relations ?? {}).map(([kind, keys]) => [kind, (keys ?? []).map((other) => ids.get(other)).filter(Boolean)]));
  const { documentId } = await author.create({ ...fields, ...related, columnCode: column, departmentCode: department, body: text, keywords: keywords.join('，'), attachments });
  if (stage === 'draft') return;
  await author.act(documentId, 'submit');
  if (stage === 'returned') {
    await (await people.byRole('deputy-head')).act(documentId, 'return', { reason: reason ?? '请补充。' });
    return;
  }
  const reached = PASSAGE.indexOf(stage);
  if (reached >= PASSAGE.indexOf('first-approved')) await (await people.byRole('deputy-head')).act(documentId, 'first-approve');
  if (reached >= PASSAGE.indexOf('approved')) await (await people.byRole('head')).act(documentId, 'final-approve');
};

/**
 * Fills an empty portal with the demonstration: columns, departments, staff, three years of documents, and some on their way through the
 * review. Interrupted, it may simply run again.
 * @param say told how far it is
 */
export const fillDemonstration = async (settings: Settings, say: (detail: string) => void = () => undefined): Promise<void> => {
  say('栏目和部门');
  await operate(settings.cmsUrl, settings.secrets.operatorToken, 'reference', { columns, departments });
  const accounts = await makeAccounts(settings);
  const ids = await importDocuments(settings, say);
  const people = new Staff(settings, accounts);
  const author = await people.byRole('head');
  const { results: present } = await author.ask<{ results: { title: string }[] }>(
    'GET',
    '/content-manager/collection-types/api::document.document?page=1&pageSize=100&sort=id:DESC',
  );
  const titles = new Set(present.map((document) => document.title));
  for (const draft of drafts) {
    if (titles.has(draft.title)) continue;
    say(`在办信息：${draft.title}`);
    await takeDraft(draft, people, ids);
  }
  say('更正和撤回');
  await takeLaterSteps(people);
  say(`${documents.length} 条公开信息，${drafts.length} 条在办`);
};
