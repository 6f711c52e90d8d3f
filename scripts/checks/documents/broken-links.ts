import { posix } from 'node:path';
import type { Document } from './read-document.ts';

const ELSEWHERE = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Links of these documents that lead nowhere. Links to other sites are not followed: tests need no network.
 * @param documents by path from the workspace
 * @param exists whether the workspace has a file or folder of this path
 * @returns one sentence a link
 */
export const brokenLinks = (documents: ReadonlyMap<string, Document>, exists: (path: string) => boolean): string[] =>
  [...documents].flatMap(([path, { links }]) =>
    links.flatMap(({ target, line }) => {
      const fault = faultOf(path, target, documents, exists);
      return fault ? [`${path}:${line} ${target}: ${fault}`] : [];
    }),
  );

const faultOf = (
  from: string,
  target: string,
  documents: ReadonlyMap<string, Document>,
  exists: (path: string) => boolean,
): string | null => {
  if (ELSEWHERE.test(target)) return null;
  const [file = '', anchor] = target.split('#');
  const path = pathOf(from, file);
  if (file.startsWith('/') || path.startsWith('..')) return 'leads out of the repository; write it relative to this document';
  if (!exists(path)) return 'no such file';
  if (anchor === undefined) return null;
  return documents.get(path)?.anchors.has(anchor) ? null : 'no such heading';
};

const pathOf = (from: string, file: string): string =>
  file === '' ? from : posix.normalize(posix.join(posix.dirname(from), file));

/** Documents one comes to from these by links. @returns paths, the beginnings among them */
export const reachable = (documents: ReadonlyMap<string, Document>, beginnings: string[]): Set<string> => {
  const reached = new Set(beginnings);
  for (const path of reached) {
    for (const { target } of documents.get(path)?.links ?? []) {
      const next = pathOf(path, target.split('#')[0] ?? '');
      if (!ELSEWHERE.test(target) && documents.has(next)) reached.add(next);
    }
  }
  return reached;
};
