import { Command } from 'commander';
import { dataFolderOf } from '../settings.ts';

export const screenshotsCommand = (): Command =>
  new Command('screenshots')
    .summary('给每种页面截图 / take pictures of every page type')
    .description(
      '按 1280 和 360 两种宽度，给每种页面截整页的图，放进数据目录的 screenshots/。正在服务的网站在就截它，不在就临时生成演示网站来截。\n' +
        'Takes full-page pictures of every page type at 1280 and 360 px into screenshots/ of the data folder: of the live site where there is one, else of the demonstration’s portal, built for it.',
    )
    .option('--mode <names>', '阅读方式（逗号分隔） / ways of reading: normal,elder,large,dark,traditional', 'normal')
    .option('--all', '每种页面的全部样页，不只一页 / all samples of each page type, not one')
    .option('--demonstration', '不管有没有网站，都用演示网站 / take the demonstration even where there is a site')
    .action(async (options: { mode: string; all?: boolean; demonstration?: boolean }) => {
      const { takeScreenshots } = await import('../judges/screenshots.ts');
      const { folder, files } = await takeScreenshots(dataFolderOf(), {
        modes: options.mode.split(','),
        all: options.all ?? false,
        demonstration: options.demonstration ?? false,
        told: (file) => console.log(file),
      });
      console.log(`${files.length} 张图在 ${folder} / ${files.length} pictures`);
    });
