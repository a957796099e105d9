import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { checkCommand } from './commands/check.ts';
import { mergeCommand } from './commands/merge.ts';
import { migrateCommand } from './commands/migrate.ts';
import { openCommand } from './commands/open.ts';
import { packCommand } from './commands/pack.ts';
import { rehearseCommand } from './commands/rehearse.ts';
import { verifyCommand } from './commands/verify.ts';
import { languageOf } from './language.ts';
import { Terminal } from './terminal.ts';
import { commandTexts, helpTitles, usageSentence } from './texts.ts';

const commands = [openCommand, packCommand, checkCommand, verifyCommand, mergeCommand, rehearseCommand, migrateCommand];

/** Runs one command line (design.md §10). Returns the exit code: 0 done, 1 refused, 2 wrong usage, 3 a bug, 130 interrupted. */
export async function run(argv: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  process.stdout.on('error', endWhenNobodyReads);
  const terminal = new Terminal({
    language: languageOf(argv, process.env),
    json: argv.includes('--json'),
    signal: interruption.signal,
    now: () => new Date(),
  });
  try {
    await programOf(terminal).parseAsync(argv, { from: 'user' });
    return terminal.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : wrongUsage(terminal, error);
    }
    if (interruption.signal.aborted) {
      terminal.note(terminal.say(commandTexts.interrupted));
      return 130;
    }
    terminal.note(`${terminal.say(commandTexts.unexpected)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 3;
  } finally {
    process.off('SIGINT', interrupt);
  }
}

/** `linping … | head` closes the pipe early: that is no fault. */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    throw error;
  }
}

function programOf(terminal: Terminal): Command {
  const program = new Command('linping');
  program.description(terminal.say(commandTexts.program)).version(version, '--version', terminal.say(commandTexts.version));
  for (const make of commands) {
    program.addCommand(make(terminal));
  }
  for (const command of [program, ...program.commands]) {
    prepare(command, terminal);
  }
  return program;
}

/** What every command has: the common options, help in the terminal's language, errors thrown instead of an exit. */
function prepare(command: Command, terminal: Terminal): void {
  command
    .option('--json', terminal.say(commandTexts.json))
    .option('--lang <zh|en>', terminal.say(commandTexts.lang))
    .helpOption('-h, --help', terminal.say(commandTexts.help))
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ styleTitle: (title) => helpTitles[title]?.[terminal.language] ?? title })
    .configureOutput({ outputError: () => undefined });
}

function wrongUsage(terminal: Terminal, error: CommanderError): number {
  terminal.note(usageSentence(error, terminal.language));
  return 2;
}
