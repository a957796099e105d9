import { isIssueOf } from '#shared/domain/round.ts';
import type { ResultDocument } from '#shared/packages/documents.ts';
import { RefusedError } from '#shared/result.ts';
import { keyIdOf } from '../signature.ts';
import { checkSkeleton, type CheckedSkeleton, type Skeleton } from './skeleton.ts';
import { tagFileNames } from './tag-files.ts';

/** Path in the result's bag → bytes, for one embedded package: `data/inputs/<its sha256>/…` (design.md §7). */
export function inputFilesOf(skeleton: Skeleton): readonly (readonly [string, Uint8Array])[] {
  const folder = `data/inputs/${skeleton.sha256}`;
  return [
    [`${folder}/${tagFileNames.bagit}`, skeleton.bagit],
    [`${folder}/${tagFileNames.bagInfo}`, skeleton.bagInfo],
    [`${folder}/${tagFileNames.manifest}`, skeleton.manifest],
    [`${folder}/${tagFileNames.tagmanifest}`, skeleton.tagmanifest],
    [`${folder}/document.json`, skeleton.document],
    ...skeleton.signatures.map(({ keyId, jws }) => [`${folder}/signatures/${keyId}.jws`, jws] as const),
  ];
}

/** The skeletons among the files of a result, by the hash their folder names. Throws `package/missing-file`. */
export function collectInputs(files: ReadonlyMap<string, Uint8Array>): readonly Skeleton[] {
  const hashes = new Set([...files.keys()].map((path) => path.split('/')[2] ?? ''));
  return [...hashes].toSorted().map((sha256) => {
    const folder = `data/inputs/${sha256}/`;
    const need = (name: string): Uint8Array => {
      const bytes = files.get(folder + name);
      if (bytes === undefined) {
        throw new RefusedError('package/missing-file', { name: folder + name });
      }
      return bytes;
    };
    const signatureFolder = `${folder}signatures/`;
    return {
      sha256,
      bagit: need(tagFileNames.bagit),
      bagInfo: need(tagFileNames.bagInfo),
      manifest: need(tagFileNames.manifest),
      tagmanifest: need(tagFileNames.tagmanifest),
      document: need('document.json'),
      signatures: [...files]
        .filter(([path]) => path.startsWith(signatureFolder))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([path, jws]) => ({ keyId: path.slice(signatureFolder.length, -'.jws'.length), jws })),
    };
  });
}

/**
 * Checks what a result carries: the round, the issues that it replaces and every input it names are there, hold on their own, and each input is signed by the
 * key that the round's roster gives its expert. Throws `package/input-missing`, `signer-unknown` and what a skeleton is refused for.
 */
export async function checkInputs(document: ResultDocument, skeletons: readonly Skeleton[]): Promise<readonly CheckedSkeleton[]> {
  const checked = new Map<string, CheckedSkeleton>();
  for (const skeleton of skeletons) {
    checked.set(skeleton.sha256, await checkSkeleton(skeleton));
  }
  const round = checked.get(document.round.sha256);
  if (round === undefined || round.document.kind !== 'round' || round.document.id !== document.round.id) {
    throw new RefusedError('package/input-missing', { name: document.round.sha256 });
  }
  const earlier = round.document.replaces ?? [];
  const missing = earlier.find((sha256) => checked.get(sha256)?.kind !== 'round');
  if (missing !== undefined) {
    throw new RefusedError('package/input-missing', { name: missing });
  }
  const issue = { round: round.document, sha256: document.round.sha256 };
  const roster = new Map<string, string>();
  for (const member of round.document.panel) {
    roster.set(member.id, await keyIdOf(member.signKey));
  }
  for (const input of document.inputs) {
    const found = checked.get(input.sha256);
    const score = found?.document;
    if (found === undefined || score?.kind !== 'score') {
      throw new RefusedError('package/input-missing', { name: input.sha256 });
    }
    const sameClaim = score.expert.id === input.expert && score.sequence === input.sequence && isIssueOf(issue, score.round.sha256);
    if (!sameClaim) {
      throw new RefusedError('package/input-missing', { name: input.sha256 });
    }
    if (!found.signatures.some(({ keyId }) => keyId === roster.get(input.expert))) {
      throw new RefusedError('package/signer-unknown', { name: input.sha256 });
    }
  }
  const expected = new Set([
    document.round.sha256,
    ...earlier,
    ...document.inputs.map(({ sha256 }) => sha256),
    ...document.setAside.map(({ sha256 }) => sha256),
  ]);
  for (const sha256 of checked.keys()) {
    if (!expected.has(sha256)) {
      throw new RefusedError('package/unexpected-file', { name: `data/inputs/${sha256}` });
    }
  }
  return [...checked.values()];
}
