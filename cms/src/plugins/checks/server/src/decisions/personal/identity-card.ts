import type { Figures, Window } from './figures';
import { leadOf, takenIn, windowsOf } from './figures';

/** Provinces and regions of the first two figures (GB/T 2260), with the residence permits of people from Hong Kong, Macao and Taiwan (81–83). */
const REGIONS = new Set(
  [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83].map(String),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const OLDEST = 1900;

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Check character of the first 17 figures: GB 11643-1999, ISO 7064 MOD 11-2. */
export const checkCharacter = (seventeen: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
};

/** Whether the region and the day of birth can be; `today` is `yyyy-mm-dd`. */
const isPlausible = (number: string, today: string): boolean => {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  if (!REGIONS.has(number.slice(0, 2))) return false;
  return Number(year) >= OLDEST && isDay(Number(year), Number(month), Number(day)) && `${year}-${month}-${day}` <= today;
};

export const isIdentityNumber = (number: string, today: string): boolean =>
  /^\d{17}[\dX]$/.test(number) && isPlausible(number, today) && checkCharacter(number.slice(0, 17)) === number[17];

/** The number of 15 figures, given until 1999: it has no check character, and the year only two figures. */
export const isOldIdentityNumber = (number: string): boolean =>
  /^\d{15}$/.test(number) &&
  REGIONS.has(number.slice(0, 2)) &&
  isDay(1900 + Number(number.slice(6, 8)), Number(number.slice(8, 10)), Number(number.slice(10, 12)));

export interface FoundNumber {
  from: number;
  to: number;
  /** `sure`: nothing else looks like this. `likely`: it looks like one and the text around it says so. `doubtful`: it may be something else. */
  certainty: 'sure' | 'likely' | 'doubtful';
}

const SAYS_IDENTITY = /身份证|身份号|证件号|公民身份|居民身份|证号|ID\s*(?:card|No)/i;
const LAST_X = /^[\s\p{Pd}.]{0,2}[Xx×ХⅩ](?![A-Za-z0-9×])/u;

/** All identity card numbers of a text, with whatever stands between the figures. */
export const identityNumbers = ({ folded, chains }: Figures, context: string, today: string): FoundNumber[] => {
  const found: FoundNumber[] = [];
  const says = (from: number) => SAYS_IDENTITY.test(context) || SAYS_IDENTITY.test(leadOf(folded.text, from));
  for (const chain of chains) {
    const taken = takenIn(chain);
    const add = (window: Window, to: number, certainty: FoundNumber['certainty']) => {
      taken.take(window);
      found.push({ from: window.from, to, certainty });
    };
    for (const window of windowsOf(chain, 18)) {
      if (!taken.isFree(window)) continue;
      if (isIdentityNumber(window.figures, today)) add(window, window.to, 'sure');
      else if (window.first === window.last && isPlausible(window.figures, today) && says(window.from)) add(window, window.to, 'doubtful');
    }
    for (const window of windowsOf(chain, 17)) {
      const tail = LAST_X.exec(folded.text.slice(window.to, window.to + 5));
      if (!tail || !taken.isFree(window)) continue;
      if (isIdentityNumber(`${window.figures}X`, today)) add(window, window.to + tail[0].length, 'sure');
    }
    for (const window of windowsOf(chain, 15)) {
      const compact = window.first === window.last;
      if (!isOldIdentityNumber(window.figures) || !taken.isFree(window)) continue;
      if (says(window.from)) add(window, window.to, 'likely');
      else if (compact && chain.groups.length === 1) add(window, window.to, 'doubtful');
    }
  }
  return found;
};
