import type { PanelMember } from '#shared/domain/panel.ts';
import type { RoundDocument } from '#shared/packages/documents.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { readPackage, type OpenedPackage, type ReadRequest } from '../packages/bag/read.ts';
import type { Skeleton } from '../packages/bag/skeleton.ts';
import { fingerprint } from '../packages/card.ts';
import { keyIdOf } from '../packages/signature.ts';
import { checkRound } from './check-round.ts';
import { hashOf } from './hash-of.ts';

/** The chair as the round itself names them: what is shown for comparing the fingerprint. */
export type RoundChair = { readonly keyId: string; readonly member: PanelMember; readonly fingerprint: string };

/** A round as the merge needs it: its document, its identity, and what a result carries of it. */
export type VerifiedRound = { readonly document: RoundDocument; readonly sha256: string; readonly skeleton: Skeleton };

/**
 * Reads a round for someone who merges or audits it; its bundles are checked byte for byte but not opened. Refuses with
 * `package/…` and the codes of {@link verifyRound}.
 */
export async function readRound(
  request: Omit<ReadRequest<'round'>, 'expectKind' | 'sink' | 'trusted'>,
): Promise<Result<VerifiedRound & { readonly chair: RoundChair }>> {
  const opened = await readPackage({ ...request, expectKind: 'round' as const });
  return opened.ok ? verifyRound(opened.value, request.fileName) : opened;
}

/**
 * Checks what a round says of itself: its hashes, its references, and that the chair on its own roster signed it. Refuses with the codes of
 * {@link checkRound} and `round/rubric-hash-wrong`, `rules-hash-wrong`, `not-signed-by-chair`.
 */
export async function verifyRound(
  opened: Pick<OpenedPackage<'round'>, 'document' | 'sha256' | 'skeleton' | 'signatures'>,
  fileName: string,
): Promise<Result<VerifiedRound & { readonly chair: RoundChair }>> {
  const { document, sha256, skeleton } = opened;
  const checked = checkRound(document);
  if (!checked.ok) {
    return { ok: false, refusal: { ...checked.refusal, details: { file: fileName, ...checked.refusal.details } } };
  }
  if (hashOf(document.rubric) !== document.rubricSha256) {
    return refused('round/rubric-hash-wrong', { file: fileName });
  }
  if (hashOf(document.rules) !== document.rulesSha256) {
    return refused('round/rules-hash-wrong', { file: fileName });
  }
  const member = checked.value;
  const keyId = await keyIdOf(member.signKey);
  if (!opened.signatures.some((signature) => signature.keyId === keyId)) {
    return refused('round/not-signed-by-chair', { file: fileName });
  }
  return ok({ document, sha256, skeleton, chair: { keyId, member, fingerprint: fingerprint(member) } });
}

/** The roster's member with that key, or null. */
export async function memberOf(panel: readonly PanelMember[], keyId: string): Promise<PanelMember | null> {
  for (const member of panel) {
    if ((await keyIdOf(member.signKey)) === keyId) {
      return member;
    }
  }
  return null;
}
