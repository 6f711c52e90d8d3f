import { Command, InvalidArgumentError } from 'commander';
import { benches } from '../bench/registry.ts';

const positive = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('应为正整数 / a positive whole number');
  return number;
};

export const benchCommand = (): Command =>
  new Command('bench')
    .summary('测量 / measure')
    .description(
      '在自己的文件夹里测量一项性能，打印表格；时间旁边是同一分钟内参照运行的倍数。不动用户的数据。\n' +
        "Measures one thing in a folder of its own and prints a table; beside each time stands its ratio to a reference run in the same minute. The user's data are left alone.",
    )
    .argument('<name>', `${benches.map(({ name }) => name).join('、')}`)
    .option('--documents <n>', '文档数 / number of documents', positive)
    .option('--seed <n>', '随机种子 / seed', positive, 1)
    .option('--json', '最后一行输出一个 JSON 对象 / print one JSON object as the last line')
    .addHelpText('after', `\n${benches.map(({ name, about }) => `  ${name}  ${about}`).join('\n')}`)
    .action(async (name: string, options: { documents?: number; seed: number; json?: boolean }) => {
      const { runBench } = await import('../bench/bench.ts');
      await runBench(name, { documents: options.documents ?? null, seed: options.seed, json: options.json ?? false });
    });
