import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { resolutionSchema, type Resolution } from '#shared/domain/result.ts';
import { checkResolution, pendingIn, reasonSentence } from '#shared/merge/index.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { catchRefusal, ok, refused, type Result } from '#shared/result.ts';
import { instantOf } from '#electron/core/clock.ts';
import { mergePackages, type MergedRound } from '#electron/merging/merge-packages.ts';
import { readScore, roundToMerge, type ReceivedScore, type RoundToMerge } from '#electron/merging/read-score.ts';
import { resultJson, writeResult } from '#electron/merging/result-package.ts';
import type { IdentityKeys } from '#electron/packages/identity.ts';
import { readPackage } from '#electron/packages/bag/read.ts';
import { refusingTargetErrors } from '#electron/packages/bag/target.ts';
import { openFileSource, type PackageSource } from '#electron/packages/source.ts';
import { temporaryFileSpool } from '#electron/packages/spool.ts';
import { earlierIssues, type EarlierIssue } from '#electron/round-package/earlier-issues.ts';
import { readRound } from '#electron/round-package/read-round.ts';
import { loadKeys } from '../key-file.ts';
import { rankingTable } from '../ranking-table.ts';
import { commandTexts } from '../texts.ts';
import type { Outcome, Terminal } from '../terminal.ts';
import type { ResolutionCode } from '#shared/merge/resolutions.ts';

type MergeOptions = {
  readonly round: string;
  readonly earlier?: string[];
  readonly key: string;
  readonly out: string;
  readonly resolutions?: string;
};

/** `merge --round FILE.lpround --key KEYFILE SCORE.lpscore… --out DIR`: `result.json`, `result.lpresult` and the reports. */
export function mergeCommand(terminal: Terminal): Command {
  return new Command('merge')
    .description(terminal.say(commandTexts.merge))
    .argument('<score...>', terminal.say(commandTexts.mergeScores))
    .requiredOption('--round <file>', terminal.say(commandTexts.mergeRound))
    .option('--earlier <files...>', terminal.say(commandTexts.mergeEarlier))
    .requiredOption('--key <file>', terminal.say(commandTexts.mergeKey))
    .requiredOption('--out <dir>', terminal.say(commandTexts.out))
    .option('--resolutions <file>', terminal.say(commandTexts.mergeResolutions))
    .action(async (scores: string[], options: MergeOptions) => {
      terminal.finish(await mergeFiles(terminal, scores, options));
    });
}

async function mergeFiles(terminal: Terminal, paths: readonly string[], options: MergeOptions): Promise<Result<Outcome>> {
  const keys = await loadKeys(options.key);
  if (!keys.ok) {
    return keys;
  }
  const round = await openRound(terminal, options, keys.value);
  if (!round.ok) {
    return round;
  }
  const resolutions = options.resolutions === undefined ? ok([]) : await loadResolutions(options.resolutions, round.value);
  if (!resolutions.ok) {
    return resolutions;
  }
  const scores: ReceivedScore[] = [];
  const refusals: Refusal[] = [];
  for (const path of paths) {
    terminal.signal.throwIfAborted();
    const read = await openScore(terminal, path, { round: round.value, keys: keys.value });
    if (read.ok) {
      scores.push(read.value);
    } else {
      refusals.push(read.refusal);
    }
  }
  if (refusals.length > 0) {
    // Every one of them, so that all can be asked for again at once; a ranking without them would be another one.
    refusals.forEach((refusal) => terminal.note(terminal.sentence(refusal)));
    return ok({
      json: { refused: refusals.map((refusal) => terminal.describe(refusal)) },
      text: terminal.say(commandTexts.mergeRefused, { refused: refusals.length }),
      holds: false,
    });
  }
  const merged = mergePackages({ round: round.value, scores, resolutions: resolutions.value });
  return writeMerged(terminal, { round: round.value, merged, keys: keys.value, folder: resolve(options.out) });
}

async function openRound(
  terminal: Terminal,
  { round: path, earlier: paths = [] }: Pick<MergeOptions, 'round' | 'earlier'>,
  keys: IdentityKeys,
): Promise<Result<RoundToMerge>> {
  const file = basename(path);
  const read = await withFile(path, (source, fileName) => readRound({ ...reading(terminal, keys), source, fileName }));
  if (!read.ok) {
    return read;
  }
  // The result carries the round's chair's signature: anyone else's merge is theirs to look at, not to sign.
  if (read.value.chair.keyId !== keys.keyId) {
    return refused('merge/key-not-chair', { file });
  }
  const earlier: EarlierIssue[] = [];
  for (const one of paths) {
    const issue = await withFile(one, (source, fileName) =>
      readPackage({ ...reading(terminal, keys), source, fileName, expectKind: 'round' as const }),
    );
    if (!issue.ok) {
      return issue;
    }
    earlier.push(issue.value);
  }
  const issues = await earlierIssues(read.value, earlier, file);
  return issues.ok ? ok(await roundToMerge(read.value, issues.value)) : issues;
}

/** Opens a file for `use` and closes it afterwards. */
async function withFile<Value>(
  path: string,
  use: (source: PackageSource, fileName: string) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const fileName = basename(path);
  const opened = await openFileSource(path, fileName);
  if (!opened.ok) {
    return opened;
  }
  try {
    return await use(opened.value, fileName);
  } finally {
    await opened.value.close();
  }
}

function openScore(
  terminal: Terminal,
  path: string,
  { round, keys }: { readonly round: RoundToMerge; readonly keys: IdentityKeys },
): Promise<Result<ReceivedScore>> {
  return withFile(path, (source, fileName) => readScore({ ...reading(terminal, keys), source, fileName, round }));
}

function reading(terminal: Terminal, keys: IdentityKeys) {
  return { identities: [keys.ageIdentity], spool: temporaryFileSpool(tmpdir()), signal: terminal.signal };
}

const resolutionsSchema = z.union([z.array(resolutionSchema), z.object({ resolutions: z.array(resolutionSchema) })]);

/** The chair's decisions in a file, each held against the round. */
async function loadResolutions(
  path: string,
  { round }: RoundToMerge,
): Promise<Result<Resolution[], ResolutionCode | 'merge/resolutions-file-invalid' | 'package/not-found'>> {
  const file = basename(path);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) {
    return refused('package/not-found', { file });
  }
  const parsed = resolutionsSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    return refused('merge/resolutions-file-invalid', { file });
  }
  const resolutions = Array.isArray(parsed.data) ? parsed.data : parsed.data.resolutions;
  for (const resolution of resolutions) {
    const checked = checkResolution(round, resolution);
    if (!checked.ok) {
      return checked;
    }
  }
  return ok(resolutions);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What has no conclusion in the result, a line each with what it waits for. */
function pendingLines(terminal: Terminal, { round }: RoundToMerge, { result }: MergedRound): string[] {
  const { language } = terminal;
  const between = language === 'zh' ? ['、', '；'] : [', ', '; '];
  const nameOf = (expert: string): string => round.panel.find(({ id }) => id === expert)?.name ?? expert;
  return pendingIn(result.candidates).map(({ application, occupation, levels, reasons }) =>
    terminal.say(commandTexts.pending, {
      applicant: round.applications.find(({ id }) => id === application)?.applicant.name ?? application,
      occupation,
      levels: levels.join(between[0]),
      why: reasons.map((reason) => reasonSentence(reason, { language, nameOf })).join(between[1]),
    }),
  );
}

type MergedFiles = { readonly round: RoundToMerge; readonly merged: MergedRound; readonly keys: IdentityKeys; readonly folder: string };

async function writeMerged(terminal: Terminal, { round, merged, keys, folder }: MergedFiles): Promise<Result<Outcome>> {
  const pending = pendingLines(terminal, round, merged);
  if (pending.length > 0 && !(await terminal.confirm([...pending, terminal.say(commandTexts.askPending)].join('\n')))) {
    return ok({ json: { pending, written: false }, text: terminal.say(commandTexts.notWritten), holds: false });
  }
  const made = await mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  );
  if (!made) {
    return refused('package/target-not-writable', { file: basename(folder), name: 'mkdir' });
  }
  const written = await writeResult({
    merged,
    chair: keys,
    signedAt: instantOf(terminal.now()),
    target: join(folder, 'result.lpresult'),
    signal: terminal.signal,
  });
  if (!written.ok) {
    return written;
  }
  const { writeReports } = await import('#electron/reports/write-reports.ts');
  const reported = await catchRefusal(() =>
    refusingTargetErrors(async () => {
      await writeFile(join(folder, 'result.json'), resultJson(merged.result));
      return writeReports({ folder: join(folder, 'reports'), round: round.round, result: merged.result });
    }),
  );
  if (!reported.ok) {
    return { ok: false, refusal: { ...reported.refusal, details: { ...reported.refusal.details, file: basename(folder) } } };
  }
  const reports = reported.value;
  const waiting = merged.conflicts.filter(({ resolved }) => !resolved);
  const setAside = merged.result.setAside.map(({ sha256, code }) =>
    terminal.say(commandTexts.setAside, { file: sha256.slice(0, 16), sentence: terminal.sentenceOf(code) }),
  );
  return ok({
    json: {
      folder,
      result: written.value.sha256,
      reports,
      waiting,
      pending,
      candidates: merged.result.candidates,
      setAside: merged.result.setAside,
    },
    text: [
      rankingTable(terminal, round.round, merged.result),
      '',
      ...setAside,
      ...pending,
      ...(waiting.length === 0 ? [] : [terminal.say(commandTexts.waiting, { count: waiting.length })]),
      terminal.say(commandTexts.wroteTo, { folder }),
    ].join('\n'),
    holds: true,
  });
}
