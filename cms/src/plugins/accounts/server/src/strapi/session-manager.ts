import type { Core } from '@strapi/strapi';
import { reading } from '../../../../review/server/src/tables/reading';
import { beginSession, carryOnSession } from '../commands/begin-session';
import { outlived } from '../session-age';
import { readSession } from '../tables/sessions';

type Rotation = { token: string; sessionId: string } | { error: string };

interface OriginSessions {
  origin: string;
  generateRefreshToken(userId: string, deviceId: string | undefined, options: object): Promise<{ token: string; sessionId: string }>;
  rotateRefreshToken(token: string): Promise<Rotation>;
}

const watched = new WeakSet<object>();

/** Session named by a refresh token. Unchecked: Strapi checks the token itself before it renews it. */
export const sessionNamedBy = (token: string): string => {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sessionId?: unknown };
    return typeof payload.sessionId === 'string' ? payload.sessionId : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
};

/**
 * Stands in front of Strapi's session manager, through which every login passes (password, invitation, new password): each session
 * gets our row. Strapi makes a new manager object at every call, so its class is what is changed.
 */
export const watchSessions = (strapi: Core.Strapi): void => {
  const manager = strapi.sessionManager as unknown as (origin: string) => OriginSessions;
  const prototype = Object.getPrototypeOf(manager('admin')) as OriginSessions;
  if (watched.has(prototype)) return;
  watched.add(prototype);
  const { generateRefreshToken, rotateRefreshToken } = prototype;
  prototype.generateRefreshToken = async function begin(this: OriginSessions, userId, deviceId, options) {
    const made = await generateRefreshToken.call(this, userId, deviceId, options);
    if (this.origin === 'admin') await beginSession(current(), Number(userId), made.sessionId);
    return made;
  };
  prototype.rotateRefreshToken = async function carryOn(this: OriginSessions, token) {
    const from = sessionNamedBy(token);
    const row = await readSession(await reading(current()), from);
    if (this.origin === 'admin' && (!row || row.ended_at || outlived(row, Date.now()))) return { error: 'invalid_refresh_token' };
    const rotation = await rotateRefreshToken.call(this, token);
    if (!('error' in rotation)) await carryOnSession(current(), from, rotation.sessionId);
    return rotation;
  };
};

/** The running Strapi: the class outlives the one it was changed for where a process starts a second. */
const current = (): Core.Strapi => (globalThis as unknown as { strapi: Core.Strapi }).strapi;
