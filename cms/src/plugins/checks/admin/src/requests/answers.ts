import type { Finding } from '../../../server/src/decisions/finding';
import type { SecrecyInput, SecrecyRecord } from '../../../server/src/decisions/secrecy';
import type { ListVersion, StoredWord } from '../../../server/src/tables/words';

/** What the server half answers (`server/src/routes/*.ts`). */
export interface ChecksAnswer {
  findings: Finding[];
  /** Reasons already given for this content. */
  accepted: { finding: string; reason: string }[];
  listVersion: number;
  checkedAt: string;
}

export interface SecrecyAnswer {
  /** Whether this round still needs one before release. */
  required: boolean;
  passed: boolean;
  record: SecrecyRecord | null;
  earlier: SecrecyRecord[];
  mayReview: boolean;
  contentHash: string | null;
}

export interface WordsAnswer {
  version: number;
  words: StoredWord[];
  versions: ListVersion[];
}

export type NewWord = Omit<StoredWord, 'id' | 'since'>;

export interface TryAnswer {
  findings: Finding[];
  listVersion: number;
}

export type { Finding, SecrecyInput, SecrecyRecord, StoredWord };
