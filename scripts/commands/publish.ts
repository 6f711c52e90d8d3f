import { Command } from 'commander';
import { readSettings } from '../settings.ts';

export const publishCommand = (): Command =>
  new Command('publish')
    .summary('运行发布机 / run the publisher')
    .description(
      '在前台运行发布机：取变更流，生成页面，切换站点版本。npm start 已经包含它；单独部署时用这个命令。\n' +
        'Runs the publisher in the foreground: takes the change feed, renders pages, swaps the release. npm start includes it; use this where it is deployed by itself.',
    )
    .action(async () => {
      const settings = readSettings();
      const { runPublisher } = await import('../publisher/index.ts');
      await runPublisher(settings);
    });
