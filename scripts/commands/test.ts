import { Command } from 'commander';

export const testCommand = (): Command =>
  new Command('test')
    .summary('运行全部检查 / run all checks')
    .description(
      '运行类型、规范、引用规则、单元、数据库和浏览器测试，最后一行是总数；--heavy 改为运行长时间的测试和外部评判工具。\n' +
        'Runs types, lint, import rules, unit, database and browser tests; the last line is the total. --heavy runs the long tests and the outside judges instead.',
    )
    .option('--heavy', '长时间的测试 / the long tests')
    .option('--only <runners>', '只运行这些（逗号分隔）：types,lint,rules,unit,db,browser / only these')
    .action(async (options: { heavy?: boolean; only?: string }) => {
      const { runChecks } = await import('../checks/run-checks.ts');
      process.exitCode = (await runChecks({ heavy: options.heavy ?? false, only: options.only?.split(',') ?? null })) ? 0 : 1;
    });
