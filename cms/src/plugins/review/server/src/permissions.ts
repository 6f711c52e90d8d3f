import type { Core } from '@strapi/strapi';
import { departmentsOf, ROLE_PREFIX } from './actors';
import type { Role } from './decisions/roles';
import { ROLES } from './decisions/roles';

interface Permission {
  action: string;
  subject?: string | null;
  properties?: { fields?: string[] };
  conditions?: string[];
}

const OWN_DEPARTMENT = 'plugin::review.own-department';
const DOCUMENT = 'api::document.document';

/** Our own permissions: which screens somebody sees. What a command allows is decided by `decisions/transitions.ts`, not here. */
const ACTIONS = [
  { section: 'plugins', displayName: '查看稿件和审核面板', uid: 'read', subCategory: '审核', pluginName: 'review' },
  { section: 'plugins', displayName: '有待办', uid: 'inbox', subCategory: '审核', pluginName: 'review' },
  { section: 'plugins', displayName: '查看和指定代理人', uid: 'deputies', subCategory: '审核', pluginName: 'review' },
  { section: 'plugins', displayName: '查看和核对审计记录', uid: 'audit', subCategory: '审计', pluginName: 'review' },
];

const WRITTEN_FIELDS = [
  ...['title', 'columnCode', 'departmentCode', 'body', 'summary', 'source', 'author', 'keywords', 'attachments'],
  ...['issuer', 'documentNumber', 'writtenOn', 'topicClass', 'genreClass', 'audienceClass', 'validity', 'disclosure'],
  ...['interprets', 'amends', 'repeals', 'particulars', 'lockVersion'],
];
const READ_FIELDS = [...WRITTEN_FIELDS, 'publicId', 'indexNumber', 'reviewState'];

const COLUMN_FIELDS = ['code', 'name', 'kind', 'freshWithinDays', 'description', 'keywords', 'columnType', 'position'];
const DEPARTMENT_FIELDS = ['code', 'name', 'kind', 'duties', 'address', 'phone', 'officeHours', 'leaders', 'position'];
const STAFF_FIELDS = ['email', 'departments', 'note'];

const explorer = (verb: string, subject: string, fields: string[] | null, conditions: string[] = []): Permission => ({
  action: `plugin::content-manager.explorer.${verb}`,
  subject,
  properties: fields ? { fields } : {},
  conditions,
});
const plain = (action: string): Permission => ({ action, subject: null, properties: {}, conditions: [] });

const MAINTAINED: [string, string[]][] = [
  ['api::column.column', COLUMN_FIELDS],
  ['api::department.department', DEPARTMENT_FIELDS],
  ['api::staff-profile.staff-profile', STAFF_FIELDS],
];

/** Those whom documents wait for; files reach them through the document, the media library is its writers'. */
const REVIEWER = [explorer('read', DOCUMENT, READ_FIELDS), plain('plugin::review.read'), plain('plugin::review.inbox'), plain('plugin::review.deputies'), plain('plugin::office.read'), plain('plugin::office.keep')];

const BREAK_GLASS_NAME = '应急账号';

/** 应急账号: enough to give somebody else an account and to look at the audit, no content and no programmers' settings. */
const BREAK_GLASS = [
  plain('plugin::accounts.people'),
  plain('plugin::review.deputies'),
  plain('plugin::review.audit'),
];

/**
 * Roles as code, applied at every start. Nobody gets `explorer.publish` or `explorer.delete` for documents: what they do is done by
 * commands.
 */
const PERMISSIONS: Record<Role, Permission[]> = {
  uploader: [
    explorer('create', DOCUMENT, WRITTEN_FIELDS),
    explorer('read', DOCUMENT, READ_FIELDS, [OWN_DEPARTMENT]),
    explorer('update', DOCUMENT, WRITTEN_FIELDS, [OWN_DEPARTMENT]),
    plain('plugin::review.read'),
    plain('plugin::office.read'),
    ...['read', 'assets.create', 'assets.update', 'assets.download', 'assets.copy-link'].map((action) => plain(`plugin::upload.${action}`)),
  ],
  'deputy-head': REVIEWER,
  head: REVIEWER,
  releaser: REVIEWER,
  'system-admin': [
    ...MAINTAINED.flatMap(([subject, fields]) => [
      explorer('create', subject, fields),
      explorer('read', subject, fields),
      explorer('update', subject, fields),
      explorer('delete', subject, null),
    ]),
    plain('plugin::accounts.people'),
    plain('plugin::review.deputies'),
  ],
  'security-admin': [plain('plugin::accounts.people'), plain('plugin::checks.words')],
  auditor: [explorer('read', DOCUMENT, READ_FIELDS), plain('plugin::review.read'), plain('plugin::review.deputies'), plain('plugin::office.read'), plain('plugin::review.audit')],
};

/** Registers our actions and the condition that keeps an uploader to the own departments. To be called in `bootstrap`. */
export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  const { actionProvider, conditionProvider } = strapi.service('admin::permission') as {
    actionProvider: { registerMany(actions: object[]): Promise<void> };
    conditionProvider: { registerMany(conditions: object[]): Promise<void> };
  };
  await actionProvider.registerMany(ACTIONS);
  await conditionProvider.registerMany([
    {
      displayName: '本部门的信息',
      name: 'own-department',
      category: '审核',
      plugin: 'review',
      handler: async (user: { email: string }) => ({ departmentCode: { $in: await departmentsOf(strapi, user.email) } }),
    },
  ]);
};

interface RoleService {
  findOne(where: object): Promise<{ id: number; name: string } | null>;
  create(role: object): Promise<{ id: number }>;
  update(where: object, role: object): Promise<unknown>;
  assignPermissions(id: number, permissions: Permission[]): Promise<unknown>;
  deleteByIds(ids: number[]): Promise<unknown>;
  findOneWithUsersCount(where: object): Promise<{ id: number; usersCount: number } | null>;
}

/** Brings the roles of the database to what stands here; Strapi's Editor and Author, who may publish, are removed while nobody has them. */
export const applyRoles = async (strapi: Core.Strapi): Promise<void> => {
  const roles = strapi.service('admin::role') as RoleService;
  for (const [code, name] of Object.entries(ROLES) as [Role, string][]) {
    const wanted = { name, code: `${ROLE_PREFIX}${code}`, description: `${name}（由程序维护，改动会在启动时复原）` };
    const existing = await roles.findOne({ code: wanted.code });
    if (existing && existing.name !== name) await roles.update({ id: existing.id }, wanted);
    const { id } = existing ?? (await roles.create(wanted));
    await roles.assignPermissions(id, PERMISSIONS[code]);
  }
  // Strapi gives its super administrator everything at every start, and an English name.
  const breakGlass = await roles.findOne({ code: 'strapi-super-admin' });
  if (breakGlass) {
    if (breakGlass.name !== BREAK_GLASS_NAME) await roles.update({ id: breakGlass.id }, { name: BREAK_GLASS_NAME, description: '应急时使用：管理账号、查看审计，不办理稿件' });
    await roles.assignPermissions(breakGlass.id, BREAK_GLASS);
  }
  for (const code of ['strapi-editor', 'strapi-author']) {
    const builtIn = await roles.findOneWithUsersCount({ code });
    if (builtIn && builtIn.usersCount === 0) await roles.deleteByIds([builtIn.id]);
    else if (builtIn) await roles.assignPermissions(builtIn.id, []);
  }
};
