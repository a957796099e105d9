import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifySkeleton, type Skeleton } from '#electron/packages/bag/skeleton.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { signDetached } from '#electron/packages/signature.ts';
import { resultOf, signedAt } from '../../fixtures/packages/documents.ts';
import { signedPanel } from '../../fixtures/packages/signed-panel.ts';
import { codeOf, valueOf } from '../../fixtures/packages/value-of.ts';

describe('a skeleton', () => {
  test('tells who signed which document, without the evidence', async () => {
    const { score, expert } = await signedPanel();
    const checked = valueOf(await verifySkeleton(score.skeleton, 'a.lpscore', (keyId) => keyId === expert.keyId));
    expect(checked).toMatchObject({ kind: 'score', sha256: score.sha256, signatures: [{ keyId: expert.keyId, known: true }] });
    expect(codeOf(await verifySkeleton(score.skeleton, 'a.lpscore', () => false))).toBe('package/signer-unknown');
  });

  test('is refused when any of its parts is another', async () => {
    const { score, round, chair, expert } = await signedPanel();
    const [signature] = score.skeleton.signatures;
    const changes: readonly (readonly [Partial<Skeleton>, string])[] = [
      [{ sha256: round.sha256 }, 'package/hash-mismatch'],
      [{ tagmanifest: round.skeleton.tagmanifest }, 'package/hash-mismatch'],
      [{ tagmanifest: round.skeleton.tagmanifest, sha256: round.sha256 }, 'package/hash-mismatch'],
      [{ manifest: round.skeleton.manifest }, 'package/hash-mismatch'],
      [{ bagInfo: round.skeleton.bagInfo }, 'package/hash-mismatch'],
      [{ document: round.skeleton.document }, 'package/hash-mismatch'],
      [{ signatures: [] }, 'package/signature-missing'],
      [{ signatures: round.skeleton.signatures }, 'package/signature-invalid'],
      [{ signatures: [{ keyId: chair.keyId, jws: signature?.jws ?? Buffer.alloc(0) }] }, 'package/signature-invalid'],
    ];
    for (const [change, code] of changes) {
      expect([Object.keys(change), codeOf(await verifySkeleton({ ...score.skeleton, ...change }, 'x'))]).toEqual([
        Object.keys(change),
        code,
      ]);
    }
    const second = { keyId: chair.keyId, jws: await signDetached(score.skeleton.tagmanifest, chair.signKey, signedAt) };
    const both = valueOf(await verifySkeleton({ ...score.skeleton, signatures: [...score.skeleton.signatures, second] }, 'x'));
    expect(both.signatures.map(({ keyId }) => keyId)).toEqual([expert.keyId, chair.keyId]);
  });
});

describe('a result is not written', () => {
  test('when what it names is not what it carries', async () => {
    const { folder, chair, round, score } = await signedPanel();
    const write = (document: ReturnType<typeof resultOf>, inputs: readonly Skeleton[]) =>
      writePackage({
        kind: 'result',
        document,
        inputs,
        files: [],
        signers: [{ privateJwk: chair.signKey }],
        signedAt,
        target: join(folder, 'a.lpresult'),
      });
    const document = resultOf(round.sha256, score.sha256);
    const all = [round.skeleton, score.skeleton];
    expect(codeOf(await write(document, all))).toBe('ok');
    expect(codeOf(await write(document, [score.skeleton]))).toBe('package/input-missing');
    expect(codeOf(await write({ ...document, inputs: [{ expert: 'e1', sequence: 2, sha256: score.sha256 }] }, all))).toBe(
      'package/input-missing',
    );
    expect(codeOf(await write({ ...document, inputs: [{ expert: 'chair', sequence: 1, sha256: score.sha256 }] }, all))).toBe(
      'package/input-missing',
    );
    expect(codeOf(await write({ ...document, round: { id: 'other', sha256: round.sha256 } }, all))).toBe('package/input-missing');
    expect(codeOf(await write({ ...document, inputs: [] }, all))).toBe('package/unexpected-file');
    const aside = { sha256: score.sha256, code: 'merge/equivocation', expert: 'e1', sequence: 1 };
    expect(codeOf(await write({ ...document, inputs: [], setAside: [aside] }, all))).toBe('ok');
  });
});
