import type { RoundChanges } from '#shared/api/round-changes.ts';
import { issueOf, type Round } from '#shared/domain/round.ts';
import { rubricChanges } from '#shared/rubric/changes.ts';
import { electoratesOf } from '../declarations/vote.ts';
import { canonicalBytes } from '../packages/canonical.ts';
import type { RoundToIssue } from '../round-package/check-round.ts';

/** What the next version of a round says otherwise. */
export function roundChanges(before: Round, after: RoundToIssue): Omit<RoundChanges, 'leftOut' | 'leftOutNeedsReason'> {
  const rubric = rubricChanges(before.rubric, after.rubric);
  const rules = differ(before.rules, after.rules);
  const codes = (kind: (typeof rubric.items)[number]['kind']) =>
    rubric.items.flatMap((change) => (change.kind === kind ? [change.kind === 'changed' ? change.after.code : change.item.code] : []));
  return {
    issue: issueOf(before) + 1,
    about: (['title', 'authority', 'notice', 'schedule', 'commitment', 'election', 'ballots'] as const).filter((field) =>
      differ(before[field], after[field]),
    ),
    panel: named(before.panel, after.panel, ({ name }) => name),
    applications: named(before.applications, after.applications, ({ applicant }) => applicant.name),
    items: { added: codes('added'), removed: codes('removed'), changed: codes('changed') },
    rubric: rubric.about.length > 0 || rubric.reordered,
    rules,
    assignments: counted(before.assignments, after.assignments),
    recusals: counted(before.recusals, after.recusals),
    vote: voteAfter(before, after),
    sealAnew: rules || differ(before.rubric, after.rubric),
  };
}

/** What becomes of the vote for 组长 that the round asked for; where the next version no longer asks for one, `about` says so. */
function voteAfter(before: Round, after: RoundToIssue): RoundChanges['vote'] {
  const [earlier, later] = [electoratesOf(before), electoratesOf(after)];
  if (earlier.length === 0 || after.election === undefined) {
    return 'same';
  }
  if (later.length === 0) {
    return 'none';
  }
  return earlier[0] !== later[0] ? 'anew' : earlier.length < later.length ? 'further' : 'same';
}

/** Whether issuing it would say anything that the issued round doesn't. */
export function differsFrom(before: Round, after: RoundToIssue): boolean {
  const { rubricSha256: _rubric, rulesSha256: _rules, replaces: _replaces, leftOut: _leftOut, ...issued } = before;
  return differ(issued, after);
}

function named<Thing extends { readonly id: string }>(before: readonly Thing[], after: readonly Thing[], nameOf: (thing: Thing) => string) {
  const [old, now] = [byId(before), byId(after)];
  return {
    added: after.filter(({ id }) => !old.has(id)).map(nameOf),
    removed: before.filter(({ id }) => !now.has(id)).map(nameOf),
    changed: after.filter((thing) => old.has(thing.id) && differ(old.get(thing.id), thing)).map(nameOf),
  };
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function counted(before: readonly object[], after: readonly object[]): { added: number; removed: number } {
  const old = new Set(before.map(textOf));
  const now = new Set(after.map(textOf));
  return { added: [...now].filter((one) => !old.has(one)).length, removed: [...old].filter((one) => !now.has(one)).length };
}

const textOf = (value: unknown): string => (value === undefined ? '' : canonicalBytes(value).toString());
const differ = (one: unknown, other: unknown): boolean => textOf(one) !== textOf(other);
