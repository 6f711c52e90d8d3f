import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { DOCUMENT } from '../../../../review/admin/src/content-manager/document-type';
import { EDITABLE } from '../../../../review/server/src/decisions/states';
import { RegisterLinks } from './register-links';
import { TemplatePicker } from './template-picker';

const EDITABLE_STATES: readonly string[] = EDITABLE;

/** 用模板, while the text may be written. */
export const TemplatePanel: PanelComponent = ({ model, document }) => {
  if (model !== DOCUMENT) return null;
  const state = document?.reviewState;
  if (typeof state === 'string' && !EDITABLE_STATES.includes(state)) return null;
  return { title: '文稿模板', content: <TemplatePicker /> };
};

/** 收发文: what the document was published from. */
export const RegisterPanel: PanelComponent = ({ model, document }) => {
  const publicId = document?.publicId;
  if (model !== DOCUMENT || typeof publicId !== 'string' || document?.reviewState !== 'released') return null;
  return { title: '收发文登记', content: <RegisterLinks publicId={publicId} /> };
};
