import { Command } from 'commander';
import { readSettings } from '../settings.ts';

export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .summary('全量重建网站 / build the whole site anew')
    .description(
      '从公开副本重新生成全部页面和检索，作为一个新的站点版本上线；期间原站点照常服务。\n' +
        'Renders every page and the search from the replica into a new release; the present one is served meanwhile.',
    )
    .action(async () => {
      const settings = readSettings();
      const { rebuild } = await import('../publisher/index.ts');
      console.log(JSON.stringify(await rebuild(settings), null, 2));
    });
