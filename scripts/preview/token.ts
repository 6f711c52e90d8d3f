import { createHmac, timingSafeEqual } from 'node:crypto';

/** The word the CMS asks with, made from a key both sides have (`cms/src/plugins/writing/server/src/preview/renderer.ts`). */
export const previewToken = (mediaKey: string): string => createHmac('sha256', mediaKey).update('preview-renderer').digest('base64url');

export const bearsToken = (authorization: string | undefined, mediaKey: string): boolean => {
  const given = Buffer.from((authorization ?? '').replace(/^Bearer /, ''));
  const expected = Buffer.from(previewToken(mediaKey));
  return given.length === expected.length && timingSafeEqual(given, expected);
};
