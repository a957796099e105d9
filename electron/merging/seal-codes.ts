import { createHash } from 'node:crypto';
import type { SealCodeOfExpert } from '#shared/api/merge.ts';
import type { AnswerPair } from '#shared/api/returns.ts';
import { changedAnswers } from '#shared/merge/index.ts';
import { scoreDocumentSchema } from '#shared/packages/documents.ts';
import { sealCode, sealCodeSchema } from '#shared/packages/seal-code.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { chairedRound } from '../my-round/chaired-round.ts';
import { sheetsToSealFirst } from './own-first.ts';

/** The seal code of a score, from the exact bytes or text of its `data/document.json`. */
export function sealCodeOf(document: Uint8Array | string): string[] {
  return sealCode(createHash('sha256').update(document).digest('hex'));
}

/** Writes down the code that an expert reads out. */
export function noteCode(
  core: OpenCore,
  { round, expert, code }: { round: string; expert: string; code: string },
): Result<null, 'merge/code-expert-unknown' | 'merge/code-malformed'> {
  const { round: document } = chairedRound(core, round);
  const parsed = sealCodeSchema.safeParse(code);
  if (!parsed.success) {
    return refused('merge/code-malformed');
  }
  if (!document.panel.some(({ id }) => id === expert)) {
    return refused('merge/code-expert-unknown');
  }
  core.workspace.stores.notedCodes.add({ round, expert, code: parsed.data });
  return ok(null);
}

/** The noted code of each expert, held against the packages that are here. `counting` is the package that counts, by expert. */
export function codesOf(core: OpenCore, round: string, experts: readonly { id: string; counting: string | null }[]): SealCodeOfExpert[] {
  const noted = core.workspace.stores.notedCodes.current(round);
  const received = receivedVersions(core, round);
  return experts.map(({ id, counting }): SealCodeOfExpert => {
    const own = received.filter(({ expert }) => expert === id);
    const known = noted.get(id);
    const versions = own.map(({ sequence, code }) => ({ sequence, code }));
    if (known === undefined) {
      return { expert: id, noted: null, notedAt: null, state: 'not-noted', sequence: null, versions };
    }
    const fitting = own.findLast(({ code }) => code.join('') === known.code);
    const fits = fitting !== undefined && own.some(({ sha256, code }) => sha256 === counting && code.join('') === known.code);
    const state = own.length === 0 ? 'waiting' : fitting === undefined ? 'differs' : fits ? 'matches' : 'changed-since';
    const digits = known.code.match(/.{5}/g) ?? [];
    return { expert: id, noted: digits, notedAt: known.notedAt, state, sequence: fitting?.sequence ?? null, versions };
  });
}

/**
 * What an expert changed since the version whose code was read out. Answers on sheets that I have yet to seal myself are left out.
 * Refuses with `merge/nothing-to-compare`.
 */
export function changedSinceCode(
  core: OpenCore,
  { round, expert }: { round: string; expert: string },
): Result<{ before: number; after: number; answers: AnswerPair[] }, 'merge/nothing-to-compare'> {
  chairedRound(core, round);
  const code = core.workspace.stores.notedCodes.current(round).get(expert)?.code;
  const own = receivedVersions(core, round).filter((version) => version.expert === expert);
  const before = own.findLast((version) => version.code.join('') === code);
  const after = own.toSorted((left, right) => left.sequence - right.sequence).at(-1);
  if (before === undefined || after === undefined || before.sequence === after.sequence) {
    return refused('merge/nothing-to-compare');
  }
  const [older, newer] = [before, after].map(({ document }) => scoreDocumentSchema.parse(JSON.parse(document)));
  const unsealed = new Set(sheetsToSealFirst(core, round).map(({ application, stage }) => `${application} ${stage}`));
  const answers = older === undefined || newer === undefined ? [] : changedAnswers(older, newer, []);
  return ok({
    before: before.sequence,
    after: after.sequence,
    answers: answers.filter(({ application, stage }) => !unsealed.has(`${application} ${stage}`)),
  });
}

function receivedVersions({ workspace }: OpenCore, round: string) {
  return workspace.stores.packages.list({ round, kind: 'score' }).map(({ sha256, expert, sequence, document }) => ({
    sha256,
    expert,
    sequence: sequence ?? 0,
    document,
    code: sealCodeOf(document),
  }));
}
