import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** What the HTML standard says, not rules of taste: the preset `standard`, and not `recommended`. */
const judge = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }));

/**
 * @param html as the server sends it, or as the browser writes out what it holds after our scripts ran
 * @returns one line a fault
 */
export const markupFaultsOf = async (html: string, name: string): Promise<string[]> => {
  const { results } = await judge.validateString(html, name);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column}: ${message}`));
};
