import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError, type Desk } from '../desk/desk.ts';
import type { FormPart } from '../desk/multipart.ts';
import { WORKSPACE } from '../settings.ts';
import { onBothDatabases, type Trial } from './on-both-databases.ts';
import { DEPARTMENT, fields, type Person } from './portal.ts';

/** Columns of the tables in docs/permissions.md, in their order. */
const COLUMNS: Person[] = ['uploader', 'elsewhere', 'deputy2', 'head2', 'releaser2', 'system', 'security', 'auditor', 'super'];

interface Row {
  what: string;
  state: string;
  allowed: Record<string, boolean>;
}

const page = readFileSync(join(WORKSPACE, 'docs', 'permissions.md'), 'utf8');

const tableUnder = (heading: string): Row[] => {
  const section = page.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|') && /[✓✗]/.test(line))
    .map((line) => {
      const [what = '', state = '', ...cells] = line.slice(1, -1).split('|').map((cell) => cell.trim());
      return { what, state, allowed: Object.fromEntries(COLUMNS.map((person, index) => [person, cells[index] === '✓'])) };
    });
};

const COMMANDS = tableUnder('Commands');
const WAYS = tableUnder('Other ways');

const STEPS: Record<string, [Person, string, object?][]> = {
  draft: [],
  submitted: [['uploader', 'submit']],
  returned: [['uploader', 'submit'], ['deputy', 'return', { reason: '请补充' }]],
  'first-approved': [['uploader', 'submit'], ['deputy', 'first-approve']],
  approved: [['uploader', 'submit'], ['deputy', 'first-approve'], ['head', 'final-approve']],
  released: [['uploader', 'submit'], ['deputy', 'first-approve'], ['head', 'final-approve'], ['releaser', 'release']],
};
STEPS.correcting = [...(STEPS.released ?? []), ['uploader', 'correct', { reason: '日期有误', note: '更正了日期' }]];
STEPS.proposed = [...(STEPS.released ?? []), ['deputy', 'propose-withdrawal', { reason: '发布错误' }]];
STEPS.pinned = [...(STEPS.released ?? []), ['head', 'pin']];

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

STEPS.scheduled = [...(STEPS.approved ?? []), ['releaser', 'schedule-release', { at: inDays(1) }]];
STEPS.urgent = [['head', 'urgent-release', { reason: '汛情紧急' }]];
STEPS['repeal-proposed'] = [...(STEPS.released ?? []), ['deputy', 'propose-withdrawal', { reason: '已有新办法', kind: 'repealed' }]];
STEPS.ending = [...(STEPS.released ?? []), ['head', 'schedule-take-down', { reason: '只公示一周', at: inDays(7) }]];
STEPS.leaked = [...(STEPS.released ?? []), ['deputy', 'confirm-withdrawal', { reason: '涉密', kind: 'leak' }]];
STEPS.shown = [...(STEPS.released ?? []), ['head', 'show-in', { reason: '也是公示', column: 'gwzx' }]];

/** An emergency is one by its column and its 专项内容. */
const IN_FORCE = {
  columnCode: 'yjxx',
  particulars: { type: 'emergency', level: 'orange', event: '暴雨', advice: '请减少外出。', hotline: '', until: inDays(1) },
};
STEPS['in-force'] = STEPS.released ?? [];

interface Made {
  documentId: string;
  fileId: number;
}

const make = async ({ portal }: Trial, state: string): Promise<Made> => {
  const file = await portal.uploader.upload('附件.txt', Buffer.from(`附件 ${Math.random()}`), 'text/plain');
  const { documentId } = await portal.uploader.create(fields({ attachments: [file.id], body: '<p>试运行的正文，详见附件。</p>', ...(state === 'in-force' ? IN_FORCE : {}) }));
  for (const [person, action, input] of STEPS[state] ?? []) await portal[person].act(documentId, action, input);
  return { documentId, fileId: file.id };
};

const INPUT: Record<string, object> = {
  return: { reason: '请补充材料' },
  correct: { reason: '日期有误', note: '更正了日期' },
  'propose-withdrawal': { reason: '发布错误' },
  'decline-withdrawal': { reason: '内容无误' },
  'confirm-withdrawal (leak)': { reason: '涉密', kind: 'leak' },
  move: { reason: '栏目有误', column: 'gwzx' },
  'schedule-release': { at: inDays(1) },
  'urgent-release': { reason: '汛情紧急' },
  'second-review': { result: 'ok' },
  'schedule-take-down': { reason: '只公示一周', at: inDays(7) },
  'show-in': { reason: '也是公示', column: 'gwzx' },
  'hide-from': { reason: '不是公示', column: 'gwzx' },
  'lift-emergency': { reason: '险情解除' },
};

/** Whether the request is let through; a refusal must be a refusal and not a fault of the server. */
const isAllowed = async (request: () => Promise<unknown>): Promise<boolean> => {
  try {
    await request();
    return true;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    if (error.status >= 500) throw error;
    return false;
  }
};

const DOCUMENTS = '/content-manager/collection-types/api::document.document';

const versionOf = async ({ portal }: Trial, documentId: string) => (await portal.auditor.panel(documentId)).version;

const replacement: FormPart[] = [
  { name: 'files', value: '替换', file: { name: '替换.txt', mediaType: 'text/plain' } },
  { name: 'fileInfo', value: JSON.stringify({ name: '替换.txt' }) },
];
const otherDescription: FormPart[] = [{ name: 'fileInfo', value: JSON.stringify({ name: '改名.txt', alternativeText: '改过' }) }];

const WAY: Record<string, (desk: Desk, made: Made, trial: Trial) => Promise<unknown>> = {
  create: (desk) => desk.ask('POST', DOCUMENTS, fields()),
  edit: async (desk, { documentId }, trial) =>
    desk.ask('PUT', `${DOCUMENTS}/${documentId}`, { title: '改过的标题', lockVersion: await versionOf(trial, documentId) }),
  'create-published': (desk) => desk.ask('POST', `${DOCUMENTS}?status=published`, { ...fields(), publishedAt: new Date().toISOString() }),
  'edit-published': async (desk, { documentId }, trial) =>
    desk.ask('PUT', `${DOCUMENTS}/${documentId}?status=published`, {
      title: '改过的标题',
      publishedAt: new Date().toISOString(),
      lockVersion: await versionOf(trial, documentId),
    }),
  publish: async (desk, { documentId }, trial) =>
    desk.ask('POST', `${DOCUMENTS}/${documentId}/actions/publish`, { title: '直接发布', lockVersion: await versionOf(trial, documentId) }),
  'publish-new': (desk) => desk.ask('POST', `${DOCUMENTS}/actions/publish`, fields()),
  unpublish: (desk, { documentId }) => desk.ask('POST', `${DOCUMENTS}/${documentId}/actions/unpublish`, {}),
  'discard-draft': (desk, { documentId }) => desk.ask('POST', `${DOCUMENTS}/${documentId}/actions/discard`, {}),
  delete: (desk, { documentId }) => desk.ask('DELETE', `${DOCUMENTS}/${documentId}`),
  clone: (desk, { documentId }) => desk.ask('POST', `${DOCUMENTS}/clone/${documentId}`, fields()),
  'auto-clone': (desk, { documentId }) => desk.ask('POST', `${DOCUMENTS}/auto-clone/${documentId}`, {}),
  'bulk-publish': (desk, { documentId }) => desk.ask('POST', `${DOCUMENTS}/actions/bulkPublish`, { documentIds: [documentId] }),
  'bulk-unpublish': (desk, { documentId }) => desk.ask('POST', `${DOCUMENTS}/actions/bulkUnpublish`, { documentIds: [documentId] }),
  'bulk-delete': (desk, { documentId }) => desk.ask('POST', `${DOCUMENTS}/actions/bulkDelete`, { documentIds: [documentId] }),
  'replace-file': (desk, { fileId }) => desk.form('POST', `/upload?id=${fileId}`, replacement),
  'describe-file': (desk, { fileId }) => desk.form('POST', `/upload?id=${fileId}`, otherDescription),
  'delete-file': (desk, { fileId }) => desk.ask('DELETE', `/upload/files/${fileId}`),
  'rest-create': (desk) => desk.ask('POST', '/api/documents', { data: fields() }),
  'rest-update': (desk, { documentId }) => desk.ask('PUT', `/api/documents/${documentId}`, { data: { title: '改过的标题' } }),
  'rest-delete': (desk, { documentId }) => desk.ask('DELETE', `/api/documents/${documentId}`),
  'edit-column': (desk, _made, trial) => editReference(trial, desk, 'api::column.column', 'gwzx', { description: '公务资讯说明' }),
  'edit-department': (desk, _made, trial) => editReference(trial, desk, 'api::department.department', DEPARTMENT, { phone: '0000-1111111' }),
  'delete-column-in-use': async (desk, _made, trial) => desk.ask('DELETE', `/content-manager/collection-types/api::column.column/${await referenceId(trial, 'api::column.column', 'gsgg')}`),
  'read-deputies': (desk) => desk.ask('GET', '/review/deputies'),
  'name-deputy': (desk, _made, trial) => nameDeputy(trial, desk),
  'read-decision': (desk, { documentId }) => desk.ask('GET', `/review/decisions/${documentId}`),
  'read-history': (desk, { documentId }) => desk.ask('GET', `/review/history/${documentId}`),
  'bulk-approve': async (desk, { documentId }, trial) => approveAsOneOfSeveral(trial, desk, documentId),
  'read-notes': (desk, { documentId }) => desk.ask('GET', `/review/notes/${documentId}`),
  'write-note': (desk, { documentId }) => desk.ask('POST', `/review/notes/${documentId}`, { text: '请核对日期' }),
  restore: async (desk, { documentId }, trial) =>
    desk.ask('POST', `/review/history/${documentId}/restore`, { revision: 1, version: await versionOf(trial, documentId), reason: '改回第一版', note: '改回第一版' }),
  'read-audit': (desk) => desk.ask('GET', '/review/audit'),
  'verify-audit': (desk) => desk.ask('POST', '/review/audit/verify', {}),
  'review-secrecy': (desk, { documentId }) => desk.ask('POST', `/checks/documents/${documentId}/secrecy`, { result: 'publishable', basis: '不涉及国家秘密' }),
  'change-words': async (desk, _made, { portal }) => {
    const { version } = await portal.security.ask<{ version: number }>('GET', '/checks/words');
    await desk.ask('POST', '/checks/words', { version, add: [{ list: 'wrong', word: `试错${Math.random()}`, replacement: '', severity: 'warn' }], remove: [] });
  },
};

/** In a time far ahead, so that nobody's rights are others for the rest of the tests. The system administrator names for a head. */
const nameDeputy = async ({ portal }: Trial, desk: Desk): Promise<unknown> => {
  const { people } = await portal.system.ask<{ people: { id: string; name: string; roles: string[] }[] }>('GET', '/review/deputies');
  const named = (name: string) => people.find((person) => person.name === `试${name}`);
  const principal = desk === portal.system ? named('head') : undefined;
  const role = principal?.roles[0] ?? named(desk.email.split('@')[0] ?? '')?.roles[0] ?? 'head';
  const deputy = named(role === 'deputy-head' ? 'head' : 'deputy');
  return desk.ask('POST', '/review/deputies', { principal: principal?.id, deputy: deputy?.id, role, from: inDays(100), until: inDays(110), reason: '年休假' });
};

/** Opens it first, as far as this person may; a refusal of the one is a refusal. */
const approveAsOneOfSeveral = async (trial: Trial, desk: Desk, documentId: string): Promise<void> => {
  const { revision, contentHash } = await desk.ask<{ revision: number; contentHash: string }>('GET', `/review/decisions/${documentId}`);
  await desk.ask('POST', `/review/decisions/${documentId}/opened`, { revision, contentHash });
  const items = [{ documentId, version: await versionOf(trial, documentId) }];
  const { results } = await desk.ask<{ results: { outcome: string; code?: string; message?: string }[] }>('POST', '/review/inbox/approve', { items });
  const [result] = results;
  if (result?.outcome !== 'done') throw new DeskError(403, { error: { message: result?.message, details: { code: result?.code } } });
};

const referenceId = async ({ portal }: Trial, uid: string, code: string): Promise<string> => {
  const { results } = await portal.system.ask<{ results: { documentId: string; code: string }[] }>('GET', `/content-manager/collection-types/${uid}?pageSize=100`);
  return results.find((row) => row.code === code)?.documentId ?? '';
};

const editReference = async (trial: Trial, desk: Desk, uid: string, code: string, change: object): Promise<unknown> =>
  desk.ask('PUT', `/content-manager/collection-types/${uid}/${await referenceId(trial, uid, code)}`, change);

test('the page holds the tables this test reads', () => {
  expect(COMMANDS).toHaveLength(39);
  expect(WAYS).toHaveLength(45);
  expect([...new Set(COMMANDS.map((row) => row.what.replace(' (leak)', '')))].sort()).toEqual(
    [
      ...['acknowledge-leak', 'cancel-take-down', 'confirm-withdrawal', 'correct', 'decline-withdrawal', 'discard', 'emergency-ends', 'final-approve', 'first-approve'],
      ...['hide-from', 'invalidate', 'lift-emergency', 'move', 'pin', 'propose-withdrawal', 'recall', 'release', 'return', 'schedule-release', 'schedule-take-down'],
      ...['second-review', 'show-in', 'submit', 'take-down', 'unpin', 'unschedule', 'urgent-release'],
    ],
  );
});

onBothDatabases('every pair of role and action is allowed exactly where docs/permissions.md allows it', (trial) => {
  test.each(COMMANDS)('command $what on $state', async ({ what, state, allowed }) => {
    const found: Record<string, boolean> = {};
    let made = await make(trial(), state);
    for (const person of COLUMNS) {
      const before = await trial().portal.auditor.panel(made.documentId);
      found[person] = await isAllowed(() => trial().portal[person].act(made.documentId, what.replace(' (leak)', ''), { version: before.version, ...INPUT[what] }));
      const after = await trial().portal.auditor.panel(made.documentId);
      expect([person, after.version !== before.version]).toEqual([person, found[person]]);
      if (found[person]) made = await make(trial(), state);
    }
    expect(found).toEqual(allowed);
  });

  test.each(WAYS)('$what on $state', async ({ what, state, allowed }) => {
    const way = WAY[what];
    if (!way) throw new Error(`No way is known for ${what}`);
    const found: Record<string, boolean> = {};
    let made = await make(trial(), state);
    for (const person of COLUMNS) {
      const before = await trial().portal.auditor.panel(made.documentId);
      found[person] = await isAllowed(() => way(trial().portal[person], made, trial()));
      const after = await trial().portal.auditor.panel(made.documentId);
      if (!found[person]) expect([person, after]).toEqual([person, before]);
      else if (state !== 'any') made = await make(trial(), state);
    }
    expect(found).toEqual(allowed);
  });

  test('nothing became public but what a releaser released, and the chain is whole', async () => {
    const { settings } = trial();
    const response = await fetch(`${settings.cmsUrl}/api/review/verify`, { method: 'POST', headers: { authorization: `Bearer ${settings.secrets.operatorToken}` } });
    expect(await response.json()).toMatchObject({ ok: true, faults: [] });
    const feed = await (await fetch(`${settings.cmsUrl}/api/publication/changes?after=0`, { headers: { authorization: `Bearer ${settings.secrets.feedToken}` } })).text();
    expect(feed).not.toContain('改过的标题');
    expect(feed).not.toContain('直接发布');
  });
});
