import { Command, InvalidArgumentError } from 'commander';
import { commandTexts } from '../texts.ts';
import type { Terminal } from '../terminal.ts';

type OpenOptions = { readonly browser?: true; readonly workspace?: string; readonly port?: number; readonly open: boolean };

/** `open [--browser] [--workspace DIR] [--port N] [--no-open]`: what `npm start` calls. */
export function openCommand(terminal: Terminal): Command {
  return new Command('open')
    .description(terminal.say(commandTexts.open))
    .option('--browser', terminal.say(commandTexts.openBrowser))
    .option('--workspace <dir>', terminal.say(commandTexts.openWorkspace))
    .option('--port <n>', terminal.say(commandTexts.openPort), portOf)
    .option('--no-open', terminal.say(commandTexts.openNoOpen))
    .action(async (options: OpenOptions) => {
      const { open } = await import('../../launcher.ts');
      terminal.end(await open(argvOf(options)));
    });
}

/** The launcher reads a command line of its own. */
function argvOf({ browser, workspace, port, open }: OpenOptions): string[] {
  return [
    ...(browser === true ? ['--browser'] : []),
    ...(workspace === undefined ? [] : ['--workspace', workspace]),
    ...(port === undefined ? [] : ['--port', String(port)]),
    ...(open ? [] : ['--no-open']),
  ];
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^[0-9]+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('');
  }
  return port;
}
