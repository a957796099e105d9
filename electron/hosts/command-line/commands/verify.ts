import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { Command } from 'commander';
import type { ElectionResult } from '#shared/domain/election.ts';
import { electionSentences } from '#shared/election/sentences.ts';
import { termsEn } from '#shared/messages/terms-en.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';
import { packageKinds, type PackageKind } from '#shared/packages/kinds.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { ok, type Result } from '#shared/result.ts';
import { verifyResultFile, type LeftOutAtIssue } from '#electron/merging/verify-result.ts';
import { temporaryFileSpool } from '#electron/packages/spool.ts';
import { verifyFile, type Signer, type VerificationReport } from '#electron/packages/verify.ts';
import { loadKeys } from '../key-file.ts';
import { commandTexts } from '../texts.ts';
import type { Outcome, Terminal } from '../terminal.ts';

/**
 * A file that is whole; of a result: the identities of the score packages that it rests on, whom the round left out by issuing again, and
 * how it says 组长 was chosen.
 */
type Whole = {
  readonly report: VerificationReport;
  readonly counted: readonly string[];
  readonly leftOut: readonly LeftOutAtIssue[];
  readonly election?: StatedElection;
};
type StatedElection = { readonly result: ElectionResult; readonly nameOf: (member: string) => string };
type Verified = ({ readonly file: string } & Whole) | { readonly file: string; readonly report: null; readonly refusal: Refusal };

/** `verify FILE… [--key KEYFILE]`: says who signed what and whether every byte is accounted for; a result's ranking is recomputed. */
export function verifyCommand(terminal: Terminal): Command {
  return new Command('verify')
    .description(terminal.say(commandTexts.verify))
    .argument('<file...>', terminal.say(commandTexts.verifyFiles))
    .option('--key <file>', terminal.say(commandTexts.key))
    .action(async (files: string[], options: { readonly key?: string }) => {
      terminal.finish(await verify(terminal, files, options.key));
    });
}

async function verify(
  terminal: Terminal,
  files: readonly string[],
  keyFile: string | undefined,
): Promise<Result<Outcome, 'package/key-file-invalid' | 'package/not-found'>> {
  const keys = keyFile === undefined ? null : await loadKeys(keyFile);
  if (keys?.ok === false) {
    return keys;
  }
  const identities = keys === null ? [] : [keys.value.ageIdentity];
  const verified: Verified[] = [];
  for (const path of files) {
    const report = await verifyOne(path, identities, terminal.signal);
    const file = basename(path);
    verified.push(report.ok ? { file, ...report.value } : { file, report: null, refusal: report.refusal });
  }
  const scores = verified.flatMap(({ report }) => (report?.kind === 'score' ? [report] : []));
  return ok({
    json: {
      files: verified.map((one) =>
        one.report === null
          ? { file: one.file, whole: false, refusal: terminal.describe(one.refusal) }
          : {
              whole: true,
              ...one.report,
              ...(one.report.kind === 'result' ? { scores: scoresIn(one, scores), leftOut: one.leftOut } : {}),
              ...(one.election === undefined ? {} : { election: one.election.result }),
            },
      ),
    },
    text: verified
      .map((one) => (one.report === null ? terminal.sentence(one.refusal) : reportLines(terminal, one, scoresIn(one, scores))))
      .join('\n'),
    holds: verified.every((one) => one.report !== null && scoresIn(one, scores).every(({ counted }) => counted)),
  });
}

type ScoreInResult = { readonly file: string; readonly sha256: string; readonly counted: boolean };

/** Whether each score package that was given beside a result counts in it: found by its identity, so unaltered to the byte. */
function scoresIn({ report, counted }: Whole, scores: readonly { readonly file: string; readonly sha256: string }[]): ScoreInResult[] {
  return report.kind === 'result' ? scores.map(({ file, sha256 }) => ({ file, sha256, counted: counted.includes(sha256) })) : [];
}

async function verifyOne(path: string, identities: readonly string[], signal: AbortSignal): Promise<Result<Whole>> {
  const report = await verifyFile({ path, identities, spool: temporaryFileSpool(tmpdir()), signal });
  if (!report.ok) {
    return report;
  }
  if (report.value.kind !== 'result') {
    return ok({ report: report.value, counted: [], leftOut: [] });
  }
  const recomputed = await verifyResultFile({ path, signal });
  if (!recomputed.ok) {
    return recomputed;
  }
  const { opened, round, leftOut } = recomputed.value;
  const { inputs, election } = opened.document;
  const nameOf = (member: string): string => round.round.panel.find(({ id }) => id === member)?.name ?? member;
  return ok({
    report: report.value,
    counted: inputs.map(({ sha256 }) => sha256),
    leftOut,
    ...(election === undefined ? {} : { election: { result: election, nameOf } }),
  });
}

function reportLines(terminal: Terminal, { report, leftOut, election }: Whole, scores: readonly ScoreInResult[]): string {
  if (report.kind === 'card') {
    return terminal.say(commandTexts.cardOf, { ...report });
  }
  const { sha256, format, files } = report;
  const kindOf = (kind: PackageKind): string => packageKinds[kind][terminal.language];
  return [
    terminal.say(commandTexts.whole, { file: report.file, kind: kindOf(report.kind), signed: signedBy(terminal, report.signers) }),
    terminal.say(commandTexts.wholeDetails, {
      sha256,
      format,
      files,
      sealed: terminal.say(report.sealed ? commandTexts.sealed : commandTexts.notSealed),
    }),
    ...(report.sealCode === null ? [] : [terminal.say(commandTexts.sealCode, { code: report.sealCode.join(' ') })]),
    ...report.inputs.map((input) =>
      terminal.say(commandTexts.inputOf, { kind: kindOf(input.kind), sha256: input.sha256, signed: signedBy(terminal, input.signers) }),
    ),
    ...scores.map(({ file, counted }) => terminal.say(counted ? commandTexts.scoreCounted : commandTexts.scoreNotCounted, { file })),
    ...leftOut.map(({ issue, name, applications, reason }) =>
      terminal.say(reason === null ? commandTexts.notScoringSilently : commandTexts.notScoring, {
        issue,
        name,
        count: applications.length,
        reason: reason ?? '',
      }),
    ),
    ...(report.kind === 'result'
      ? [
          terminal.say(commandTexts.inputsSigned, { count: report.inputs.filter(({ kind }) => kind === 'score').length }),
          terminal.say(commandTexts.reproduced),
          ...(election === undefined
            ? []
            : electionSentences(election.result, election.nameOf, terminal.language).map((line) => `  ${line}`)),
        ]
      : []),
  ].join('\n');
}

function signedBy(terminal: Terminal, signers: readonly Signer[]): string {
  if (signers.length === 0) {
    return terminal.say(commandTexts.unsigned);
  }
  const roles = (terminal.language === 'zh' ? termsZh : termsEn).role;
  const names = signers.map(({ keyId, name, role, signedAt }) =>
    name === null || role === null
      ? terminal.say(commandTexts.signerByKey, { key: keyId, at: signedAt })
      : terminal.say(commandTexts.signerOnRoster, { name, role: roles[role], at: signedAt }),
  );
  return terminal.say(commandTexts.signedBy, { names: names.join(terminal.language === 'zh' ? '、' : ', ') });
}
