import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openLastingBrowser, type LastingBrowser } from '../browser/lasting-browser.ts';
import { columns } from '../demonstration/columns.ts';
import { departments } from '../demonstration/departments.ts';
import { openDesk, operate, type Desk } from '../desk/desk.ts';
import { buildCms } from '../processes/cms-build.ts';
import { cmsEnvironment, type Settings } from '../settings.ts';
import { Chance } from '../../site/build/fixtures/imagined-city.ts';
import { removeTrial, startCms, trialSettings, type Part } from './trial.ts';

/**
 * No text is lost by interruptions while writing (docs/failure.md, "Text that is being written"). Somebody types numbered marks into a
 * document's form in a real browser; at random moments the CMS is killed, the browser is killed (its storage stays), the line goes, the
 * page is loaded anew, a second window writes too. Afterwards every mark must be there that the screen had confirmed, and every mark
 * typed `LOCAL_WITHIN_MS` before the interruption, confirmed or not, since the browser's storage survives all of them.
 *
 * `GONGKAI_INTERRUPTIONS` sets how many, `GONGKAI_SEED` repeats a run.
 */
const INTERRUPTIONS = Number(process.env.GONGKAI_INTERRUPTIONS ?? 20);
const SEED = Number(process.env.GONGKAI_SEED ?? Date.now() % 1_000_000);
/** What was typed longer ago than this is on the disk of the browser: a moment to gather and the disk's own time. */
const LOCAL_WITHIN_MS = 1_500;
const MINUTE_MS = 60_000;

const EDIT = '/admin/content-manager/collection-types/api::document.document';
const KINDS = ['kill the CMS', 'kill the browser', 'go offline', 'reload', 'second window'] as const;
type Kind = (typeof KINDS)[number];
const FIELDS = ['title', 'summary', 'body'] as const;
type FieldName = (typeof FIELDS)[number];

/** A mark, and how far it was known to have got. */
interface Mark {
  text: string;
  field: FieldName;
  typedAt: number;
  confirmed: boolean;
}

const chance = new Chance(SEED);
const pick = <T>(list: readonly T[]): T => list[chance.below(list.length)] as T;

let settings: Settings;
let cms: Part;
let desk: Desk;
let profile: string;
let context: LastingBrowser;
let page: Page;
let account: { email: string; password: string };
let documentId: string;

/** The text of a field's input, wherever the caret is; the body is an editor of its own. */
const input = (of: Page, field: FieldName) =>
  field === 'body' ? of.locator('.ProseMirror, .cm-content, .CodeMirror').first() : of.locator(`[name=${field}]`).first();

/** Types at the end of a field as a person does, by keys. */
const typeInto = async (of: Page, field: FieldName, text: string): Promise<void> => {
  await input(of, field).click({ timeout: 15_000 });
  await of.keyboard.press('ControlOrMeta+End');
  await of.keyboard.type(text);
};

const textOf = async (of: Page, field: FieldName): Promise<string> =>
  field === 'body' ? ((await input(of, field).textContent()) ?? '') : input(of, field).inputValue();

/** Whether the screen says that everything in the form is kept, on the server or here. */
const saysKept = (of: Page): Promise<boolean> =>
  of.evaluate(() => {
    const zone = document.querySelector('[data-autosave]');
    return /已自动保存|保存在本机/.test(zone?.querySelector('[role=status]')?.textContent ?? '');
  });

const logIn = async (of: Page): Promise<void> => {
  await of.fill('input[name=email]', account.email);
  await of.fill('input[name=password]', account.password);
  await of.click('button[type=submit]');
  await of.waitForURL((url) => !url.pathname.includes('/auth/'));
};

/** Opens the form, answers every question about kept text with "restore", and waits until it may be typed into. */
const openForm = async (of: Page): Promise<void> => {
  await of.goto(`${settings.cmsUrl}${EDIT}/${documentId}`, { waitUntil: 'domcontentloaded' });
  await of.locator('[name=title], input[name=email]').first().waitFor({ timeout: MINUTE_MS });
  if (of.url().includes('/auth/')) {
    await logIn(of);
    await of.goto(`${settings.cmsUrl}${EDIT}/${documentId}`);
    await of.locator('[name=title]').first().waitFor({ timeout: MINUTE_MS });
  }
  await restoreAll(of);
};

const marksIn = (text: string): string[] => text.match(/=\d+=/g) ?? [];

/**
 * Answers a dialog that puts two texts side by side as somebody does who wants to keep most: field by field the side with more marks.
 * Marks that only the other side shows are given up by choice; they were there to be chosen.
 */
const choose = async (of: Page, button: RegExp): Promise<void> => {
  const dialog = of.getByRole('dialog');
  for (const row of await dialog.locator('[data-field]').all()) {
    const [mine = '', theirs = ''] = await row.getByRole('region').allTextContents();
    const takesMine = marksIn(mine).length >= marksIn(theirs).length;
    const radio = row.getByRole('radio').nth(takesMine ? 0 : 1);
    if (await radio.count()) await radio.click();
    const [kept, left] = takesMine ? [mine, theirs] : [theirs, mine];
    for (const text of marksIn(left).filter((each) => !kept.includes(each))) {
      const index = marks.findIndex((mark) => mark.text === text);
      if (index >= 0) marks.splice(index, 1);
      givenUp += 1;
    }
  }
  await dialog.getByRole('button', { name: button }).click();
  await of.waitForTimeout(400);
};

/** Answers everything that is offered; questions come within moments of the form's opening. */
const restoreAll = async (of: Page): Promise<void> => {
  const button = /^(恢复所选内容|用所选内容继续编辑)$/;
  await of.locator('[data-autosave-ready=true]').waitFor({ state: 'attached', timeout: MINUTE_MS });
  await of.waitForTimeout(200);
  while (await of.getByRole('button', { name: button }).count()) await choose(of, button);
};

const openWindow = async (): Promise<void> => {
  context = await openLastingBrowser(profile);
  page = context.pages()[0] ?? (await context.newPage());
  follow(page);
};

const follow = (of: Page): void => {
  of.setDefaultTimeout(30_000);
  // Leaving with unsaved text asks; a person who wants to leave says yes.
  of.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
};

const interrupt: Record<Kind, () => Promise<void>> = {
  'kill the CMS': async () => {
    await cms.kill();
    await page.waitForTimeout(chance.below(1500));
    cms = await startCms(settings);
    if (chance.below(2) === 0) await openForm(page);
  },
  'kill the browser': async () => {
    await context.killProcess();
    await openWindow();
    await openForm(page);
  },
  'go offline': async () => {
    await context.setOffline(true);
    await page.waitForTimeout(500 + chance.below(3000));
    if (chance.below(2) === 0) {
      await write(page);
      await page.waitForTimeout(LOCAL_WITHIN_MS);
    }
    await context.setOffline(false);
    if (chance.below(2) === 0) await openForm(page);
  },
  reload: () => openForm(page),
  'second window': async () => {
    const second = await context.newPage();
    follow(second);
    await openForm(second);
    await write(second);
    await settleWindows(second);
    await second.waitForTimeout(LOCAL_WITHIN_MS);
    await page.close();
    page = second;
  },
};

/** In the second window: waits until the server has its text or has refused it, and then puts both windows' texts together. */
const settleWindows = async (of: Page): Promise<void> => {
  const asks = of.getByRole('button', { name: '对照两边，选择保留' });
  const deadline = Date.now() + MINUTE_MS;
  while (!(await asks.count()) && !(await saysKept(of))) {
    if (Date.now() > deadline) throw new Error('The second window was neither kept nor asked');
    await of.waitForTimeout(200);
  }
  if (!(await asks.count())) return;
  await asks.first().click();
  await choose(of, /^用所选内容继续编辑$/);
};

const marks: Mark[] = [];
let number = 0;
/** Marks on the side of a dialog that was not chosen. */
let givenUp = 0;

const write = async (of: Page): Promise<void> => {
  const field = pick(FIELDS);
  // Keys of a keyboard only: the admin's own text area drops characters that come without one.
  const text = `=${(number += 1)}=`;
  await typeInto(of, field, text);
  marks.push({ text, field, typedAt: Date.now(), confirmed: false });
};

const noteConfirmed = async (): Promise<void> => {
  const typed = [...marks];
  if (await saysKept(page)) for (const mark of typed) mark.confirmed = true;
};

/** A title has room for 200 characters: now and then the author saves and begins with empty fields. */
const beginAnew = async (): Promise<void> => {
  const { documentId: made } = await desk.create({
    title: '中断测试',
    columnCode: 'gsgg',
    departmentCode: 'szf',
    summary: '概述',
    body: '<p>正文</p>',
    source: '市政府办公室',
  });
  documentId = made;
  marks.length = 0;
  await openForm(page);
};

beforeAll(async () => {
  settings = await trialSettings({ name: 'interruptions' });
  await buildCms(['server', 'admin'], cmsEnvironment(settings), join(settings.dataFolder, 'cms-build.log'));
  cms = await startCms(settings);
  await operate(settings.cmsUrl, settings.secrets.operatorToken, 'reference', { columns, departments });
  const { created } = await operate<{ created: (typeof account)[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', {
    accounts: [{ email: 'writer@trial.example', name: '起草人', role: 'uploader', departments: ['szf'] }],
  });
  account = created[0]!;
  desk = await openDesk(settings.cmsUrl, account.email, account.password);
  profile = mkdtempSync(join(tmpdir(), 'gongkai-profile-'));
  await openWindow();
}, 10 * MINUTE_MS);
afterAll(async () => {
  await context?.close();
  await cms?.stop();
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (settings) removeTrial(settings);
});

test(
  `no text is lost in ${INTERRUPTIONS} random interruptions while writing (seed ${SEED})`,
  async () => {
    process.stdout.write(`seed ${SEED}\n`);
    const lost: string[] = [];
    const counts: Partial<Record<Kind, number>> = {};
    let confirmedMarks = 0;
    let unconfirmedMarks = 0;
    for (let round = 0; round < INTERRUPTIONS; round += 1) {
      if (round % 10 === 0) await beginAnew();
      const length = 1 + chance.below(4);
      for (let each = 0; each < length; each += 1) {
        await write(page);
        await page.waitForTimeout(chance.below(1200));
        await noteConfirmed();
      }
      await page.waitForTimeout(chance.below(3000));
      await noteConfirmed();
      const before = Date.now();
      const kind = pick(KINDS);
      counts[kind] = (counts[kind] ?? 0) + 1;
      await interrupt[kind]();
      const texts = Object.fromEntries(await Promise.all(FIELDS.map(async (field) => [field, await textOf(page, field)] as const)));
      for (const mark of [...marks]) {
        const promised = mark.confirmed || mark.typedAt < before - LOCAL_WITHIN_MS;
        const there = texts[mark.field]?.includes(mark.text) ?? false;
        if (promised && mark.confirmed) confirmedMarks += 1;
        else if (promised) unconfirmedMarks += 1;
        if (promised && !there) lost.push(`${kind}, round ${round}: ${mark.text} in ${mark.field}, ${mark.confirmed ? 'confirmed' : 'not confirmed'}, typed ${before - mark.typedAt} ms before`);
        if (!there) marks.splice(marks.indexOf(mark), 1);
      }
      process.stdout.write(`${round + 1} ${kind}: ${lost.length} lost\n`);
    }
    process.stdout.write(`${JSON.stringify({ seed: SEED, counts, confirmedMarks, unconfirmedMarks, givenUp, lost })}\n`);
    expect(lost).toEqual([]);
    expect(confirmedMarks).toBeGreaterThan(INTERRUPTIONS / 2);
  },
  INTERRUPTIONS * MINUTE_MS,
);
