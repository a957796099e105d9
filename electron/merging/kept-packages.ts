import * as z from 'zod';
import type { KeptPackage } from '#db/stores/packages.ts';
import type { IssuedRound } from '#db/stores/rounds.ts';
import { scoreDocumentSchema } from '#shared/packages/documents.ts';
import { RefusedError } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { collectInputs, inputFilesOf } from '../packages/bag/inputs.ts';
import type { Skeleton } from '../packages/bag/skeleton.ts';
import { parseBagInfo, tagFileNames } from '../packages/bag/tag-files.ts';
import { keyIdOf } from '../packages/signature.ts';
import type { RoundToMerge } from './read-score.ts';
import type { PackagesToMerge } from './merge-packages.ts';

const practiceSchema = z.object({ practice: z.boolean() });

type Received = Pick<KeptPackage, 'kind' | 'round' | 'expert' | 'sequence' | 'signer' | 'file' | 'bytes'> & { readonly skeleton: Skeleton };

/** Keeps a verified package: its document and everything a result must carry of it. The same one again is `unchanged`. */
export function keepPackage({ workspace }: OpenCore, { skeleton, ...received }: Received): 'taken' | 'unchanged' {
  const document = Buffer.from(skeleton.document).toString('utf8');
  return workspace.stores.packages.keep(
    { ...received, sha256: skeleton.sha256, format: 1, document, state: 'received', code: null },
    new Map(inputFilesOf(skeleton)),
  );
}

/** The small files of a package that was kept, byte for byte. */
export function keptSkeleton({ workspace }: OpenCore, sha256: string): Skeleton {
  const [skeleton] = collectInputs(workspace.stores.packages.tagFiles(sha256));
  if (skeleton === undefined) {
    throw new Error(`package ${sha256} was not kept`);
  }
  return skeleton;
}

/** How many files a package names as coming another way that have not come. */
export function filesToCome(core: OpenCore, sha256: string): number {
  const { follow } = parseBagInfo(keptSkeleton(core, sha256).bagInfo, tagFileNames.bagInfo);
  return follow.filter((file) => core.workspace.evidence.stat(file) === null).length;
}

/** A round of mine as a merge needs it. Throws a refusal `round/practice-differs` where an earlier issue was made up and this one is not. */
export async function keptRound(core: OpenCore, { round, sha256 }: Pick<IssuedRound, 'round' | 'sha256'>): Promise<RoundToMerge> {
  const keys: Record<string, string> = {};
  for (const { id, signKey } of round.panel) {
    keys[id] = await keyIdOf(signKey);
  }
  const earlier = (round.replaces ?? []).map((issue) => keptSkeleton(core, issue));
  if (
    earlier.some(({ document }) => practiceSchema.parse(JSON.parse(Buffer.from(document).toString('utf8'))).practice !== round.practice)
  ) {
    throw new RefusedError('round/practice-differs', { file: round.title });
  }
  return { round, sha256, keys, skeleton: keptSkeleton(core, sha256), earlier };
}

/** Everything the chair's workspace holds for the merge of a round. */
export async function packagesToMerge(core: OpenCore, issued: Pick<IssuedRound, 'round' | 'sha256'>): Promise<PackagesToMerge> {
  const { packages, resolutions } = core.workspace.stores;
  return {
    round: await keptRound(core, issued),
    scores: packages.list({ round: issued.round.id, kind: 'score' }).map(({ sha256, document, signer }) => ({
      sha256,
      document: scoreDocumentSchema.parse(JSON.parse(document)),
      signedBy: signer ?? '',
      skeleton: keptSkeleton(core, sha256),
    })),
    resolutions: resolutions.current(issued.round.id),
  };
}
