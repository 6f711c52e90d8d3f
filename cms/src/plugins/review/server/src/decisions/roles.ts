/** Roles of the portal's staff (seed: "Review before publication …"; 三员分立 for the last three). */
export const ROLES = {
  uploader: '信息上传员',
  'deputy-head': '副站长',
  head: '站长',
  releaser: '发布员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  auditor: '审计员',
} as const;

export type Role = keyof typeof ROLES;

export const isRole = (code: string): code is Role => Object.hasOwn(ROLES, code);

/** 经办人: the account a command is done for. */
export interface Actor {
  /** Id of the admin account; `system` for what the system does by itself. */
  id: string;
  name: string;
  roles: Role[];
  /** Departments an uploader works for; empty for everybody else. */
  departments: string[];
}
