import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { isatty } from 'node:tty';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { instantOf } from '#electron/core/clock.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { defaultWorkspaceFolder } from '../../workspace-folder.ts';
import { commandTexts } from '../texts.ts';
import type { Outcome, Terminal } from '../terminal.ts';

type MigrateOptions = { readonly workspace?: string; readonly passphraseFile?: string };

/** `migrate [--workspace DIR]`: opens a workspace once, which brings its schema up to date after a backup. */
export function migrateCommand(terminal: Terminal): Command {
  return new Command('migrate')
    .description(terminal.say(commandTexts.migrate))
    .option('--workspace <dir>', terminal.say(commandTexts.openWorkspace))
    .option('--passphrase-file <file>', terminal.say(commandTexts.migratePassphrase))
    .action(async (options: MigrateOptions) => {
      terminal.finish(await migrate(terminal, options));
    });
}

async function migrate(terminal: Terminal, { workspace, passphraseFile }: MigrateOptions): Promise<Result<Outcome>> {
  const folder = workspace === undefined ? defaultWorkspaceFolder(process.platform, process.env) : resolve(workspace);
  const passphrase = await (passphraseFile === undefined ? askPassphrase(terminal) : firstLineOf(passphraseFile));
  if (passphrase === null) {
    return refused('package/not-found', { file: passphraseFile ?? '' });
  }
  const { openWorkspace } = await import('#db/workspace.ts');
  const opened = await openWorkspace({ folder, passphrase, now: () => instantOf(terminal.now()) });
  if (!opened.ok) {
    return opened;
  }
  const { mended } = opened.value;
  await opened.value.close();
  return ok({
    json: { workspace: folder, upToDate: true, mended },
    text: [
      ...(mended === null ? [] : [terminal.say(commandTexts.keysMended, { file: mended })]),
      terminal.say(commandTexts.migrated, { folder }),
    ].join('\n'),
    holds: true,
  });
}

async function firstLineOf(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : (text.split(/\r?\n/)[0] ?? '');
}

/** The first line of standard input. What is typed at a terminal is not shown: the echo goes nowhere. */
async function askPassphrase(terminal: Terminal): Promise<string> {
  const typed = isatty(process.stdin.fd);
  if (typed) {
    process.stderr.write(terminal.say(commandTexts.askPassphrase));
  }
  const lines = createInterface({ input: process.stdin, terminal: typed });
  try {
    for await (const line of lines) {
      return line;
    }
    return '';
  } finally {
    lines.close();
    if (typed) {
      process.stderr.write('\n');
    }
  }
}
