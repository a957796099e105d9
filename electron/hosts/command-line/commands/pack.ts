import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import { ok, type Result } from '#shared/result.ts';
import { withReaders } from '../../reader/with-readers.ts';
import { commandTexts } from '../texts.ts';
import type { Outcome, Terminal } from '../terminal.ts';

/** `pack FOLDER --out FILE.lpapp`: an application bundle from a folder with the 附件3 form and its attachments. */
export function packCommand(terminal: Terminal): Command {
  return new Command('pack')
    .description(terminal.say(commandTexts.pack))
    .argument('<folder>', terminal.say(commandTexts.packFolder))
    .requiredOption('--out <file>', terminal.say(commandTexts.packOut))
    .action(async (folder: string, options: { readonly out: string }) => {
      terminal.finish(await pack(terminal, { folder, target: resolve(options.out) }));
    });
}

async function pack(terminal: Terminal, { folder, target }: { folder: string; target: string }): Promise<Result<Outcome>> {
  // Loaded when it is called for: the readers of Word, PDF and photos take most of a second.
  const { packFolder } = await import('#electron/intake/pack.ts');
  const packed = await withReaders((readers) => packFolder({ folder, target, readers, signal: terminal.signal }));
  if (!packed.ok) {
    return packed;
  }
  const { sha256, bytes, read } = packed.value;
  const { applicant, attachments } = read.application;
  for (const { name, reason } of read.leftOut) {
    terminal.note(terminal.say(commandTexts.leftOut, { name, reason }));
  }
  for (const { name, problem } of attachments) {
    if (problem !== null) {
      terminal.note(terminal.say(commandTexts.unreadable, { name, reason: problem }));
    }
  }
  return ok({
    json: { file: target, sha256, bytes, applicant: applicant.name, attachments: attachments.length, leftOut: read.leftOut },
    text: terminal.say(commandTexts.packed, {
      file: basename(target),
      bytes,
      files: attachments.length,
      applicant: applicant.name,
      sha256,
    }),
    holds: true,
  });
}
