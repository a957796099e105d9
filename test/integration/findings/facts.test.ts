import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readerVersion } from '#electron/reading/limits.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { factsOf } from '#electron/findings/facts.ts';
import { noFacts } from '#shared/domain/facts.ts';
import { valueOf } from '#shared/result.ts';
import { applicationWith, packed, signedAt } from '../../fixtures/packages/documents.ts';
import { makeFolder, temporaryFolder } from '../../temporary.ts';
import { clientOf, draftWithSamples, finished, handed, issueTo, workspaceOf } from '../../fixtures/small-panel.ts';

test('facts are read when a bundle or a round is taken in, kept, and read again by another reader', async () => {
  const folder = temporaryFolder();
  const [chair, expert] = [await workspaceOf('组长（虚构）', folder), await workspaceOf('专家甲（虚构）', folder)];
  const { round, draft } = await draftWithSamples(chair, expert, folder);
  await issueTo(chair, expert, round);
  for (const core of [chair, expert]) {
    const { facts } = core.opened().workspace.stores;
    for (const { bundle } of draft.applications) {
      const kept = facts.get({ bundle: bundle.sha256, reader: readerVersion });
      expect(kept?.leases.length).toBeGreaterThan(0);
      expect(await factsOf(core.opened(), bundle.sha256)).toEqual(kept);
    }
  }
  const { stores, evidence } = chair.opened().workspace;
  const [first] = draft.applications;
  const known = stores.applications.get(first?.bundle.sha256 ?? '');
  if (known === null) {
    throw new Error('the sample was taken in');
  }
  // The same attachments under another bundle, which only a reader of another version has looked at.
  const bundle = 'b'.repeat(64);
  stores.applications.keep({ bundle, bytes: 1, signer: null, application: known.application });
  stores.facts.keep({ bundle, reader: readerVersion + 1, facts: noFacts });
  const [one, other] = await Promise.all([factsOf(chair.opened(), bundle), factsOf(chair.opened(), bundle)]);
  expect(one).toBe(other);
  expect(one).toEqual(await factsOf(chair.opened(), known.bundle));
  expect(stores.facts.get({ bundle, reader: readerVersion + 1 })).toEqual(noFacts);
  expect([...evidence.list()].length).toBeGreaterThan(0);
});

test('what two applicants share is a finding at both, with the other’s name and no ID number', async () => {
  const folder = temporaryFolder();
  const chair = await workspaceOf('组长（虚构）', folder);
  const client = clientOf(chair);
  const { id: round } = await client.rounds.draft.create({ title: '示例批次（虚构）', practice: false });
  await client.rounds.draft.setChairScores({ round, scores: true });
  const names = ['示例学校甲（虚构）', '示例学校乙（虚构）', '示例学校丙（虚构）'];
  const files = await Promise.all(names.map(async (name, index) => handed(chair, await bundleOf(folder, { name, index }))));
  await finished(await client.rounds.draft.addApplications({ round, files }));
  await finished(await client.rounds.draft.issue({ round }));
  const shared = async (index: number) => {
    const view = await client.sheets.get({ round, application: `application-${index}`, stage: 'document' });
    return view.findings.filter(({ code }) => code === 'sharedPerson');
  };
  expect((await shared(0)).map(({ details }) => details['other'])).toEqual([names[1]]);
  expect((await shared(1)).map(({ details }) => details['other'])).toEqual([names[0]]);
  expect(await shared(2)).toEqual([]);
  expect(JSON.stringify(await shared(0))).not.toContain(idNumber);
});

const idNumber = '330102199003070011';

/** A bundle of its own; the first two list the same person. */
async function bundleOf(parent: string, { name, index }: { name: string; index: number }): Promise<string> {
  const proof = packed(Buffer.from(`%PDF-1.7 ${index}`));
  const made = applicationWith([proof]);
  const person = { name: '示例专家（虚构）', sex: '女', idNumber: index === 2 ? '330102199003070038' : idNumber };
  const target = join(makeFolder('bundle', parent), `${index}.lpapp`);
  const document = {
    ...made,
    id: `application-${index}`,
    applicant: { ...made.applicant, name },
    experts: [{ ...person, education: '', title: '', field: '' }],
  };
  valueOf(await writePackage({ kind: 'application', document, files: [proof], signers: [], signedAt, target }));
  return target;
}
