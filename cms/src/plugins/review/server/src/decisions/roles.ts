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
  /** Roles the person may act in now: the own ones and those taken over as somebody's deputy. */
  roles: Role[];
  /** Departments an uploader works for; empty for everybody else. */
  departments: string[];
  /** Own roles, where some of `roles` are only taken over. */
  ownRoles?: Role[];
  /** Whom the person stands in for now (代理). */
  deputyFor?: Represented[];
}

/** 被代理人: the absent person a deputy acts for, in one role. */
export interface Represented {
  id: string;
  name: string;
  role: Role;
}

/** Roles held in one's own right. */
export const ownRoles = (actor: Actor): readonly Role[] => actor.ownRoles ?? actor.roles;

/**
 * In what capacity somebody acts in one of `roles`: in the own right where that is enough, else for whoever is represented.
 * @param conflicts - whether acting for this person is out of the question; such a one is taken only if there is no other
 * @returns null: in the own right; undefined: not at all
 */
export const capacity = (
  actor: Actor,
  roles: readonly Role[],
  conflicts: (represented: Represented) => boolean = () => false,
): Represented | null | undefined => {
  if (ownRoles(actor).some((role) => roles.includes(role))) return null;
  const represented = (actor.deputyFor ?? []).filter(({ role }) => roles.includes(role));
  return represented.find((person) => !conflicts(person)) ?? represented[0];
};

/** Both names, as the audit and the screens show them. */
export const nameOfDeputy = (deputy: string, represented: Represented): string => `${deputy}（代${represented.name}）`;
