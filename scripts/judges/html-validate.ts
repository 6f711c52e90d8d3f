import { createHash } from 'node:crypto';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** What the HTML standard says, not rules of taste: the preset `standard`, and not `recommended`. */
const judge = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }));

/** What was said of a page, by its text: one that only looks different, as in the dark, reads the same. */
const said = new Map<string, Promise<string[]>>();

/**
 * @param html as the server sends it, or as the browser writes out what it holds after our scripts ran
 * @returns one line a fault
 */
export const markupFaultsOf = (html: string, name: string): Promise<string[]> => {
  const text = createHash('sha256').update(html).digest('hex');
  let faults = said.get(text);
  if (!faults) said.set(text, (faults = faultsOf(html, name)));
  return faults;
};

const faultsOf = async (html: string, name: string): Promise<string[]> => {
  const { results } = await judge.validateString(html, name);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column}: ${message}`));
};
