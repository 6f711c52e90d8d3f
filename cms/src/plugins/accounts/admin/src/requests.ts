import { getFetchClient } from '@strapi/admin/strapi-admin';
import type { Fault } from '../../../review/admin/src/requests/fault';
import { faultOf } from '../../../review/admin/src/requests/fault';

/** What the server half answers (`server/src/routes/*.ts`). Instants are ISO 8601 in UTC. */
export type Stage = 'code' | 'password' | 'enrolment';

export interface GateState {
  stage: Stage | null;
  name: string;
  email: string;
  rules: string[];
  expired: boolean;
  told: string | null;
}

export interface Enrolment {
  key: string;
  address: string;
  qr: string;
}

export interface SessionLine {
  beganAt: string;
  seenAt: string;
  ip: string;
  agent: string;
  own?: boolean;
}

export interface Own {
  name: string;
  email: string;
  password: { changedAt: string | null; daysLeft: number; rules: string[] };
  secondFactor: { on: boolean; required: boolean; enrolledAt: string | null; recoveryCodesLeft: number };
  sessions: SessionLine[];
  told: string | null;
}

export interface RoleChoice {
  code: string;
  name: string;
}

export interface PersonLine {
  id: number;
  name: string;
  email: string;
  active: boolean;
  invited: boolean;
  breakGlass: boolean;
  roles: RoleChoice[];
  lastLoginAt: string | null;
  lastLoginIp: string | null;
  lockedUntil: string | null;
  passwordDaysLeft: number | null;
  mustChange: boolean;
  secondFactor: 'enrolled' | 'missing' | 'none';
  sessions: SessionLine[];
  may: { keep: boolean; protect: boolean; grant: boolean };
}

export interface People {
  people: PersonLine[];
  mayCreate: boolean;
  roles: RoleChoice[];
}

export interface Link {
  path: string;
  until: string;
}

export const read = async <T>(path: string): Promise<T> => (await getFetchClient().get<T>(`/accounts/${path}`)).data;

export const send = async <T>(path: string, body: object = {}): Promise<T> => (await getFetchClient().post<T>(`/accounts/${path}`, body)).data;

/** A failed request as people are shown it. */
export const faultIn = (error: unknown): Fault => {
  const answered = (error as { response?: { data?: { error?: unknown } } } | null)?.response?.data?.error;
  return faultOf(answered ?? error);
};
