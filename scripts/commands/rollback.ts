import { Command, InvalidArgumentError } from 'commander';
import { readSettings } from '../settings.ts';

const releaseNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('应为站点版本号，例如 12 / a release number, e.g. 12');
  return number;
};

export const rollbackCommand = (): Command =>
  new Command('rollback')
    .summary('退回上一个站点版本 / go back to an earlier release')
    .description(
      '换回上一个（或指定的）站点版本；此后撤回的内容不会因此重新出现。\n' +
        'Brings back the release before this one, or the one named; what was withdrawn since stays withdrawn.',
    )
    .argument('[release]', '站点版本号 / number of the release', releaseNumber)
    .action(async (release: number | undefined) => {
      const settings = readSettings();
      const { rollback } = await import('../publisher/index.ts');
      console.log(JSON.stringify(await rollback(settings, release), null, 2));
    });
