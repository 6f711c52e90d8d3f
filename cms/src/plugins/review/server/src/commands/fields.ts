import type { Core } from '@strapi/strapi';
import { plainLine, sanitiseBody } from '../content/sanitise';
import { normaliseDocumentNumber } from '../decisions/document-number';
import { tidied } from '../decisions/particulars/tidy';
import type { Actor } from '../decisions/roles';
import { forbidden, invalid } from '../errors';
import { reading } from '../tables/reading';
import { columnKind, departmentExists } from '../tables/reference';

const LINES = ['title', 'source', 'author', 'keywords', 'issuer', 'documentNumber', 'topicClass', 'genreClass', 'audienceClass'] as const;

/** What only commands write; whatever a form or a client sends for it is thrown away. */
const OURS = ['publicId', 'indexNumber', 'reviewState', 'lockVersion', 'publishedAt', 'createdBy', 'updatedBy'] as const;

/** Cleans the fields of a draft in place: the body by the sanitiser, lines of their invisible characters, 专项内容 to the form of their type. */
export const cleanFields = (data: Record<string, unknown>): void => {
  if (typeof data.body === 'string') data.body = sanitiseBody(data.body);
  for (const field of LINES) if (typeof data[field] === 'string') data[field] = plainLine(data[field]);
  if (typeof data.documentNumber === 'string') data.documentNumber = normaliseDocumentNumber(data.documentNumber);
  if (data.particulars !== undefined && data.particulars !== null) {
    data.particulars = tidied(data.particulars);
    if (data.particulars === null) throw invalid('INVALID', '没有这种专项内容。', '请刷新页面，按栏目重新填写专项内容。');
  }
  for (const field of OURS) if (field !== 'createdBy' && field !== 'updatedBy') delete data[field];
};

/** An uploader writes only for departments the account belongs to, and only in columns that exist. */
export const mustBeOwn = async (strapi: Core.Strapi, actor: Actor, department: string, column: string): Promise<void> => {
  if (!actor.roles.includes('uploader')) {
    throw forbidden('MAY_NOT', '起草和修改由信息上传员办理，您的账号没有这个角色。', '审核人发现问题请退回，由起草人修改。');
  }
  if (!actor.departments.includes(department)) {
    throw forbidden('OTHER_DEPARTMENT', '您的账号不属于这个部门。', '信息上传员只办理本部门的信息；如需调整所属部门，请联系系统管理员。');
  }
  const knex = await reading(strapi);
  if (!(await departmentExists(knex, department))) throw invalid('INVALID', '没有这个部门。', '请从列表中选择部门。');
  if (!(await columnKind(knex, column))) throw invalid('INVALID', '没有这个栏目。', '请从列表中选择栏目。');
};
