/**
 * Aho–Corasick (1975): finds every word of a list in one pass over the text, however long the list is. Small enough to be our own:
 * the published packages are either unmaintained or bring no places of matches.
 */
interface Node {
  next: Map<string, Node>;
  fail: Node | null;
  /** Numbers of the words that end here, those of the failure links included. */
  ends: number[];
}

export interface Hit {
  /** Index of the word in the list. */
  word: number;
  from: number;
  to: number;
}

export interface Automaton {
  find(text: string): Hit[];
}

const node = (): Node => ({ next: new Map(), fail: null, ends: [] });

export const buildAutomaton = (words: string[]): Automaton => {
  const root = node();
  words.forEach((word, index) => {
    let at = root;
    for (const unit of word.split('')) {
      const next = at.next.get(unit) ?? node();
      at.next.set(unit, next);
      at = next;
    }
    if (word !== '') at.ends.push(index);
  });
  const queue: Node[] = [root];
  for (let head = 0; head < queue.length; head += 1) {
    const at = queue[head] as Node;
    for (const [unit, child] of at.next) {
      let fail = at.fail;
      while (fail && !fail.next.has(unit)) fail = fail.fail;
      child.fail = fail?.next.get(unit) ?? root;
      child.ends.push(...child.fail.ends);
      queue.push(child);
    }
  }
  return {
    find: (text) => {
      const hits: Hit[] = [];
      let at = root;
      for (let index = 0; index < text.length; index += 1) {
        const unit = text[index] as string;
        while (at !== root && !at.next.has(unit)) at = at.fail ?? root;
        at = at.next.get(unit) ?? root;
        for (const word of at.ends) hits.push({ word, from: index + 1 - (words[word] as string).length, to: index + 1 });
      }
      return hits;
    },
  };
};
