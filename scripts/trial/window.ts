import { awayFromTheEdge, codeOf } from './authenticator.ts';

/** What the CMS answered, refusals and all. */
export interface Answer {
  status: number;
  code: string;
  message: string;
  body: unknown;
}

/**
 * A login as a browser holds it: token and cookies, and no help. Unlike a desk it neither logs in again nor throws, for tests of what
 * happens before somebody is in.
 */
export class Window {
  readonly #cmsUrl: string;
  token = '';
  cookies = new Map<string, string>();

  constructor(cmsUrl: string) {
    this.#cmsUrl = cmsUrl;
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.#cmsUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      this.cookies.set(name, value);
    }
    const text = await response.text();
    let parsed: unknown = text;
    if ((response.headers.get('content-type') ?? '').includes('json') && text) parsed = JSON.parse(text);
    const error = (parsed as { error?: { message?: string; details?: { code?: string } } } | null)?.error;
    return { status: response.status, code: error?.details?.code ?? '', message: error?.message ?? '', body: parsed };
  }

  /** Gives e-mail and password; keeps the token when they were right. */
  async logIn(email: string, password: string): Promise<Answer> {
    this.token = '';
    const answer = await this.ask('POST', '/admin/login', { email, password });
    this.token = (answer.body as { data?: { token?: string } } | null)?.data?.token ?? '';
    return answer;
  }

  /** A new token for the old, as a browser asks when its own ran out. */
  async renew(): Promise<Answer> {
    const before = this.token;
    this.token = '';
    const answer = await this.ask('POST', '/admin/access-token');
    this.token = (answer.body as { data?: { token?: string } } | null)?.data?.token ?? before;
    return answer;
  }

  async stage(): Promise<string | null> {
    return ((await this.ask('GET', '/accounts/gate')).body as { stage: string | null }).stage;
  }

  /** Sets up an authenticator at the gate. @returns its key and the recovery codes */
  async enrol(): Promise<{ key: string; recoveryCodes: string[] }> {
    const { key } = (await this.ask('POST', '/accounts/gate/enrolment')).body as { key: string };
    await awayFromTheEdge();
    const { status, body } = await this.ask('POST', '/accounts/gate/enrolment/confirm', { code: codeOf(key, -1) });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return { key, recoveryCodes: (body as { recoveryCodes: string[] }).recoveryCodes };
  }
}
