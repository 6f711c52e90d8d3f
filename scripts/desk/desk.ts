import { multipart, type FormPart } from './multipart.ts';

/**
 * A member of staff at work, through the same requests as the admin screens: for the demonstration, for benches and for tests.
 */
const DOCUMENT = '/content-manager/collection-types/api::document.document';

/** A finding of the checks, as far as scripts look at it. */
export interface DeskFinding {
  key: string;
  check: string;
  severity: 'stop' | 'warn';
  message: string;
  place: { id: string; label: string };
}

/** Commands a secrecy review comes with. */
const SECRECY_WITH = ['first-approve', 'urgent-release'];
const SECRECY = { result: 'publishable', basis: '内容不涉及国家秘密、工作秘密和个人隐私（脚本办理）' };

/** A refusal of the CMS, as its screens would show it. */
export class DeskError extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string;
  /** What the checks found, where they refused. */
  readonly findings: DeskFinding[];

  constructor(status: number, body: unknown) {
    const error = (body as { error?: { message?: string; details?: { code?: string; hint?: string; findings?: DeskFinding[] } } } | null)?.error;
    super(error?.message ?? `HTTP ${status}`);
    this.name = 'DeskError';
    this.status = status;
    this.code = error?.details?.code ?? 'HTTP';
    this.hint = error?.details?.hint ?? '';
    this.findings = error?.details?.findings ?? [];
  }
}

export interface DraftFields {
  title: string;
  columnCode: string;
  departmentCode?: string;
  body?: string;
  [field: string]: unknown;
}

export interface Draft {
  documentId: string;
  publicId: string;
  lockVersion: number;
}

export interface Panel {
  documentId: string;
  state: string;
  version: number;
  indexNumber: string | null;
  live: { url: string; liveAt: string | null } | null;
  setAsideReason: string | null;
  history: { seq: number; action: string; actor: string; reason: string | null }[];
  actions: { action: string; kind: string | null }[];
}

/** What a button asks for. */
export interface ActInput {
  version?: number;
  reason?: string;
  note?: string;
  kind?: string;
  column?: string;
  until?: string;
  at?: string;
  takeDownAt?: string;
  result?: string;
  accepted?: { finding: string; reason: string }[];
  /** With the first review one is sent by default; null: none. */
  secrecy?: { result: string; basis: string; note?: string } | null;
  /** Warnings of the checks are let pass with this reason; without it they are a refusal. */
  acceptWarnings?: string;
}

export interface Desk {
  email: string;
  /** Any request as this person. @throws DeskError unless the answer is a success */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** The same, with the answer as it came: for its status and headers. */
  raw(method: string, path: string, body?: unknown): Promise<Response>;
  /** The same with a form, as for files. */
  form<T>(method: string, path: string, parts: FormPart[]): Promise<T>;
  /** A file, as its bytes. */
  bytes(path: string): Promise<Buffer>;
  create(fields: DraftFields): Promise<Draft>;
  /** Saves fields over the version the person saw. */
  edit(documentId: string, lockVersion: number, fields: Partial<DraftFields>): Promise<Draft>;
  panel(documentId: string): Promise<Panel>;
  /** Presses a button, on the version shown now unless another is given. */
  act(documentId: string, action: string, input?: ActInput): Promise<Panel>;
  /** Puts a file into the media library. */
  upload(name: string, bytes: Buffer, mediaType: string, alternativeText?: string): Promise<{ id: number; url: string }>;
}

const read = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
};

const send = async (url: string, init: RequestInit): Promise<unknown> => {
  const response = await fetch(url, init);
  const body = await read(response);
  if (!response.ok) throw new DeskError(response.status, body);
  return body;
};

const logIn = async (cmsUrl: string, email: string, password: string): Promise<string> => {
  const answer = (await send(`${cmsUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })) as { data: { token?: string; accessToken?: string } };
  return answer.data.token ?? answer.data.accessToken ?? '';
};

/** Logs somebody in; a session that ran out is renewed once. */
export const openDesk = async (cmsUrl: string, email: string, password: string): Promise<Desk> => {
  let token = await logIn(cmsUrl, email, password);
  let renewal: Promise<string> | null = null;
  /** Requests that find their session over at the same moment share one new login: a second would end the first. */
  const renew = (): Promise<string> =>
    (renewal ??= logIn(cmsUrl, email, password).finally(() => {
      renewal = null;
    }));
  const authorised = async (path: string, init: RequestInit): Promise<unknown> => {
    const once = () => send(`${cmsUrl}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof DeskError) || error.status !== 401) throw error;
      token = await renew();
      return once();
    }
  };
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await authorised(path, { method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })) as T;
  const submitForm = async <T>(method: string, path: string, parts: FormPart[]): Promise<T> => {
    const { contentType, body } = multipart(parts);
    return (await authorised(path, { method, headers: { 'content-type': contentType }, body: new Uint8Array(body) })) as T;
  };
  const bytes = async (path: string): Promise<Buffer> => {
    const response = await fetch(`${cmsUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new DeskError(response.status, await read(response));
    return Buffer.from(await response.arrayBuffer());
  };
  const panel = (documentId: string) => ask<Panel>('GET', `/review/documents/${documentId}`);
  const raw = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${cmsUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const act: Desk['act'] = async (documentId, action, { acceptWarnings, ...given } = {}) => {
    const secrecy = given.secrecy === undefined && SECRECY_WITH.includes(action) ? SECRECY : (given.secrecy ?? undefined);
    const version = given.version ?? (await panel(documentId)).version;
    const press = (accepted = given.accepted) => ask<Panel>('POST', `/review/documents/${documentId}/${action}`, { ...given, version, secrecy, accepted });
    try {
      return await press();
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'CHECKS_WARN' || acceptWarnings === undefined) throw error;
      return press(error.findings.filter(({ severity }) => severity === 'warn').map(({ key }) => ({ finding: key, reason: acceptWarnings })));
    }
  };
  return {
    email,
    ask,
    raw,
    form: submitForm,
    bytes,
    act,
    panel,
    create: async (fields) => (await ask<{ data: Draft }>('POST', DOCUMENT, fields)).data,
    edit: async (documentId, lockVersion, fields) => (await ask<{ data: Draft }>('PUT', `${DOCUMENT}/${documentId}`, { ...fields, lockVersion })).data,
    upload: async (name, bytes, mediaType, alternativeText) => {
      const stored = await submitForm<{ id: number; url: string }[]>('POST', '/upload', [
        { name: 'files', value: bytes, file: { name, mediaType } },
        { name: 'fileInfo', value: JSON.stringify({ name, alternativeText: alternativeText ?? null }) },
      ]);
      const [file] = stored;
      if (!file) throw new Error(`${name}: was not stored`);
      return file;
    },
  };
};

/** Accounts of demonstrations and tests log in with the passwords they were told; elsewhere the first login changes them. */
const KEEP_PASSWORDS = { mustChange: false };

/** A request with the operators' token. */
export const operate = async <T>(cmsUrl: string, operatorToken: string, path: string, body: unknown): Promise<T> =>
  (await send(`${cmsUrl}/api/review/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${operatorToken}` },
    body: JSON.stringify(path === 'accounts' ? { ...KEEP_PASSWORDS, ...(body as object) } : body),
  })) as T;
