import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/**
 * Its rules for what the HTML standard says, not its rules of taste. It runs over the page as sent, and over the page as the
 * browser holds it after our scripts ran: there the browser wrote the markup, so rules about how markup is written do not apply.
 */
const judgeOfSource = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }));

const judgeOfDocument = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'], rules: {} }));

const linesOf = async (judge: HtmlValidate, html: string, name: string): Promise<string[]> => {
  const { results } = await judge.validateString(html, name);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column}: ${message}`));
};

/** @param html as the server sends it; @returns one line a fault */
export const sourceFaultsOf = (html: string, name: string): Promise<string[]> => linesOf(judgeOfSource, html, name);

/** @param html as the browser writes its document out; @returns one line a fault */
export const documentFaultsOf = (html: string, name: string): Promise<string[]> => linesOf(judgeOfDocument, html, name);
