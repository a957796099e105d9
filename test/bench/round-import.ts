import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';
import { withReaders } from '#electron/hosts/reader/with-readers.ts';
import { packApplication } from '#electron/intake/pack.ts';
import type { ReadFolder } from '#electron/intake/read-folder.ts';
import { createKeys, type IdentityKeys } from '#electron/packages/identity.ts';
import { readersOfThisMachine } from '#electron/reading/limits.ts';
import { characters } from '#electron/rehearsal/applicants/character.ts';
import { applicantBundleInput, makeApplicant } from '#electron/rehearsal/applicants.ts';
import { issueRound, type BundleToIssue } from '#electron/round-package/issue-package.ts';
import { roundApplicationOf } from '#electron/round-package/round-application.ts';
import { importPackages } from '#electron/arrivals/import-files.ts';
import type { Progress } from '#shared/api/base.ts';
import { defaultRules, type RoundApplication } from '#shared/domain/round.ts';
import { rubricSchema } from '#shared/domain/rubric.ts';
import { valueOf } from '#shared/result.ts';
import { schedule } from '../fixtures/checks/an-application.ts';
import { secondsOf, type Bench } from './bench.ts';

/**
 * An expert takes in a round: verified, kept, and what each attachment says read ahead. The applications are made up, every file of them
 * real; the eight kinds repeat, each time as another applicant. The floor is a plain read and hash of the same package.
 */
export const bench: Bench = {
  name: 'round-import',
  async run({ size, folder }) {
    const count = size === 'full' ? 300 : 10;
    const core = createCore({
      workspaceFolder: join(folder, 'expert'),
      host: { kind: 'browser', dialogs: null, startReader: forkReader },
      version: 'bench',
      now: () => new Date(),
    });
    valueOf(await core.create({ passphrase: 'round-import 批次', name: '专家（虚构）', organisation: '' }));
    const { path, chair } = await issueTo(core, { count, folder });
    const floor = { what: 'reading and hashing the package', seconds: await secondsOf(async () => void (await hashOf(path))) };
    const { bytes, id } = await core.registerFile({ kind: 'path', path, name: 'round.lpround', relativePath: 'round.lpround' });
    const counted: Progress['done'][] = [];
    const seconds = await secondsOf(async () => {
      const trust = new Set([chair.keyId]);
      const report = ({ step, done }: Pick<Progress, 'step' | 'done'>): void => void (step === 'checking' && counted.push(done));
      const [outcome] = await importPackages(core.opened(), { files: [id], trust }, { signal: new AbortController().signal, report });
      if (outcome?.outcome !== 'taken') {
        throw new Error(`the round was not taken: ${outcome?.refusal?.code}`);
      }
    });
    if (counted.at(-1) !== count) {
      throw new Error('the progress did not count the applications');
    }
    await core.close();
    return [{ what: `${count} applications, ${readersOfThisMachine()} reading process(es)`, seconds, bytes, floor }];
  },
};

/** A round of so many applications for this expert, as its chair hands it over. */
async function issueTo(core: Core, { count, folder }: { count: number; folder: string }): Promise<{ path: string; chair: IdentityKeys }> {
  const applications: RoundApplication[] = [];
  const bundles: BundleToIssue[] = [];
  await mkdir(join(folder, 'bundles'));
  const kinds = await withReaders((readers) =>
    Promise.all(characters.map(async (_, index) => applicantBundleInput(await makeApplicant({ seed: 300, index }), readers))),
  );
  for (let index = 0; index < count; index += 1) {
    const read = renamed(kinds[index % kinds.length], index);
    const target = join(folder, 'bundles', `${index}.lpapp`);
    const { sha256, bytes } = valueOf(await packApplication({ read, target }));
    applications.push(roundApplicationOf({ application: read.application, sha256, bytes }));
    bundles.push({ sha256, file: { sha256: await hashOf(target), bytes, extension: 'lpapp', open: () => createReadStream(target) } });
  }
  const chair = await createKeys();
  const me = core.opened().me;
  const panel = [
    { id: 'chair', name: '组长（虚构）', organisation: '', role: 'chair' as const, ...chair.public },
    { id: 'expert', name: me.person.name, organisation: '', role: 'expert' as const, ...me.keys.public },
  ];
  const path = join(folder, 'round.lpround');
  const round = {
    id: 'round-import',
    title: '虚构批次',
    practice: true,
    authority: '',
    notice: '',
    schedule,
    rubric: rubricSchema.parse(rubricJson),
    rules: defaultRules,
    panel,
    applications,
    assignments: applications.map(({ id: application }) => ({ expert: 'expert', application })),
    recusals: [],
  };
  valueOf(await issueRound({ round, bundles, chair, signedAt: '2022-11-01T09:00:00+08:00', target: path }));
  return { path, chair };
}

function renamed(read: ReadFolder | undefined, index: number): ReadFolder {
  if (read === undefined) {
    throw new RangeError('there are kinds of applicants');
  }
  const { application } = read;
  const applicant = { ...application.applicant, name: `${application.applicant.name} ${index + 1}` };
  return { ...read, application: { ...application, id: `application-${index}`, applicant } };
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
