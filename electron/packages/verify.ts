import { basename } from 'node:path';
import type { PanelMember } from '#shared/domain/panel.ts';
import type { PackageKind } from '#shared/packages/kinds.ts';
import { sealCode } from '#shared/packages/seal-code.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { readPackage, type OpenedPackage, type PackageProgress } from './bag/read.ts';
import { type PackageSignature, sha256Of } from './bag/skeleton.ts';
import { cardBytesLimit, readCard } from './card.ts';
import { packageEnvelope } from './sealing.ts';
import { keyIdOf } from './signature.ts';
import { openFileSource, type PackageSource } from './source.ts';
import type { Spool } from './spool.ts';

/** Someone who signed. `name` and `role` come from the roster that the package itself carries, or are null where it carries none. */
export type Signer = {
  readonly keyId: string;
  readonly signedAt: string;
  readonly member: string | null;
  readonly name: string | null;
  readonly role: PanelMember['role'] | null;
};

/** What a whole and unaltered file is. Every byte of it is accounted for, or there would be a refusal instead. */
export type VerificationReport =
  | {
      readonly kind: PackageKind;
      readonly file: string;
      readonly sha256: string;
      readonly format: number;
      readonly sealed: boolean;
      readonly bytes: number;
      readonly files: number;
      readonly evidenceBytes: number;
      /** 封存码 of a score, in groups; null for other kinds. */
      readonly sealCode: readonly string[] | null;
      /** Empty: 完整, 未签名. */
      readonly signers: readonly Signer[];
      /** The packages a result was merged from and its round, each with who signed it. */
      readonly inputs: readonly { readonly kind: PackageKind; readonly sha256: string; readonly signers: readonly Signer[] }[];
    }
  | {
      readonly kind: 'card';
      readonly file: string;
      readonly bytes: number;
      readonly keyId: string;
      readonly name: string;
      readonly organisation: string;
      readonly fingerprint: string;
      readonly signedAt: string;
    };

export type VerifyRequest = {
  readonly path: string;
  /** `AGE-SECRET-KEY-1…`, for sealed packages. */
  readonly identities?: readonly string[];
  readonly spool?: Spool;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackageProgress) => void;
};

/** Checks one file of any kind, packages and cards, without keeping anything of it. Refuses with `package/…` codes. */
export async function verifyFile(request: VerifyRequest): Promise<Result<VerificationReport>> {
  const fileName = basename(request.path);
  const opened = await openFileSource(request.path, fileName);
  if (!opened.ok) {
    return opened;
  }
  try {
    return await verifySource(opened.value, { ...request, fileName });
  } finally {
    await opened.value.close();
  }
}

/** The same for bytes from anywhere. Does not close the source. */
export async function verifySource(
  source: PackageSource,
  { fileName, ...options }: Omit<VerifyRequest, 'path'> & { readonly fileName: string },
): Promise<Result<VerificationReport>> {
  const envelope = await packageEnvelope(source);
  if (envelope === 'json') {
    if (source.size > cardBytesLimit) {
      return refused('package/not-a-package', { file: fileName });
    }
    return verifyCard(await source.read(0, source.size), fileName);
  }
  const read = await readPackage({ source, fileName, ...options });
  return read.ok ? ok(await report(read.value, fileName)) : read;
}

async function verifyCard(bytes: Uint8Array, fileName: string): Promise<Result<VerificationReport>> {
  const read = await readCard(bytes, fileName);
  if (!read.ok) {
    return read;
  }
  const { card, keyId, fingerprint, signedAt } = read.value;
  return ok({
    kind: 'card',
    file: fileName,
    bytes: bytes.length,
    keyId,
    name: card.name,
    organisation: card.organisation,
    fingerprint,
    signedAt,
  });
}

async function report(opened: OpenedPackage, file: string): Promise<VerificationReport> {
  const documents = [opened.document, ...opened.inputs.map((input) => input.document)];
  const round = documents.find((document) => document.kind === 'round');
  const roster = new Map<string, PanelMember>();
  for (const member of round?.panel ?? []) {
    roster.set(await keyIdOf(member.signKey), member);
  }
  const signers = (signatures: readonly PackageSignature[]): Signer[] =>
    signatures.map(({ keyId, signedAt }) => {
      const member = roster.get(keyId);
      return { keyId, signedAt, member: member?.id ?? null, name: member?.name ?? null, role: member?.role ?? null };
    });
  return {
    kind: opened.kind,
    file,
    sha256: opened.sha256,
    format: opened.format,
    sealed: opened.sealed,
    bytes: opened.bytes,
    files: opened.files.length,
    sealCode: opened.kind === 'score' ? sealCode(sha256Of(opened.skeleton.document)) : null,
    evidenceBytes: opened.files.reduce((sum, one) => sum + one.bytes, 0),
    signers: signers(opened.signatures),
    inputs: opened.inputs.map((input) => ({ kind: input.kind, sha256: input.sha256, signers: signers(input.signatures) })),
  };
}
