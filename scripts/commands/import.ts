import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readSettings } from '../settings.ts';

const positive = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('应为正整数 / a positive whole number');
  return number;
};

/** npm changes to the workspace before it runs us; the file is meant from where the person stands. */
const fromCaller = (path: string): string => resolve(process.env.GONGKAI_CALLED_FROM ?? process.cwd(), path);

interface ImportOptions {
  mapping?: string;
  limit?: number;
  refused?: string;
  restart?: boolean;
}

export const importCommand = (): Command =>
  new Command('import')
    .summary('导入旧站内容 / import content of an older site')
    .description(
      '把 NDJSON、NDJSON.gz 或 CSV 文件导入内容管理系统，直接成为已发布的信息，并留下导入版本和审计记录。可以中断，再次运行从断点继续；重复运行不会改变任何内容。导不进去的行列出行号和原因，另存一个文件。\n' +
        'Imports NDJSON, NDJSON.gz or CSV through the CMS, straight to published, with a revision and an audit entry each. May be stopped and resumed; a second run changes nothing. Refused rows are listed with line and reason and kept in a file.',
    )
    .argument('<file>', '要导入的文件 / the file')
    .option(
      '-m, --mapping <name>',
      '字段对照：内置名（laws、news、disclosure-raw）或 JSON 文件；默认按文件名 / mapping: a built-in name or a JSON file; by the name of the file',
    )
    .option('-l, --limit <rows>', '只读前若干行 / read this many rows only', positive)
    .option('--refused <file>', '被拒绝的行存到哪里 / where refused rows are kept')
    .option('--restart', '不从断点继续，从头读起 / read from the start, not from where the last run stopped')
    .action(async (file: string, options: ImportOptions) => {
      const { importFile } = await import('../import/import-file.ts');
      const settings = readSettings();
      const outcome = await importFile(settings, {
        file: fromCaller(file),
        mapping: options.mapping ?? null,
        limit: options.limit ?? null,
        refusedFile: options.refused ? fromCaller(options.refused) : null,
        restart: options.restart ?? false,
      });
      process.exitCode = outcome.refused > 0 ? 1 : 0;
    });
