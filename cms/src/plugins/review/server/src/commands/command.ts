import type { Json } from '../decisions/canonical';
import type { Represented } from '../decisions/roles';
import type { Action, ReviewResult } from '../decisions/transitions';
import type { ProposedKind, State } from '../decisions/states';
import type { Passage } from '../door';
import type { StateRow } from '../tables/state';

/** What a person hands in with a command. */
export interface CommandInput {
  reason?: string;
  /** 更正说明: what the public is told was put right. */
  note?: string;
  kind?: ProposedKind;
  column?: string;
  /** Instant at which a pin ends. */
  until?: string;
  /** Instant of a planned release or take-down. */
  at?: string;
  /** Instant at which what is released now is to be taken down. */
  takeDownAt?: string;
  /** 补审结论. */
  result?: ReviewResult;
  /** Set by the due changes only: who planned this and when. */
  planned?: Planned;
  /** Marked passages that go with a return; read by `decisions/marks.ts`. */
  marks?: unknown;
  /** Reasons for warnings of the checks, as the client sent them; the checks plugin reads them. */
  accepted?: unknown;
  /** Secrecy review that comes with an approval, as the client sent it; the checks plugin reads it. */
  secrecy?: unknown;
}

export interface Planned {
  by: string;
  at: string;
  dueAt: string;
}

/** What a command needs that is slow (files, pictures) and so made before the transaction opens. */
export type Prepared = unknown;

export interface CommandContext extends Passage {
  row: StateRow;
  input: CommandInput;
  /** State the decision has given. */
  to: State;
  /** Whom the actor stands in for. */
  represented: Represented | null;
}

export interface Outcome {
  changes: Partial<StateRow>;
  detail: { [key: string]: Json };
}

export interface Command<P = Prepared> {
  action: Action;
  /** Runs outside the transaction; the version of the row is compared again inside. */
  prepare?(context: { strapi: Passage['strapi']; row: StateRow; input: CommandInput }): Promise<P>;
  /** The command itself. @returns what changes in the row, and what the audit entry says beyond actor, action and object. */
  call(context: CommandContext, prepared: P): Promise<Outcome>;
}

/** Lets TypeScript infer what `prepare` hands to `call`. */
export const command = <P>(given: Command<P>): Command => given as Command;
