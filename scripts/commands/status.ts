import { Command } from 'commander';
import { readSettings } from '../settings.ts';

export const statusCommand = (): Command =>
  new Command('status')
    .summary('查看运行状况 / show what is live')
    .description(
      '显示正在服务的站点版本、变更流游标、待办、被搁置的文档和最近的错误。\n' +
        'Shows the live release, the cursor, what is pending, documents set aside and the latest error.',
    )
    .action(async () => {
      const settings = readSettings();
      const { status } = await import('../publisher/index.ts');
      console.log(JSON.stringify(await status(settings), null, 2));
    });
