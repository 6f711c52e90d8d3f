import { blocksOf, textOfBlock } from './differences/blocks';

/** What a reviewer marked, as it comes from a screen. */
export interface GivenMark {
  block: number;
  from: number;
  to: number;
  quote: string;
  remark: string;
}

const MOST_MARKS = 50;
const LONGEST_QUOTE = 2000;
const LONGEST_REMARK = 500;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

/**
 * Reads marks that were handed in. @returns null when something about them is wrong; the reason is shown by the caller
 */
export const marksIn = (value: unknown): GivenMark[] | null => {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST_MARKS) return null;
  const marks = value.flatMap((mark: unknown) => {
    if (!isObject(mark) || typeof mark.quote !== 'string' || typeof mark.remark !== 'string') return [];
    const { block, from, to } = mark;
    const quote = mark.quote.trim();
    const remark = mark.remark.trim();
    if (!isOffset(block) || !isOffset(from) || !isOffset(to) || to <= from) return [];
    if (quote === '' || quote.length > LONGEST_QUOTE || remark.length > LONGEST_REMARK) return [];
    return [{ block, from, to, quote, remark }];
  });
  return marks.length === value.length ? marks : null;
};

/** Marks whose words are not in the body: made on another revision, or made up. */
export const strangeMarks = (marks: GivenMark[], body: string): GivenMark[] => {
  const text = withoutBlanks(blocksOf(body).map(textOfBlock).join('').replace(/［图片：[^］]*］/g, ''));
  return marks.filter(({ quote }) => !text.includes(withoutBlanks(quote)));
};
