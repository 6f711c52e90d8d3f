import { forgetEnded, tellDemonstration, tellEnded, tellEndedAgain } from './notices';

const GATE_CODES = ['SECOND_FACTOR_REQUIRED', 'PASSWORD_CHANGE_REQUIRED'];

interface Refused {
  error?: { message?: string; details?: { code?: string } };
}

const isJson = (response: Response): boolean => (response.headers.get('content-type') ?? '').includes('json');

const openGate = async (): Promise<void> => {
  const { openGate: open } = await import('./open-gate');
  open();
};

/** What a refusal means for the whole admin, not only for the screen that asked. */
const consider = async (response: Response): Promise<void> => {
  if (response.headers.get('x-gongkai-second-factor') === 'off') tellDemonstration();
  if (response.ok && new URL(response.url).pathname.endsWith('/admin/login')) forgetEnded();
  if (![401, 403].includes(response.status) || !isJson(response)) return;
  const { error } = (await response.json()) as Refused;
  const code = error?.details?.code ?? '';
  if (GATE_CODES.includes(code)) await openGate();
  if (code === 'SESSION_ENDED' && error?.message) tellEnded(error.message);
};

/**
 * Looks at every answer the admin gets. Strapi's login page and its routes cannot be added to; but whatever it asks, the server refuses
 * until the session is through, and then the gate stands in front of the page.
 */
export const watchAnswers = (): void => {
  const original = window.fetch.bind(window);
  window.fetch = async (...given) => {
    const response = await original(...given);
    consider(response.clone()).catch((error: unknown) => console.error('accounts: an answer could not be read', error));
    return response;
  };
  tellEndedAgain();
};
