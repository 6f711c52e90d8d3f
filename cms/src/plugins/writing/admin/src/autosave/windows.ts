/** Windows of one browser tell each other which form they hold, and when they have kept something newer. */
export type Message =
  { type: 'who' } | { type: 'here'; tab: string; form: string } | { type: 'kept'; tab: string; form: string; at: string };

export interface Windows {
  /** Names of the other windows that are open now, with their forms. */
  others(): Promise<Map<string, string>>;
  tell(message: Message): void;
  listen(hear: (message: Message) => void): () => void;
  close(): void;
}

const CHANNEL = 'gongkai-autosave';
/** A window answers within some milliseconds; one that is frozen in the background may not, and counts as closed. */
const ANSWER_WITHIN_MS = 300;
const TAB = 'gongkai-autosave-tab';

const newName = (): string => crypto.randomUUID();

/** Name of this window: kept over a reload. A window that was duplicated carries its twin's name until `renamed`. */
export const tabName = (): string => {
  const known = sessionStorage.getItem(TAB);
  if (known) return known;
  const name = newName();
  sessionStorage.setItem(TAB, name);
  return name;
};

export const renamed = (): string => {
  sessionStorage.removeItem(TAB);
  return tabName();
};

/** @param here what this window answers when others ask */
export const openWindows = (here: () => { tab: string; form: string }): Windows => {
  const channel = new BroadcastChannel(CHANNEL);
  const listeners = new Set<(message: Message) => void>();
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'who') channel.postMessage({ type: 'here', ...here() } satisfies Message);
    for (const hear of listeners) hear(data);
  };
  const listen: Windows['listen'] = (hear) => {
    listeners.add(hear);
    return () => listeners.delete(hear);
  };
  return {
    listen,
    tell: (message) => channel.postMessage(message),
    close: () => channel.close(),
    others: () =>
      new Promise((resolve) => {
        const found = new Map<string, string>();
        const stop = listen((message) => message.type === 'here' && found.set(message.tab, message.form));
        channel.postMessage({ type: 'who' } satisfies Message);
        setTimeout(() => {
          stop();
          resolve(found);
        }, ANSWER_WITHIN_MS);
      }),
  };
};
