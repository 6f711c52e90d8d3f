import type { Core } from '@strapi/strapi';
import type { CommandInput } from './commands/command';
import type { Json } from './decisions/canonical';
import type { Actor } from './decisions/roles';
import type { Action } from './decisions/transitions';
import type { Passage } from './door';
import type { StateRow } from './tables/state';

/** What a gate hands on when it lets a command pass. */
export interface Passed {
  /** Goes into the command's audit entry. */
  detail?: { [key: string]: Json };
  /** Written in the transaction of the command. */
  within?(passage: Passage, row: StateRow): Promise<void>;
}

/**
 * What another part has to say before a command: checks before submission, the secrecy review before release. It runs before the
 * transaction opens (reading a PDF takes its time); that the row has not changed since is compared inside.
 */
export interface Gate {
  before: readonly Action[];
  /**
   * `action` is one of `before`; `command` is what is done, which may be another that has to pass the same gate (a planned or an urgent
   * release). No request is under way when a planned release comes due.
   * @throws a refusal of `errors.ts`; what it returns is kept with the command
   */
  check(context: { strapi: Core.Strapi; actor: Actor; action: Action; command?: Action; row: StateRow; input: CommandInput }): Promise<Passed | undefined>;
}

/** What another part does when a command is done, in the same transaction: notices, tasks, links to the register. */
export interface Follower {
  after(passage: Passage, done: { action: Action; before: StateRow; after: StateRow; input: CommandInput }): Promise<void>;
}

/** What another part does when the publisher has acknowledged a release, in the transaction of the acknowledgement. */
export interface LiveFollower {
  after(passage: Passage, done: { live: StateRow[]; setAside: { row: StateRow; reason: string }[] }): Promise<void>;
}

const gates: Gate[] = [];
const followers: Follower[] = [];
const liveFollowers: LiveFollower[] = [];

/** To be called in a plugin's `register`; a second start in one process begins with an empty list (`clearGates`). */
export const addGate = (gate: Gate): void => void gates.push(gate);
export const addFollower = (follower: Follower): void => void followers.push(follower);
export const addLiveFollower = (follower: LiveFollower): void => void liveFollowers.push(follower);
export const clearGates = (): void => {
  gates.length = 0;
  followers.length = 0;
  liveFollowers.length = 0;
};

/**
 * Asks every gate in turn.
 * @param as - commands whose gates apply: a release that is planned passes those of a release; a gate is asked once, for the first
 * @throws the first refusal
 */
export const passGates = async (context: Parameters<Gate['check']>[0], as: readonly Action[] = [context.action]): Promise<Passed[]> => {
  const passed: Passed[] = [];
  for (const gate of gates) {
    const action = as.find((each) => gate.before.includes(each));
    if (!action) continue;
    const answer = await gate.check({ ...context, action, command: context.action });
    if (answer) passed.push(answer);
  }
  return passed;
};

export const tellFollowers: Follower['after'] = async (passage, done) => {
  for (const follower of followers) await follower.after(passage, done);
};

export const tellLiveFollowers: LiveFollower['after'] = async (passage, done) => {
  for (const follower of liveFollowers) await follower.after(passage, done);
};
