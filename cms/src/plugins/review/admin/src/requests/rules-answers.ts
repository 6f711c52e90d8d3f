import type { Effect } from '../../../server/src/decisions/effects';
import type { Role } from '../../../server/src/decisions/roles';
import type { ProposedKind } from '../../../server/src/decisions/states';
import type { ReviewResult } from '../../../server/src/decisions/transitions';
import type { Alarm } from '../../../server/src/tables/alarms';

/** What a command is handed beside the version. Instants are ISO 8601 in UTC. */
export interface CommandAnswers {
  reason?: string;
  note?: string;
  kind?: ProposedKind;
  column?: string;
  until?: string;
  at?: string;
  takeDownAt?: string;
  result?: ReviewResult;
}

/** What the panel says beyond state and round. */
export interface PanelRules {
  correctionNote: string | null;
  plans: { releaseAt: string | null; takeDownAt: string | null; fault: string | null };
  /** An urgent release whose second review is open. */
  urgent: { by: string | null; at: string | null; reason: string | null; reviewDue: string } | null;
  repealedBy: string | null;
  furtherColumns: string[];
  /** Whom the person reading stands in for now. */
  standingInFor: { name: string; role: Role; label: string }[];
}

export interface EffectsQuestion {
  documentId: string;
  action: string;
  kind?: string;
  column?: string;
}

export interface Person {
  id: string;
  name: string;
  roles: Role[];
}

export interface Deputy {
  id: string;
  principal: string;
  deputy: string;
  role: Role;
  roleLabel: string;
  from: string;
  until: string;
  reason: string;
  namedBy: string;
  namedAt: string;
  standing: 'revoked' | 'over' | 'ahead' | 'now';
  mayRevoke: boolean;
}

export interface Deputies {
  deputies: Deputy[];
  people: Person[];
  self: string;
  mayNameFor: 'anybody' | 'self' | 'nobody';
  roles: { code: Role; label: string }[];
}

export interface DeputyRequest {
  principal: string;
  deputy: string;
  role: string;
  from: string;
  until: string;
  reason: string;
}

export type { Alarm, Effect };
