import type { LocalStore, LocalText } from './browser-store';
import { Keeper } from './keeper';
import type { ServerStore, ServerText } from './server-store';
import type { Progress } from './state';
import type { Windows } from './windows';

/** Run as a module, a test finds Jest here. */
const runner = (import.meta as unknown as { jest: typeof jest }).jest;
runner.useFakeTimers();

// The admin's own packages need a browser; nothing here asks them for anything.
const memory = (): LocalStore & { texts: Map<string, LocalText>; broken: boolean } => {
  const texts = new Map<string, LocalText>();
  const store = {
    texts,
    broken: false,
    put: async (text: LocalText) => {
      if (store.broken) throw new Error('full');
      texts.set(text.key, structuredClone(text));
    },
    all: async (account: string) => [...texts.values()].filter((text) => text.account === account),
    remove: async (key: string) => void texts.delete(key),
  };
  return store;
};

/** The rules of `server/src/autosave/store.ts`, without a database. */
const imagined = (): ServerStore & { rows: Map<string, ServerText>; away: boolean; loseAnswer: boolean } => {
  const rows = new Map<string, ServerText>();
  const server = {
    rows,
    away: false,
    loseAnswer: false,
    reach: () => {
      if (server.away) throw new TypeError('Failed to fetch');
    },
    show: async (form: string) => {
      server.reach();
      return { autosave: rows.get(form) ?? null, document: null };
    },
    list: async () => {
      server.reach();
      return [...rows.values()].filter(({ form }) => form.startsWith('new:'));
    },
    keep: async (form: string, typed: Parameters<ServerStore['keep']>[1]) => {
      server.reach();
      const present = rows.get(form);
      if (present && present.seq > typed.after && present.tab !== typed.tab)
        return { kept: false as const, newer: present, document: null };
      const seq = Math.max(present?.seq ?? 0, typed.after) + 1;
      rows.set(form, { ...structuredClone(typed), form, seq, savedAt: '2026-11-23T06:03:00.000Z' });
      if (server.loseAnswer) throw new TypeError('Connection reset');
      return { kept: true as const, seq, savedAt: '2026-11-23T06:03:00.000Z', document: null };
    },
    forget: async (form: string, upTo: number) => {
      server.reach();
      if ((rows.get(form)?.seq ?? 0) <= upTo) rows.delete(form);
    },
  };
  return server;
};

const alone = (others = new Map<string, string>()): Windows => ({
  others: async () => others,
  tell: () => undefined,
  listen: () => () => undefined,
  close: () => undefined,
});

const typed = (title: string) => ({ changed: { title }, base: { title: null }, baseVersion: 1 });

const keeperOf = (local: LocalStore, server: ServerStore, tab = 'a', form = 'doc1', windows = alone()) => {
  const seen: Progress[] = [];
  const keeper = new Keeper({ account: '1', form, tab, local, server, windows, onProgress: (progress) => seen.push(progress) });
  return { keeper, seen };
};
const pass = (milliseconds: number) => runner.advanceTimersByTimeAsync(milliseconds);

test('text is in the browser after a moment and on the server after two seconds', async () => {
  const [local, server] = [memory(), imagined()];
  const { keeper } = keeperOf(local, server);
  keeper.type(typed('甲'));
  await pass(200);
  expect(keeper.progress).toMatchObject({ typed: 1, local: 1, server: 0 });
  await pass(2000);
  expect(keeper.progress).toMatchObject({ typed: 1, local: 1, server: 1 });
  expect(server.rows.get('doc1')?.changed).toEqual({ title: '甲' });
});

test('who types without a pause is sent every two seconds all the same', async () => {
  const server = imagined();
  const { keeper } = keeperOf(memory(), server);
  for (let letter = 0; letter < 50; letter += 1) {
    keeper.type(typed('字'.repeat(letter + 1)));
    await pass(100);
  }
  expect(String(server.rows.get('doc1')?.changed.title).length).toBeGreaterThan(25);
});

test('with the server away text is kept here and goes out by itself afterwards', async () => {
  const [local, server] = [memory(), imagined()];
  const { keeper } = keeperOf(local, server);
  server.away = true;
  keeper.type(typed('甲'));
  await pass(10_000);
  expect(keeper.progress).toMatchObject({ server: 0, local: 1, fault: { kind: 'offline' } });
  server.away = false;
  await pass(5_000);
  expect(keeper.progress).toMatchObject({ server: 1, fault: null });
});

test('an answer that was lost does not make a window its own rival', async () => {
  const server = imagined();
  const { keeper } = keeperOf(memory(), server);
  server.loseAnswer = true;
  keeper.type(typed('甲'));
  await pass(2_100);
  server.loseAnswer = false;
  keeper.type(typed('甲乙'));
  await pass(8_000);
  expect(keeper.progress).toMatchObject({ newer: null, fault: null });
  expect(server.rows.get('doc1')?.changed).toEqual({ title: '甲乙' });
});

test('a second window does not write over the first one unseen; after the choice it may', async () => {
  const [local, server] = [memory(), imagined()];
  const first = keeperOf(local, server, 'a');
  first.keeper.type(typed('第一个窗口'));
  await pass(3_000);
  const second = keeperOf(local, server, 'b', 'doc1', alone(new Map([['a', 'doc1']])));
  const opening = second.keeper.open(1);
  await pass(500);
  expect((await opening).elsewhere).toBe(true);
  second.keeper.type(typed('第二个窗口'));
  await pass(3_000);
  expect(second.keeper.progress.newer?.changed).toEqual({ title: '第一个窗口' });
  expect(server.rows.get('doc1')?.changed).toEqual({ title: '第一个窗口' });
  expect(local.texts.size).toBe(2);
  second.keeper.resolveNewer();
  await pass(100);
  expect(server.rows.get('doc1')?.changed).toEqual({ title: '第二个窗口' });
  first.keeper.type(typed('第一个窗口，又写'));
  await pass(3_000);
  expect(first.keeper.progress.newer?.changed).toEqual({ title: '第二个窗口' });
});

test('what a dead window kept is offered: the browser’s where it holds more than the server', async () => {
  const [local, server] = [memory(), imagined()];
  const { keeper } = keeperOf(local, server, 'a');
  keeper.type(typed('甲'));
  await pass(3_000);
  server.away = true;
  keeper.type(typed('甲乙'));
  await pass(500);
  keeper.stop();
  server.away = false;
  const next = keeperOf(local, server, 'b');
  const { candidates } = await next.keeper.open(1);
  expect(candidates.map(({ place, changed }) => [place, changed.title])).toEqual([
    ['browser', '甲乙'],
    ['server', '甲'],
  ]);
});

test('with the server away the browser’s text is offered alone; with the browser’s gone the server’s', async () => {
  const [local, server] = [memory(), imagined()];
  const { keeper } = keeperOf(local, server, 'a');
  keeper.type(typed('甲'));
  await pass(3_000);
  keeper.stop();
  server.away = true;
  expect((await keeperOf(local, server, 'b').keeper.open(1)).candidates.map(({ place }) => place)).toEqual(['browser']);
  server.away = false;
  expect((await keeperOf(memory(), server, 'c').keeper.open(1)).candidates.map(({ place }) => place)).toEqual(['server']);
});

test('a new document that was sent and is gone from the server was saved: its copy is not offered', async () => {
  const [local, server] = [memory(), imagined()];
  const { keeper } = keeperOf(local, server, 'a', 'new:11111111');
  keeper.type({ ...typed('甲'), baseVersion: null });
  await pass(3_000);
  keeper.stop();
  server.rows.clear();
  expect((await keeperOf(local, server, 'b', 'new:22222222').keeper.open(null)).candidates).toEqual([]);
});

test('settling forgets both copies, and not what was typed meanwhile', async () => {
  const [local, server] = [memory(), imagined()];
  const { keeper } = keeperOf(local, server);
  keeper.type(typed('甲'));
  await pass(3_000);
  await keeper.settle();
  expect([local.texts.size, server.rows.size]).toEqual([0, 0]);
  expect(keeper.progress.typed).toBe(0);
});

test('a browser that cannot write is told of, and the server still has it', async () => {
  const [local, server] = [memory(), imagined()];
  local.broken = true;
  const { keeper } = keeperOf(local, server);
  keeper.type(typed('甲'));
  await pass(3_000);
  expect(keeper.progress).toMatchObject({ local: 0, localFault: true, server: 1 });
});
