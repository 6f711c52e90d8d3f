import type { ReadRow } from './read-rows.ts';

/** Only line feeds part rows: U+2028 and its like are allowed inside a JSON string. */
async function* lines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One JSON object a line; blank lines are passed over but counted. */
export async function* readNdjson(chunks: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  let line = 0;
  for await (const text of lines(chunks)) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(text);
      yield isObject(value)
        ? { line, row: value }
        : { line, fault: { code: 'NOT_AN_OBJECT', message: '这一行不是 JSON 对象' }, raw: text };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield { line, fault: { code: 'BAD_JSON', message: `不是有效的 JSON：${error.message}` }, raw: text };
    }
  }
}
