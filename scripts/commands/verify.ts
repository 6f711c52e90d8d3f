import { Command } from 'commander';
import { readSettings } from '../settings.ts';

export const verifyCommand = (): Command =>
  new Command('verify')
    .summary('核验审计链和网站文件 / verify the audit chain and the served files')
    .description(
      '核验审计记录有没有被改动、缺失、调换或截断，并逐个核对网站文件的摘要。发现问题时退出码为 1。\n' +
        'Finds any change, gap, re-ordering or cut tail of the audit chain and any altered file of the site. Exits with 1 when something is wrong.',
    )
    .option('--json', '输出 JSON / print JSON')
    .option('--export <path>', '核验导出的审计记录（zip 或文件夹） / verify an export of the audit')
    .option('--offline', '只核对导出的文件，不问系统 / check the export alone')
    .action(async (options: { json?: boolean; export?: string; offline?: boolean }) => {
      if (options.export !== undefined) {
        const { verifyExport } = await import('../processes/verify-export.ts');
        process.exitCode = (await verifyExport(options.export, options.offline ? null : readSettings(), options.json ?? false)) ? 0 : 1;
        return;
      }
      const { verify } = await import('../processes/verify.ts');
      process.exitCode = (await verify(readSettings(), options.json ?? false)) ? 0 : 1;
    });
