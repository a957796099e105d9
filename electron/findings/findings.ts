import { setImmediate as nextTurn } from 'node:timers/promises';
import * as z from 'zod';
import catalogueJson from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import { checkAcross, checkApplication, type ApplicationWithFacts } from '#shared/checks/index.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Round } from '#shared/domain/round.ts';
import { catalogueEntrySchema } from '#shared/domain/rubric.ts';
import type { Workspace } from '#db/workspace.ts';
import type { OpenCore } from '../core/core.ts';
import { factsOf } from './facts.ts';
import { withReadingProblems } from './reading-problems.ts';

const catalogue = z.array(catalogueEntrySchema).parse(catalogueJson);

type Known<Value> = WeakMap<Workspace, Map<string, Promise<Value>>>;

/** Findings follow from the round and its bundles alone: kept while the workspace is open. */
const own: Known<Finding[]> = new WeakMap();
const across: Known<Map<string, Finding[]>> = new WeakMap();

/** What the checks need to know of a round; a draft has as much. */
export type CheckedRound = Pick<Round, 'rubric' | 'rubricSha256' | 'schedule' | 'applications'>;

/** What the automatic checks say of an application of a round: by itself, then beside the others of the round. */
export async function findingsOf(core: OpenCore, { round, bundle }: { round: CheckedRound; bundle: string }): Promise<Finding[]> {
  const [alone, shared] = [await ownFindingsOf(core, { round, bundle }), await sharedFindings(core, round)];
  return [...alone, ...(shared.get(bundle) ?? [])];
}

/** What the checks say of a bundle under a round's rubric, whatever else is in the round. */
export function ownFindingsOf(core: OpenCore, { round, bundle }: { round: CheckedRound; bundle: string }): Promise<Finding[]> {
  return once(own, { workspace: core.workspace, key: JSON.stringify([round.rubricSha256, round.schedule, bundle]) }, async () => {
    const { application, facts } = await withFacts(core, bundle);
    return checkApplication({ application, facts, rubric: round.rubric, catalogue, schedule: round.schedule });
  });
}

/** What the applicants of a round share with each other, by bundle. */
function sharedFindings(core: OpenCore, round: CheckedRound): Promise<Map<string, Finding[]>> {
  const key = JSON.stringify(round.applications.map(({ bundle }) => bundle.sha256));
  return once(across, { workspace: core.workspace, key }, async () => {
    const applications: ApplicationWithFacts[] = [];
    for (const { bundle } of round.applications) {
      applications.push(await withFacts(core, bundle.sha256));
      // Hundreds of documents are parsed here; others want to be answered meanwhile.
      await nextTurn();
    }
    const found = Map.groupBy(checkAcross(applications), ({ application }) => application);
    return new Map(
      round.applications.map(({ id, bundle }) => [bundle.sha256, (found.get(id) ?? []).map(({ finding }) => finding)] as const),
    );
  });
}

async function withFacts(core: OpenCore, bundle: string): Promise<ApplicationWithFacts> {
  const facts = await factsOf(core, bundle);
  const kept = core.workspace.stores.applications.get(bundle);
  if (kept === null) {
    throw new Error(`bundle ${bundle} is in a round but not in the workspace`);
  }
  return { application: withReadingProblems(core.workspace, kept.application), facts };
}

function once<Value>(
  known: Known<Value>,
  { workspace, key }: { workspace: Workspace; key: string },
  step: () => Promise<Value>,
): Promise<Value> {
  const values = known.get(workspace) ?? new Map<string, Promise<Value>>();
  known.set(workspace, values);
  const value = values.get(key) ?? step();
  values.set(key, value);
  // What went wrong once is not to be remembered as the answer.
  value.catch(() => values.delete(key));
  return value;
}
