import { readFile } from 'node:fs/promises';
import { invalid } from '../../../../review/server/src/errors';
import { convertWord } from '../word/convert';

interface Handed {
  filepath: string;
  originalFilename: string | null;
}
interface Context {
  request: { files?: Record<string, Handed | Handed[] | undefined> };
  body: unknown;
}

export const wordController = () => ({
  /** POST /writing/word, a form with one `file`: what it would become. Nothing is kept. */
  async convert(ctx: Context) {
    const given = ctx.request.files?.file;
    const file = Array.isArray(given) ? given[0] : given;
    if (!file) throw invalid('INVALID', '没有收到文件。', '请选择一个 .docx 文件。');
    ctx.body = await convertWord(file.originalFilename ?? '', await readFile(file.filepath));
  },
});
