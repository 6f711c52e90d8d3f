import { COMMON_WORDS } from './common-passwords';

export const SHORTEST_PASSWORD = 10;
/** bcrypt reads no further. */
export const LONGEST_PASSWORD_BYTES = 72;
export const LEAST_CLASSES = 3;
/** How many earlier passwords may not come back. */
export const REMEMBERED_PASSWORDS = 5;
export const PASSWORD_VALID_DAYS = 90;

const DAY_MS = 24 * 3600 * 1000;

/** The rules as people are told them, beside the field. */
export const PASSWORD_RULES = [
  `至少 ${SHORTEST_PASSWORD} 个字符`,
  `大写字母、小写字母、数字、符号，至少有其中 ${LEAST_CLASSES} 类`,
  '不含姓名、邮箱名，不用常见密码、连续或重复的字符',
  `不与最近 ${REMEMBERED_PASSWORDS} 次的密码相同，${PASSWORD_VALID_DAYS} 天更换一次`,
];

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u];
const SEQUENCES = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LONGEST_RUN = 5;
const LONGEST_REPEAT = 4;

const reversed = (text: string): string => [...text].reverse().join('');

/** Whether five characters or more stand as on the keyboard, in the alphabet or in counting. */
const runs = (password: string): boolean => {
  const text = password.toLowerCase();
  for (let from = 0; from + LONGEST_RUN <= text.length; from += 1) {
    const part = text.slice(from, from + LONGEST_RUN);
    if (SEQUENCES.some((sequence) => sequence.includes(part) || sequence.includes(reversed(part)))) return true;
  }
  return false;
};

const repeats = (password: string): boolean => new RegExp(`(.)\\1{${LONGEST_REPEAT - 1}}`, 'u').test(password);

/** `Password123!` is `password` with trimmings. */
const isCommon = (password: string): boolean => {
  const bare = password.toLowerCase().replace(/^[^a-z@]+|[^a-z@]+$/g, '');
  return COMMON_WORDS.includes(bare) || COMMON_WORDS.includes(password.toLowerCase());
};

const SHORTEST_NAME_PART = 3;

/** Parts of name and e-mail that a password must not hold; Chinese names count from two characters on. */
const partsOf = ({ email, name }: Owner): string[] => {
  const local = email.split('@')[0] ?? '';
  const parts = [local, ...local.split(/[._+-]/), name, ...name.split(/\s+/)].map((part) => part.toLowerCase());
  return [...new Set(parts)].filter((part) => part.length >= SHORTEST_NAME_PART || (part.length >= 2 && /\p{Script=Han}/u.test(part)));
};

export interface Owner {
  email: string;
  name: string;
}

/**
 * What is wrong with a password, as sentences for its owner; an empty list when it is fit. Whether it was used before is asked
 * elsewhere: only hashes of earlier ones are kept.
 */
export const passwordFaults = (password: string, owner: Owner): string[] => {
  const faults: string[] = [];
  if ([...password].length < SHORTEST_PASSWORD) faults.push(`密码太短：至少 ${SHORTEST_PASSWORD} 个字符。`);
  if (new TextEncoder().encode(password).length > LONGEST_PASSWORD_BYTES) faults.push(`密码太长：最多 ${LONGEST_PASSWORD_BYTES} 个字节。`);
  if (CLASSES.filter((kind) => kind.test(password)).length < LEAST_CLASSES) {
    faults.push(`密码太简单：大写字母、小写字母、数字、符号，至少要有 ${LEAST_CLASSES} 类。`);
  }
  if (partsOf(owner).some((part) => password.toLowerCase().includes(part))) faults.push('密码里不能有姓名或邮箱名。');
  if (isCommon(password)) faults.push('这是常见的密码，容易被猜到。');
  else if (runs(password) || repeats(password)) faults.push('密码里有连续或重复的字符，容易被猜到。');
  return faults;
};

/** Whole days a password has left; below zero it has expired. */
export const daysLeft = (changedAt: string, now: number): number =>
  Math.floor((Date.parse(changedAt) + PASSWORD_VALID_DAYS * DAY_MS - now) / DAY_MS);
