import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultRules } from '#shared/domain/round.ts';
import type { RoundDocument } from '#shared/packages/documents.ts';
import { writePackage, type FileToPack } from '#electron/packages/bag/write.ts';
import { createKeys, type IdentityKeys } from '#electron/packages/identity.ts';
import { openFileSource } from '#electron/packages/source.ts';
import { acceptRound, type AcceptRequest } from '#electron/round-package/accept-package.ts';
import type { RoundToIssue } from '#electron/round-package/check-round.ts';
import { issueRound, type BundleToIssue } from '#electron/round-package/issue-package.ts';
import { hashOf } from '#electron/round-package/hash-of.ts';
import { roundApplicationOf } from '#electron/round-package/round-application.ts';
import { applicationWith, packed, roundOf, signedAt } from '../../fixtures/packages/documents.ts';
import { codeOf, valueOf } from '../../fixtures/packages/value-of.ts';
import { temporaryFolder } from '../../temporary.ts';

const attachment = packed(Buffer.from('附件'));
let folder: string;
let chair: IdentityKeys;
let expert: IdentityKeys;
let bundle: BundleToIssue;
let draft: RoundToIssue;

beforeEach(async () => {
  folder = temporaryFolder();
  [chair, expert] = [await createKeys(), await createKeys()];
  const target = join(folder, 'a.lpapp');
  const document = applicationWith([attachment]);
  const written = valueOf(await writePackage({ kind: 'application', document, files: [attachment], signers: [], signedAt, target }));
  bundle = { sha256: written.sha256, file: fileOf(await readFile(target), 'lpapp') };
  const { kind: _kind, format: _format, ...application } = document;
  const { kind: _k, format: _f, rubricSha256: _r, rulesSha256: _u, ...round } = roundOf(chair, expert);
  draft = { ...round, applications: [roundApplicationOf({ application, sha256: written.sha256, bytes: written.bytes })] };
});

const fileOf = (bytes: Uint8Array, extension: string): FileToPack => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  extension,
  bytes: bytes.length,
  open: () => Readable.from([bytes]),
});

const issue = (over: Partial<RoundToIssue> = {}, bundles: readonly BundleToIssue[] = [bundle]) =>
  issueRound({ round: { ...draft, ...over }, bundles, chair, signedAt, target: join(folder, 'r.lpround') });

const accept = async (over: Partial<AcceptRequest> = {}) => {
  const source = valueOf(await openFileSource(join(folder, 'r.lpround'), 'r.lpround'));
  try {
    return await acceptRound({
      source,
      fileName: 'r.lpround',
      identities: [expert.ageIdentity],
      trustedChairs: new Set([chair.keyId]),
      me: expert.keyId,
      ...over,
    });
  } finally {
    await source.close();
  }
};

/** A round as someone with the chair's key but another program could write it. */
const issueByHand = async (document: RoundDocument, files: readonly FileToPack[] = [bundle.file], signer = chair) =>
  valueOf(
    await writePackage({
      kind: 'round',
      document,
      files,
      signers: [{ privateJwk: signer.signKey }],
      signedAt,
      recipients: [expert.public.ageRecipient],
      target: join(folder, 'r.lpround'),
    }),
  );

const honest = (): RoundDocument => ({
  ...draft,
  kind: 'round',
  format: 1,
  rubricSha256: hashOf(draft.rubric),
  rulesSha256: hashOf(defaultRules),
});

describe('an issued round', () => {
  test('reaches the expert with the applicants’ documents in it', async () => {
    const issued = valueOf(await issue());
    const names: string[] = [];
    const accepted = valueOf(
      await accept({
        sink: async (file, chunks) => {
          names.push(file.name);
          for await (const chunk of chunks) {
            expect(Buffer.from(chunk).toString()).toBe('附件');
          }
        },
      }),
    );
    expect(accepted).toMatchObject({
      outcome: 'accepted',
      sha256: issued.sha256,
      member: { id: 'e1' },
      bundles: [{ sha256: bundle.sha256 }],
    });
    expect(names).toEqual([`${attachment.sha256}.pdf`]);
  });

  test('of a chair whose fingerprint was not compared is introduced, and nothing of it kept', async () => {
    valueOf(await issue());
    let sunk = 0;
    const sink = () => {
      sunk += 1;
      return Promise.resolve();
    };
    const outcome = valueOf(await accept({ trustedChairs: new Set(), sink }));
    expect(outcome).toMatchObject({ outcome: 'needs-trust', chair: { keyId: chair.keyId, member: { id: 'chair' } } });
    expect(sunk).toBe(0);
  });

  test('is refused by someone who is not on its panel, although it could be read', async () => {
    valueOf(await issue());
    expect(codeOf(await accept({ me: (await createKeys()).keyId }))).toBe('round/not-on-panel');
  });
});

describe('a round that does not hold is not issued', () => {
  test.each([
    ['without a chair', () => ({ panel: draft.panel.filter(({ role }) => role !== 'chair') }), 'round/not-one-chair'],
    ['with someone on the panel twice', () => ({ panel: [...draft.panel, ...draft.panel.slice(1)] }), 'round/member-twice'],
    ['with an applicant twice', () => ({ applications: [...draft.applications, ...draft.applications] }), 'round/application-twice'],
    ['with a stranger assigned', () => ({ assignments: [{ expert: 'nobody', application: 'application-1' }] }), 'round/reference-unknown'],
    ['with a recusal from nobody', () => ({ recusals: [{ expert: 'e1', applicant: 'nobody', reason: '' }] }), 'round/reference-unknown'],
    [
      'with an item twice',
      () => ({ rubric: { ...draft.rubric, items: [...draft.rubric.items, ...draft.rubric.items] } }),
      'round/item-twice',
    ],
  ] as const)('%s', async (_name, change, code) => {
    expect(codeOf(await issue(change()))).toBe(code);
  });

  test('without an applicant’s bundle, or with one too many', async () => {
    expect(codeOf(await issue({}, []))).toBe('round/bundle-missing');
    expect(codeOf(await issue({}, [bundle, { sha256: '0'.repeat(64), file: fileOf(Buffer.from('x'), 'lpapp') }]))).toBe(
      'round/bundle-unexpected',
    );
  });

  test('by anyone but its chair', async () => {
    const request = { round: draft, bundles: [bundle], chair: expert, signedAt, target: join(folder, 'r.lpround') };
    expect(codeOf(await issueRound(request))).toBe('round/not-signed-by-chair');
  });
});

describe('a round that was made otherwise is refused', () => {
  test('when its rubric or rules are not those of its hashes', async () => {
    await issueByHand({ ...honest(), rubricSha256: '0'.repeat(64) });
    expect(codeOf(await accept())).toBe('round/rubric-hash-wrong');
    await issueByHand({ ...honest(), rulesSha256: '0'.repeat(64) });
    expect(codeOf(await accept())).toBe('round/rules-hash-wrong');
  });

  test('when an expert on it signed it, even one who is trusted as a chair elsewhere', async () => {
    await issueByHand(honest(), [bundle.file], expert);
    expect(codeOf(await accept({ trustedChairs: new Set([expert.keyId]) }))).toBe('round/not-signed-by-chair');
  });

  test('when a bundle is missing, is not a bundle, or is another file', async () => {
    await issueByHand(honest(), []);
    expect(codeOf(await accept())).toBe('round/bundle-missing');
    await issueByHand(honest(), [bundle.file, fileOf(Buffer.from('x'), 'pdf')]);
    expect(codeOf(await accept())).toBe('round/bundle-unexpected');
    await issueByHand(honest(), [fileOf(Buffer.from('PK not a package'), 'lpapp')]);
    expect(codeOf(await accept())).toMatch(/^package\//);
  });
});
