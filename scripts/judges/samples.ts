import { elementsOfPage } from './markup.ts';

/** Attributes whose value makes another thing of the element, and not only another text. */
const TELLING = new Set(['role', 'type', 'rel', 'scope', 'aria-current']);

/** What a page is built of: its elements with their classes and attributes. Texts and addresses say nothing about the markup. */
export const featuresOf = (html: string): Set<string> => {
  const features = new Set<string>();
  for (const { tagName, attrs } of elementsOfPage(html)) {
    features.add(tagName);
    for (const { name, value } of attrs) {
      if (name === 'class') for (const one of value.split(/\s+/)) features.add(`${tagName}.${one}`);
      else features.add(TELLING.has(name) ? `${tagName}[${name}=${value}]` : `${tagName}[${name}]`);
    }
  }
  return features;
};

/**
 * Pages that together show everything any of them is built of: the one with most that is new, again and again. So a document with
 * a chart, a repealed one or a corrected one is judged because it looks different, not because somebody remembered it.
 *
 * @param features of each page; @returns names of pages, the richest first
 */
export const coveringSamples = (features: ReadonlyMap<string, ReadonlySet<string>>): string[] => {
  const left = new Set([...features.values()].flatMap((each) => [...each]));
  const chosen: string[] = [];
  while (left.size > 0) {
    let best: [name: string, gain: number] = ['', 0];
    for (const [name, each] of features) {
      const gain = [...each].filter((feature) => left.has(feature)).length;
      if (gain > best[1]) best = [name, gain];
    }
    chosen.push(best[0]);
    for (const feature of features.get(best[0]) ?? []) left.delete(feature);
  }
  return chosen;
};
