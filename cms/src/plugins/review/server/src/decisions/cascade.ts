/** 废止关系: what a released document says it repeals, as that document stands now. */
export interface RepealTarget {
  id: string;
  live: boolean;
  validity: 'valid' | 'invalid' | 'repealed' | null;
  /** Somebody has proposed to withdraw or invalidate it already. */
  proposed: boolean;
}

/**
 * 有效性 follows from 废止 relations: which documents are to be proposed for invalidation because this one was released. Proposed and not
 * done: a head confirms, since a wrong number in a relation must not take an ordinance out of force. Only what is public and still in
 * force; what somebody has already proposed keeps that proposal; nothing repeals itself.
 * @returns ids in the order in which they are named
 */
export const toBeRepealed = (by: { id: string; repeals: readonly string[] }, targets: readonly RepealTarget[]): string[] => {
  const known = new Map(targets.map((target) => [target.id, target]));
  return [...new Set(by.repeals)].filter((id) => {
    const target = known.get(id);
    if (!target || id === by.id) return false;
    return target.live && !target.proposed && target.validity !== 'repealed' && target.validity !== 'invalid';
  });
};
