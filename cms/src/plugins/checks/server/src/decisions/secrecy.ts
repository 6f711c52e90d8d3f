/** 保密审查: who looked whether it may be public, on which basis, with which result (条例 第十七条; 保守国家秘密法 2024 第三十五条). */
export interface SecrecyInput {
  result: 'publishable' | 'not-publishable';
  basis: string;
  note: string;
}

export interface SecrecyRecord extends SecrecyInput {
  contentHash: string;
  by: string;
  byName: string;
  at: string;
}

export const SECRECY_RESULTS = { publishable: '可以公开', 'not-publishable': '不予公开' } as const;

const SHORTEST_BASIS = 2;

/** What a client sent, if it says a result and a basis. */
export const readSecrecy = (value: unknown): SecrecyInput | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { result, basis, note } = value as Record<string, unknown>;
  if (result !== 'publishable' && result !== 'not-publishable') return null;
  if (typeof basis !== 'string' || basis.trim().length < SHORTEST_BASIS) return null;
  return { result, basis: basis.trim().slice(0, 500), note: typeof note === 'string' ? note.trim().slice(0, 1000) : '' };
};

export type SecrecyStanding =
  | { passed: true; record: SecrecyRecord }
  | { passed: false; code: 'SECRECY_MISSING' | 'SECRECY_NOT_PUBLISHABLE'; message: string; hint: string };

/** The newest record for exactly this content counts; an edit gives the content another hash and so leaves it without one. */
export const secrecyStanding = (records: SecrecyRecord[], contentHash: string | null): SecrecyStanding => {
  const record = records.filter((one) => one.contentHash === contentHash).sort((one, other) => (one.at < other.at ? -1 : 1)).at(-1);
  if (!record) {
    return { passed: false, code: 'SECRECY_MISSING', message: '还没有保密审查，不能发布。', hint: '请副站长或站长（不是起草人）先做保密审查，写明依据和结果。' };
  }
  if (record.result === 'not-publishable') {
    return { passed: false, code: 'SECRECY_NOT_PUBLISHABLE', message: `保密审查结果是“不予公开”（${record.byName}）。`, hint: '请退回起草人；修改后重新送审、重新审查。' };
  }
  return { passed: true, record };
};

interface Reviewer {
  id: string;
  roles: string[];
}

/** The deputy head or the head, and nobody who wrote it. */
export const mayReviewSecrecy = (actor: Reviewer, authors: string[]): { allowed: true } | { allowed: false; code: string; message: string; hint: string } => {
  if (!actor.roles.includes('deputy-head') && !actor.roles.includes('head')) {
    return { allowed: false, code: 'ROLE_MAY_NOT', message: '保密审查由副站长或站长办理，您的账号没有这个角色。', hint: '请联系副站长或站长。' };
  }
  if (authors.includes(actor.id)) {
    return { allowed: false, code: 'SAME_PERSON', message: '您是这条信息的起草或送审人，不能由您做保密审查。', hint: '请另一位副站长或站长办理。' };
  }
  return { allowed: true };
};
