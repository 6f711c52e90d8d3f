import { faultOf } from '../../../../review/admin/src/requests/fault';
import type { LocalStore, LocalText } from './browser-store';
import type { Typed } from './form-values';
import type { ServerStore, ServerText } from './server-store';
import type { Progress } from './state';
import { faultFrom, NOTHING_TYPED } from './state';
import type { Windows } from './windows';

/** Milliseconds from a change to its write: in the browser, on the server, and to another try where that failed. */
export const LOCAL_AFTER_MS = 150;
export const SERVER_AFTER_MS = 2_000;
const AGAIN_AFTER_MS = 4_000;

/** What was kept and is not in the form: offered when the form opens. */
export interface Candidate extends Typed {
  form: string;
  tab: string;
  baseVersion: number | null;
  at: string;
  /** Where it was found. */
  place: 'browser' | 'server';
  seq: number;
}

export interface KeeperOptions {
  account: string;
  form: string;
  tab: string;
  local: LocalStore;
  server: ServerStore;
  windows: Windows;
  now?: () => number;
  onProgress(progress: Progress): void;
}

interface Current extends Typed {
  baseVersion: number | null;
}

const localKey = (account: string, form: string, tab: string): string => `${account} ${form} ${tab}`;

/**
 * Keeps what is typed in one form: in the browser at once, on the server every two seconds, and says how far it has got. Nothing it
 * keeps is thrown away but by `forget`, which only a person's choice or a finished save calls.
 */
export class Keeper {
  readonly #options: KeeperOptions;
  #progress: Progress = NOTHING_TYPED;
  #current: Current | null = null;
  /** Newest write on the server this window knows of, and has seen the text of. */
  #after = 0;
  #localTimer: ReturnType<typeof setTimeout> | undefined;
  #serverTimer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  get form(): string {
    return this.#options.form;
  }
  get current(): Current | null {
    return this.#current;
  }
  get progress(): Progress {
    return this.#progress;
  }

  /**
   * What was kept of this form and is in no open window: this browser's first, since it may hold more than it could send. Where the
   * server does not answer the browser's is all there is; the server's is then met at the first write.
   */
  async open(version: number | null): Promise<{ candidates: Candidate[]; elsewhere: boolean }> {
    const { account, local, server, form, windows } = this.#options;
    const isNew = form.startsWith('new:');
    const [others, texts, kept] = await Promise.all([
      windows.others(),
      local.all(account).catch(() => this.#noLocal()),
      (isNew
        ? server.list()
        : server.show(form, version).then(({ autosave, document }) => {
            this.#set({ document });
            return autosave ? [autosave] : [];
          })
      ).catch((thrown: unknown) => {
        this.#set({ fault: faultFrom(thrown, faultOf(thrown)) });
        return null;
      }),
    ]);
    const free = (text: { tab: string }): boolean => !others.has(text.tab);
    const inForm = (text: { form: string }): boolean => text.form === form || (isNew && text.form.startsWith('new:'));
    const own = kept?.find((text) => text.form === form);
    // What an open window wrote is not taken over unseen: the first write here is refused and shows it.
    if (own && free(own)) this.#after = own.seq;
    const fromServer = (kept ?? []).filter(free);
    const fromBrowser = texts.filter((text) => inForm(text) && free(text) && !isSettled(text, kept, fromServer));
    return {
      candidates: [...fromBrowser.map(localCandidate), ...fromServer.map(serverCandidate)],
      elsewhere: [...others.values()].includes(form) || (own !== undefined && !free(own)),
    };
  }

  /** Something was typed: `typed` is all of it, not only the newest letter. */
  type(typed: Current): void {
    this.#current = typed;
    this.#set({ typed: this.#progress.typed + 1 });
    this.#localTimer ??= setTimeout(() => void this.keepHere(), LOCAL_AFTER_MS);
    this.#sendSoon(SERVER_AFTER_MS);
  }

  /** Writes to the browser's disk now. */
  keepHere(): Promise<void> {
    clearTimeout(this.#localTimer);
    this.#localTimer = undefined;
    // One after the other: the last write is the newest text.
    this.#writing = this.#writing.then(() => this.#writeHere());
    return this.#writing;
  }

  /** Sends now, and not only when the two seconds are over. */
  async send(): Promise<void> {
    clearTimeout(this.#serverTimer);
    this.#serverTimer = undefined;
    if (this.#sending) await this.#sending;
    if (this.#stopped || !this.#current || this.#progress.newer || this.#progress.server === this.#progress.typed) return;
    this.#sending = this.#sendOnce().finally(() => (this.#sending = null));
    await this.#sending;
  }

  /** The person has chosen between the windows' texts: the next write may follow on the other window's. */
  resolveNewer(): void {
    const { newer } = this.#progress;
    if (!newer) return;
    this.#after = Math.max(this.#after, newer.seq);
    this.#set({ newer: null });
    if (this.#current) this.#sendSoon(0);
  }

  /** A document's newer version was seen and dealt with. */
  resolveDocument(): void {
    const { document } = this.#progress;
    if (document) this.#set({ document: { ...document, changes: [] } });
  }

  /** What the server says of the document now; null where it does not answer. */
  async askDocument(since: number | null): Promise<Progress['document']> {
    try {
      const { document } = await this.#options.server.show(this.form, since);
      this.#set({ document });
      return document;
    } catch (thrown) {
      this.#set({ fault: faultFrom(thrown, faultOf(thrown)) });
      return null;
    }
  }

  /** Forgets a text in the browser and on the server: it was saved, or given up by a person. */
  async forget(candidate: Pick<Candidate, 'form' | 'tab' | 'seq'>): Promise<void> {
    const { account, local, server } = this.#options;
    await this.#writing;
    await Promise.all([
      local.remove(localKey(account, candidate.form, candidate.tab)).catch(() => void this.#noLocal()),
      server
        .forget(candidate.form, candidate.seq)
        .catch((thrown: unknown) => this.#set({ fault: faultFrom(thrown, faultOf(thrown)) })),
    ]);
  }

  /** The form holds nothing unsaved any more: what this window kept of it goes. */
  async settle(): Promise<void> {
    this.#current = null;
    clearTimeout(this.#localTimer);
    clearTimeout(this.#serverTimer);
    this.#localTimer = this.#serverTimer = undefined;
    if (this.#sending) await this.#sending;
    await this.forget({ form: this.form, tab: this.#options.tab, seq: this.#after });
    if (this.#current === null) this.#set({ ...NOTHING_TYPED, document: this.#progress.document });
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#serverTimer);
    if (this.#localTimer !== undefined) void this.keepHere();
  }

  #sendSoon(milliseconds: number): void {
    if (this.#serverTimer !== undefined && milliseconds > 0) return;
    clearTimeout(this.#serverTimer);
    this.#serverTimer = setTimeout(() => void this.send(), milliseconds);
  }

  async #writeHere(): Promise<void> {
    const { account, form, tab, local } = this.#options;
    const current = this.#current;
    if (!current) return;
    const { typed, server } = this.#progress;
    const at = this.#at();
    try {
      await local.put({
        ...current,
        key: localKey(account, form, tab),
        account,
        form,
        tab,
        after: this.#after,
        sent: server === typed,
        at,
      });
      this.#set({ local: typed, localAt: at, localFault: false });
    } catch {
      this.#noLocal();
    }
  }

  async #sendOnce(): Promise<void> {
    const { form, tab, server, windows } = this.#options;
    const current = this.#current;
    if (!current) return;
    const { typed } = this.#progress;
    try {
      const { baseVersion, changed, base } = current;
      const answer = await server.keep(form, { after: this.#after, tab, baseVersion, changed, base });
      if (!answer.kept) {
        this.#set({ newer: answer.newer, document: answer.document, fault: null });
        return;
      }
      this.#after = answer.seq;
      this.#set({ server: typed, serverAt: answer.savedAt, fault: null, document: answer.document });
      windows.tell({ type: 'kept', tab, form, at: answer.savedAt });
      void this.keepHere();
      if (this.#progress.typed > typed) this.#sendSoon(SERVER_AFTER_MS);
    } catch (thrown) {
      this.#set({ fault: faultFrom(thrown, faultOf(thrown)) });
      if (!this.#stopped) this.#sendSoon(AGAIN_AFTER_MS);
    }
  }

  #noLocal(): LocalText[] {
    this.#set({ localFault: true });
    return [];
  }

  #at(): string {
    return new Date((this.#options.now ?? Date.now)()).toISOString();
  }

  #set(part: Partial<Progress>): void {
    this.#progress = { ...this.#progress, ...part };
    if (!this.#stopped) this.#options.onProgress(this.#progress);
  }
}

/**
 * Whether the server is known to have taken this text in already: then it was saved or given up since, or stands among the server's.
 * Without the server's word every text of the browser is worth offering.
 */
const isSettled = (text: LocalText, kept: ServerText[] | null, fromServer: ServerText[]): boolean => {
  if (!text.sent || kept === null) return false;
  return text.form.startsWith('new:') || fromServer.some(({ form, seq }) => form === text.form && seq >= text.after);
};

const localCandidate = ({ form, tab, baseVersion, changed, base, at, after }: LocalText): Candidate => ({
  form,
  tab,
  baseVersion,
  changed,
  base,
  at,
  place: 'browser',
  seq: after,
});

const serverCandidate = ({ form, tab, baseVersion, changed, base, savedAt, seq }: ServerText): Candidate => ({
  form,
  tab,
  baseVersion,
  changed,
  base,
  at: savedAt,
  place: 'server',
  seq,
});
