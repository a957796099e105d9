import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { ok, type Result } from '#shared/result.ts';
import type { RehearsalStep } from '#electron/rehearsal/rehearse.ts';
import { withReaders } from '../../reader/with-readers.ts';
import { rankingTable } from '../ranking-table.ts';
import { commandTexts } from '../texts.ts';
import type { Outcome, Terminal } from '../terminal.ts';

type RehearseOptions = { readonly out: string; readonly applicants: number; readonly experts: number; readonly seed: number };

/** `rehearse --out DIR [--applicants N] [--experts N] [--seed S]`: a whole round with made-up applicants and real package files. */
export function rehearseCommand(terminal: Terminal): Command {
  return new Command('rehearse')
    .description(terminal.say(commandTexts.rehearse))
    .requiredOption('--out <dir>', terminal.say(commandTexts.rehearseOut))
    .option('--applicants <n>', terminal.say(commandTexts.rehearseApplicants), numberFrom(1, 200), 8)
    .option('--experts <n>', terminal.say(commandTexts.rehearseExperts), numberFrom(1, 50), 5)
    .option('--seed <n>', terminal.say(commandTexts.rehearseSeed), numberFrom(0, 999_999_999), 1)
    .action(async (options: RehearseOptions) => {
      terminal.finish(await rehearseAndShow(terminal, options));
    });
}

const steps: Readonly<Record<RehearsalStep, keyof typeof commandTexts>> = {
  applications: 'stepApplications',
  round: 'stepRound',
  scores: 'stepScores',
  merge: 'stepMerge',
  reports: 'stepReports',
};

async function rehearseAndShow(terminal: Terminal, { out, ...size }: RehearseOptions): Promise<Result<Outcome>> {
  const { rehearse } = await import('#electron/rehearsal/rehearse.ts');
  const folder = resolve(out);
  const rehearsed = await withReaders((readers) =>
    rehearse({
      readers,
      folder,
      ...size,
      now: terminal.now,
      signal: terminal.signal,
      onProgress: ({ step, done, total }) => {
        const count = total > 1 ? ` ${done + 1}/${total}` : '';
        terminal.note(`${terminal.say(commandTexts[steps[step]])}${count}`);
      },
    }),
  );
  if (!rehearsed.ok) {
    return rehearsed;
  }
  const { round, result, paths, reports } = rehearsed.value;
  return ok({
    json: { folder, round: round.id, reports, candidates: result.candidates },
    text: [
      rankingTable(terminal, round, result),
      '',
      terminal.say(commandTexts.wroteTo, { folder }),
      ...filesUnder(terminal, { result: paths.result, reports: paths.reports }),
    ].join('\n'),
    holds: true,
  });
}

function filesUnder(terminal: Terminal, paths: { readonly result: string; readonly reports: string }): string[] {
  return [`  ${terminal.say(commandTexts.fileResult)}  ${paths.result}`, `  ${terminal.say(commandTexts.fileReports)}  ${paths.reports}`];
}

function numberFrom(lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^[0-9]{1,9}$/.test(text) || number < lowest || number > highest) {
      throw new InvalidArgumentError('');
    }
    return number;
  };
}
