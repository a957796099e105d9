import * as z from 'zod';
import catalogueJson from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import { checkApplication } from '#shared/checks/index.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Round } from '#shared/domain/round.ts';
import { catalogueEntrySchema } from '#shared/domain/rubric.ts';
import type { Workspace } from '#db/workspace.ts';
import type { OpenCore } from '../core/core.ts';
import { readFacts } from '../intake/read-facts.ts';

const catalogue = z.array(catalogueEntrySchema).parse(catalogueJson);

/** Findings follow from the bundle and the round alone, and reading the PDFs takes a while: kept while the workspace is open. */
const known = new WeakMap<Workspace, Map<string, Promise<Finding[]>>>();

/** What the automatic checks say of a bundle under a round's rubric. */
export function findingsOf({ workspace }: OpenCore, { round, bundle }: { round: Round; bundle: string }): Promise<Finding[]> {
  const findings = known.get(workspace) ?? new Map<string, Promise<Finding[]>>();
  known.set(workspace, findings);
  const key = `${round.rubricSha256} ${bundle}`;
  const found = findings.get(key) ?? check(workspace, round, bundle);
  findings.set(key, found);
  // What went wrong once is not to be remembered as the answer.
  found.catch(() => findings.delete(key));
  return found;
}

async function check({ stores, evidence }: Workspace, { rubric, schedule }: Round, bundle: string): Promise<Finding[]> {
  const kept = stores.applications.get(bundle);
  if (kept === null) {
    throw new Error(`bundle ${bundle} is in a round but not in the workspace`);
  }
  const { application } = kept;
  const facts = await readFacts(application.attachments, ({ sha256 }) => Promise.resolve(evidence.readRange(sha256)));
  return checkApplication({ application, facts, rubric, catalogue, schedule });
}

/** How many findings an expert should look at. */
export function countFindings(findings: readonly Finding[]): { notMet: number; doubtful: number } {
  const count = (...verdicts: Finding['verdict'][]): number => findings.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return { notMet: count('not-met'), doubtful: count('doubtful', 'verify-on-site') };
}
