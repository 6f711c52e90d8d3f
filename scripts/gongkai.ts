import { Command, CommanderError } from 'commander';
import { benchCommand } from './commands/bench.ts';
import { importCommand } from './commands/import.ts';
import { publishCommand } from './commands/publish.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { screenshotsCommand } from './commands/screenshots.ts';
import { startCommand } from './commands/start.ts';
import { statusCommand } from './commands/status.ts';
import { testCommand } from './commands/test.ts';
import { verifyCommand } from './commands/verify.ts';
import { describeError, Fault } from './fault.ts';

/** 0: done; 1: a fault was found or the work failed; 2: wrong usage or settings. */
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

const program = new Command('gongkai')
  .description("公开：市政府门户的运维命令。\nGongkai: the operators' command of an open city portal.")
  .helpOption('-h, --help', '显示帮助 / show help')
  .helpCommand('help [command]', '显示某个命令的帮助 / show help of a command')
  .configureHelp({ showGlobalOptions: false })
  .showHelpAfterError('（加 --help 查看用法 / add --help for usage）')
  .exitOverride();

const commands = [
  startCommand,
  importCommand,
  publishCommand,
  rebuildCommand,
  rollbackCommand,
  statusCommand,
  verifyCommand,
  screenshotsCommand,
  benchCommand,
  testCommand,
];
for (const make of commands)
  program.addCommand(make().helpOption('-h, --help', '显示帮助 / show help').copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Help and version come here too, with 0; commander has printed what there is to say.
    process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
  } else {
    console.error(describeError(error));
    process.exitCode = error instanceof Fault && error.code.startsWith('SETTINGS_') ? EXIT_USAGE : EXIT_FAILED;
  }
}
