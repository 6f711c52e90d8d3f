import type { Typed } from './form-values';

/** What one window keeps of one form, in the browser. */
export interface LocalText extends Typed {
  /** `account form tab`: windows do not write over each other. */
  key: string;
  account: string;
  form: string;
  tab: string;
  baseVersion: number | null;
  /** Number of the newest write on the server this window knew of. */
  after: number;
  /** The server has it, too. */
  sent: boolean;
  /** ISO 8601, by this machine's clock: for people, never for deciding which is newer. */
  at: string;
}

export interface LocalStore {
  put(text: LocalText): Promise<void>;
  all(account: string): Promise<LocalText[]>;
  remove(key: string): Promise<void>;
}

const DATABASE = 'gongkai-autosave';
const STORE = 'texts';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE, { keyPath: 'key' });
  return asked(request);
};

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });

/**
 * Text in this browser, in IndexedDB and not in `localStorage`: a write is answered when it is on the disk (`durability: strict`), while
 * `localStorage` says nothing and is lost with a killed browser for some seconds.
 */
export const browserStore = (): LocalStore => {
  let opened: Promise<IDBDatabase> | undefined;
  const database = (): Promise<IDBDatabase> => {
    opened ??= open();
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const write = async (work: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' });
    work(transaction.objectStore(STORE));
    await done(transaction);
  };
  return {
    put: (text) => write((store) => void store.put(text)),
    remove: (key) => write((store) => void store.delete(key)),
    all: async (account) => {
      const texts = (await asked((await database()).transaction(STORE).objectStore(STORE).getAll())) as LocalText[];
      const old = texts.filter(({ at }) => Date.parse(at) < Date.now() - KEPT_MS);
      await Promise.all(old.map(({ key }) => write((store) => void store.delete(key))));
      return texts.filter((text) => text.account === account && !old.includes(text));
    },
  };
};
