import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { Command } from 'commander';
import { termsEn } from '#shared/messages/terms-en.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';
import { packageKinds, type PackageKind } from '#shared/packages/kinds.ts';
import { ok, type Refusal, type Result } from '#shared/result.ts';
import { verifyResultFile } from '#electron/merging/verify-result.ts';
import { temporaryFileSpool } from '#electron/packages/spool.ts';
import { verifyFile, type Signer, type VerificationReport } from '#electron/packages/verify.ts';
import { loadKeys } from '../key-file.ts';
import { commandTexts } from '../texts.ts';
import type { Outcome, Terminal } from '../terminal.ts';

type Verified =
  | { readonly file: string; readonly report: VerificationReport }
  | { readonly file: string; readonly report: null; readonly refusal: Refusal };

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

async function verify(terminal: Terminal, files: readonly string[], keyFile: string | undefined): Promise<Result<Outcome>> {
  const keys = keyFile === undefined ? null : await loadKeys(keyFile);
  if (keys?.ok === false) {
    return keys;
  }
  const identities = keys === null ? [] : [keys.value.ageIdentity];
  const verified: Verified[] = [];
  for (const path of files) {
    const report = await verifyOne(path, identities, terminal.signal);
    const file = basename(path);
    verified.push(report.ok ? { file, report: report.value } : { file, report: null, refusal: report.refusal });
  }
  return ok({
    json: {
      files: verified.map((one) =>
        one.report === null ? { file: one.file, whole: false, refusal: terminal.describe(one.refusal) } : { whole: true, ...one.report },
      ),
    },
    text: verified.map((one) => (one.report === null ? terminal.sentence(one.refusal) : reportLines(terminal, one.report))).join('\n'),
    holds: verified.every(({ report }) => report !== null),
  });
}

async function verifyOne(path: string, identities: readonly string[], signal: AbortSignal): Promise<Result<VerificationReport>> {
  const report = await verifyFile({ path, identities, spool: temporaryFileSpool(tmpdir()), signal });
  if (!report.ok || report.value.kind !== 'result') {
    return report;
  }
  const recomputed = await verifyResultFile({ path, signal });
  return recomputed.ok ? report : recomputed;
}

function reportLines(terminal: Terminal, report: VerificationReport): string {
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
    ...report.inputs.map((input) =>
      terminal.say(commandTexts.inputOf, { kind: kindOf(input.kind), sha256: input.sha256, signed: signedBy(terminal, input.signers) }),
    ),
    ...(report.kind === 'result' ? [terminal.say(commandTexts.reproduced)] : []),
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
