import type { PanelMember } from '#shared/domain/panel.ts';
import type { RoundApplication } from '#shared/domain/round.ts';
import type { ApplicationDocument, RoundDocument } from '#shared/packages/documents.ts';
import { ok, refused, RefusedError, type Result } from '#shared/result.ts';
import {
  readPackage,
  type EvidenceSink,
  type OpenedPackage,
  type PackageFile,
  type PackageHead,
  type ReadRequest,
} from '../packages/bag/read.ts';
import { memorySpool } from '../packages/spool.ts';
import { memberOf, verifyRound, type RoundChair, type VerifiedRound } from './read-round.ts';

export type AcceptRequest = Pick<ReadRequest<'round'>, 'source' | 'fileName' | 'identities' | 'spool' | 'signal' | 'onProgress'> & {
  /** Key ids of chairs whose fingerprint was compared in person. */
  readonly trustedChairs: ReadonlySet<string>;
  /** The reader's own key id, which the roster must know; null for an audit office, which is on no roster. */
  readonly me: string | null;
  /** Gets each attachment of each bundle; without one they are only checked. A refusal may come after some went in. */
  readonly sink?: EvidenceSink;
};

export type AcceptedBundle = {
  readonly application: RoundApplication;
  readonly document: ApplicationDocument;
  readonly sha256: string;
  readonly files: readonly PackageFile[];
};

export type AcceptOutcome =
  | ({
      readonly outcome: 'accepted';
      readonly chair: RoundChair;
      /** The reader on the roster; null when `me` was. */
      readonly member: PanelMember | null;
      readonly bundles: readonly AcceptedBundle[];
    } & VerifiedRound)
  | { readonly outcome: 'needs-trust'; readonly chair: RoundChair };

/**
 * Reads an untrusted round, signed by the chair it names, and every bundle in it. Nothing reaches `sink` before the chair is
 * trusted. Refuses with `package/…` and as {@link acceptOpened} does.
 */
export async function acceptRound(request: AcceptRequest): Promise<Result<AcceptOutcome>> {
  const bundles: OpenedBundles = new Map();
  const opened = await readPackage({ ...reading(request), sinkFor: ({ signatures }) => bundleSink(request, { signatures, bundles }) });
  return opened.ok ? acceptOpened({ ...request, opened: opened.value, bundles }) : opened;
}

/** The bundles of a round that {@link bundleSink} opened, by their hash. */
export type OpenedBundles = Map<string, OpenedPackage<'application'>>;

/**
 * A round whose package was opened, its bundles by {@link bundleSink}: with `trustedChairs`, for `me`. Refuses as {@link verifyRound}
 * does and with `round/not-on-panel`, `bundle-missing`, `bundle-differs`, `bundle-unexpected`.
 */
export async function acceptOpened({
  opened,
  bundles,
  fileName,
  trustedChairs,
  me,
}: Pick<AcceptRequest, 'fileName' | 'trustedChairs' | 'me'> & {
  readonly opened: OpenedPackage<'round'>;
  readonly bundles: OpenedBundles;
}): Promise<Result<AcceptOutcome>> {
  const round = await verifyRound(opened, fileName);
  if (!round.ok) {
    return round;
  }
  const { chair } = round.value;
  // Another trusted chair's signature beside the one of this round's does not stand in for it.
  if (!trustedChairs.has(chair.keyId)) {
    return ok({ outcome: 'needs-trust', chair });
  }
  const member = me === null ? null : await memberOf(round.value.document.panel, me);
  if (me !== null && member === null) {
    return refused('round/not-on-panel', { file: fileName });
  }
  const matched = matchBundles(round.value.document, bundles, fileName);
  return matched.ok ? ok({ outcome: 'accepted', ...round.value, member, bundles: matched.value }) : matched;
}

function reading({ source, fileName, identities, spool, signal, onProgress }: AcceptRequest) {
  return {
    source,
    fileName,
    expectKind: 'round' as const,
    ...(identities === undefined ? {} : { identities }),
    ...(spool === undefined ? {} : { spool }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}

/**
 * Opens each bundle as it comes by, into `bundles`; a ZIP needs random access, so each goes to the spool first. null where no trusted chair
 * signed: then nothing is kept, and the round is opened to say whose fingerprint is to be compared.
 */
export function bundleSink(
  {
    spool = memorySpool,
    sink,
    signal,
    fileName,
    trustedChairs,
  }: Pick<AcceptRequest, 'spool' | 'sink' | 'signal' | 'fileName' | 'trustedChairs'>,
  { signatures, bundles }: { signatures: PackageHead['signatures']; bundles: OpenedBundles },
): EvidenceSink | null {
  if (!signatures.some(({ keyId }) => trustedChairs.has(keyId))) {
    return null;
  }
  return async (file, chunks) => {
    if (file.extension !== 'lpapp') {
      throw new RefusedError('round/bundle-unexpected', { file: fileName, name: file.name });
    }
    const source = await spool(chunks);
    try {
      const opened = await readPackage({
        source,
        fileName: file.name,
        expectKind: 'application',
        ...(sink === undefined ? {} : { sink }),
        ...(signal === undefined ? {} : { signal }),
      });
      if (!opened.ok) {
        throw new RefusedError(opened.refusal.code, opened.refusal.details);
      }
      bundles.set(opened.value.sha256, opened.value);
    } finally {
      await source.close();
    }
  };
}

/** Every application has its bundle, and there is no bundle beside. */
function matchBundles(
  document: RoundDocument,
  bundles: ReadonlyMap<string, OpenedPackage<'application'>>,
  fileName: string,
): Result<AcceptedBundle[], 'round/bundle-differs' | 'round/bundle-missing' | 'round/bundle-unexpected'> {
  const left = new Map(bundles);
  const matched: AcceptedBundle[] = [];
  for (const application of document.applications) {
    const opened = left.get(application.bundle.sha256);
    if (opened === undefined) {
      return refused('round/bundle-missing', { file: fileName, name: application.applicant.name });
    }
    if (opened.bytes !== application.bundle.bytes) {
      return refused('round/bundle-differs', { file: fileName, name: application.applicant.name });
    }
    left.delete(opened.sha256);
    matched.push({ application, document: opened.document, sha256: opened.sha256, files: opened.files });
  }
  const [stray] = left.keys();
  return stray === undefined ? ok(matched) : refused('round/bundle-unexpected', { file: fileName, name: stray });
}
