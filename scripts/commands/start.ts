import { Command, Option } from 'commander';

export const startCommand = (): Command =>
  new Command('start')
    .summary('启动全部 / start everything')
    .description(
      '构建并启动内容管理系统、发布机、网站和预览，留在前台；Ctrl-C 全部停止。第一次会生成密钥、填入演示内容。\n' +
        'Builds and starts the CMS, the publisher, the site and the preview, and stays in the foreground; Ctrl-C stops all. The first time it makes the secrets and fills in the demonstration.',
    )
    .addOption(new Option('--only <part>', '只启动一个部分 / start one part only').choices(['cms', 'publisher', 'site', 'preview']))
    .option('--no-demonstration', '不填入演示内容 / leave the demonstration out')
    .addHelpText(
      'after',
      '\n环境变量 / environment: CMS_PORT, SITE_PORT, PUBLISHER_PORT, SITE_URL, GONGKAI_HOST, GONGKAI_DATA, DATABASE_URL\n例 / example: SITE_PORT=9000 npm start',
    )
    .action(async (options: { only?: 'cms' | 'publisher' | 'site' | 'preview'; demonstration: boolean }) => {
      const { start } = await import('../processes/start.ts');
      await start({ only: options.only ?? null, demonstration: options.demonstration });
    });
