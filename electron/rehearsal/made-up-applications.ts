import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import catalogue from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import { checkApplication, proposedAnswers } from '#shared/checks/index.ts';
import type { Application } from '#shared/domain/application.ts';
import type { RoundApplication } from '#shared/domain/round.ts';
import { catalogueEntrySchema, type Rubric } from '#shared/domain/rubric.ts';
import type { Round } from '#shared/domain/round.ts';
import type { Answer, Slot } from '#shared/domain/sheet.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { ok, type Result } from '#shared/result.ts';
import { packApplication } from '../intake/pack.ts';
import type { Readers } from '../reading/readers.ts';
import type { BundleToIssue } from '../round-package/issue-package.ts';
import { roundApplicationOf } from '../round-package/round-application.ts';
import { applicantBundleInput, makeApplicant } from './applicants.ts';
import type { RehearsalPaths } from './rehearsal-folder.ts';

/** A made-up application as its bundle holds it, with what the checks propose for it. */
export type MadeUpApplication = {
  readonly index: number;
  readonly entry: RoundApplication;
  readonly bundle: BundleToIssue;
  readonly document: Application;
  readonly proposals: readonly { readonly slot: Slot; readonly answer: Answer }[];
};

export type ApplicationRequest = {
  readonly readers: Readers;
  readonly paths: RehearsalPaths;
  readonly seed: number;
  readonly index: number;
  readonly rubric: Rubric;
  readonly schedule: Round['schedule'];
};

/** Makes an applicant up, reads its folder as intake does, packs its bundle and checks it. Refuses with the codes of packing. */
export async function makeUpApplication({
  readers,
  paths,
  seed,
  index,
  rubric,
  schedule,
}: ApplicationRequest): Promise<Result<MadeUpApplication>> {
  const read = await applicantBundleInput(await makeApplicant({ seed, index }), readers);
  const { application, facts } = read;
  const ascii = `application-${String(index + 1).padStart(2, '0')}`;
  const target = join(paths.applications, exportFileName({ ascii, chinese: application.applicant.name, extension: 'lpapp' }));
  const packed = await packApplication({ read, target });
  if (!packed.ok) {
    return packed;
  }
  const { sha256, bytes } = packed.value;
  const file = createHash('sha256')
    .update(await readFile(target))
    .digest('hex');
  const findings = checkApplication({ application, facts, rubric, catalogue: catalogueEntrySchema.array().parse(catalogue), schedule });
  return ok({
    index,
    entry: roundApplicationOf({ application, sha256, bytes }),
    bundle: { sha256, file: { sha256: file, bytes, extension: 'lpapp', open: () => createReadStream(target) } },
    document: application,
    proposals: proposedAnswers(findings, rubric),
  });
}
