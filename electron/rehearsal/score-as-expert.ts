import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Sheet } from '#shared/domain/sheet.ts';
import type { ScoreDocument } from '#shared/packages/documents.ts';
import { refused, type Result } from '#shared/result.ts';
import type { FileToPack, WrittenPackage } from '../packages/bag/write.ts';
import { openFileSource } from '../packages/source.ts';
import { acceptRound, type AcceptOutcome } from '../round-package/accept-package.ts';
import { exportScore } from '../submission/score-package.ts';
import { makeDice } from './applicants/dice.ts';
import { makePhoto } from './applicants/photos.ts';
import type { MadeUpApplication } from './made-up-applications.ts';
import type { MadeUpMember } from './made-up-panel.ts';
import { madeUpSheets } from './made-up-sheets.ts';
import type { RehearsalPaths } from './rehearsal-folder.ts';
import { storyOf } from './stories.ts';

export type ScoringRequest = {
  readonly paths: RehearsalPaths;
  readonly expert: MadeUpMember & { readonly index: number };
  readonly chair: MadeUpMember;
  readonly applications: readonly MadeUpApplication[];
  /** Ids of applicants the expert declares a recusal from. */
  readonly recusedFrom: readonly string[];
  readonly seed: number;
  readonly signedAt: string;
};

/** One expert of a rehearsal: accepts the round, declares, answers every slot and exports a score package. */
export async function scoreAsExpert(request: ScoringRequest): Promise<Result<WrittenPackage>> {
  const { paths, expert, chair, applications, recusedFrom, seed, signedAt } = request;
  const accepted = await accept(request);
  if (!accepted.ok) {
    return accepted;
  }
  if (accepted.value.outcome === 'needs-trust') {
    return refused('package/signer-unknown', { file: 'round.lpround' });
  }
  const { document: round, sha256 } = accepted.value;
  const photo = photoBy(expert.member.id, seed);
  const sheets: Sheet[] = accepted.value.bundles
    .filter(({ application }) => !recusedFrom.includes(application.applicant.id))
    .flatMap(({ application, document }) => {
      const made = applications.find(({ entry }) => entry.id === application.id);
      return madeUpSheets({
        round,
        application,
        document,
        proposals: made?.proposals ?? [],
        story: storyOf(made?.index ?? 0),
        expert: { id: expert.member.id, index: expert.index },
        seed,
        photoSha256: photo.sha256,
      });
    });
  const sealedAt = sheets.at(-1)?.completedAt ?? signedAt;
  const document: ScoreDocument = {
    kind: 'score',
    format: 1,
    round: { id: round.id, sha256 },
    rubricSha256: round.rubricSha256,
    rulesSha256: round.rulesSha256,
    expert: { id: expert.member.id, name: expert.member.name, key: expert.keys.keyId },
    sequence: 1,
    sealedAt,
    declarations: [{ text: '本人与所评申报单位无利害关系，独立、客观、公正评审，并对评审内容保密。', acceptedAt: sealedAt }],
    recusals: recusedFrom.map((applicant) => ({ applicant, reason: '曾在该单位任兼职教师。' })),
    sheets,
    // A rehearsal has no workspace, so there is no chain of events to anchor.
    audit: { head: '0'.repeat(64), count: 0 },
  };
  return exportScore({
    document,
    files: sheets.some(({ stage }) => stage === 'visit') ? [photo] : [],
    expert: expert.keys,
    chairRecipient: chair.keys.public.ageRecipient,
    signedAt,
    target: join(paths.scores, `${expert.member.id}.lpscore`),
  });
}

async function accept({ paths, expert, chair }: ScoringRequest): Promise<Result<AcceptOutcome>> {
  const opened = await openFileSource(paths.round, 'round.lpround');
  if (!opened.ok) {
    return opened;
  }
  try {
    return await acceptRound({
      source: opened.value,
      fileName: 'round.lpround',
      identities: [expert.keys.ageIdentity],
      trustedChairs: new Set([chair.keys.keyId]),
      me: expert.keys.keyId,
    });
  } finally {
    await opened.value.close();
  }
}

/** A picture that the expert took on site. */
function photoBy(expert: string, seed: number): FileToPack {
  const bytes = makePhoto({ dice: makeDice('site photo', seed, expert), takenAt: '2022-11-10T10:12:00' });
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    extension: 'jpg',
    bytes: bytes.length,
    open: () => Readable.from([bytes]),
  };
}
