/** 字数 as offices count: every Han character and mark of punctuation one, a run of Latin letters or digits one; blanks none. */
export const wordCount = (text: string): number => (text.match(/[A-Za-z0-9À-ɏ]+(?:['’.,:/-][A-Za-z0-9À-ɏ]+)*|[^\sA-Za-z0-9À-ɏ]/gu) ?? []).length;
