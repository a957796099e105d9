import { comparesTotals, type Round } from '#shared/domain/round.ts';
import type { FurtherBallot } from '#shared/domain/election.ts';
import { ballotsOf } from '#shared/election/ballot.ts';
import type { PanelMember } from '#shared/domain/panel.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { isUsableAgeRecipient, isUsableSignKey } from '../packages/usable-keys.ts';

/** A round before its hashes are known. */
export type RoundToIssue = Omit<Round, 'rubricSha256' | 'rulesSha256'>;

/**
 * What a schema can't say of a round: one chair, nobody and nothing listed twice, keys that can be used, every reference pointing somewhere. Returns the
 * chair. Refuses with `round/not-one-chair`, `member-twice`, `member-key-unusable`, `application-twice`, `item-twice`, `reference-unknown`, `assignment-twice`,
 * `stages-under-totals`, `ballot-unfit`.
 */
export function checkRound(round: RoundToIssue): Result<PanelMember> {
  const chairs = round.panel.filter(({ role }) => role === 'chair');
  const [chair] = chairs;
  if (chair === undefined || chairs.length > 1) {
    return refused('round/not-one-chair', { count: chairs.length });
  }
  const problem =
    memberTwice(round) ??
    memberWithBadKey(round) ??
    applicationTwice(round) ??
    itemTwice(round) ??
    unknownReference(round) ??
    assignmentRefusal(round) ??
    ballotRefusal(round);
  return problem === null ? ok(chair) : { ok: false, refusal: problem };
}

function memberTwice({ panel }: RoundToIssue): Refusal | null {
  const seen = new Set<string>();
  for (const member of panel) {
    // An id and a key never look alike; one set holds both.
    for (const mark of [`id ${member.id}`, `key ${member.signKey.x}`, `age ${member.ageRecipient}`]) {
      if (seen.has(mark)) {
        return { code: 'round/member-twice', details: { name: member.name } };
      }
      seen.add(mark);
    }
  }
  return null;
}

function memberWithBadKey({ panel }: RoundToIssue): Refusal | null {
  const bad = panel.find(({ signKey, ageRecipient }) => !isUsableSignKey(signKey) || !isUsableAgeRecipient(ageRecipient));
  return bad === undefined ? null : { code: 'round/member-key-unusable', details: { name: bad.name } };
}

function applicationTwice({ applications }: RoundToIssue): Refusal | null {
  const seen = new Set<string>();
  for (const { id, applicant, bundle, occupations } of applications) {
    const occupationNames = new Set(occupations.map(({ name }) => name));
    const marks = [`id ${id}`, `bundle ${bundle.sha256}`];
    if (occupationNames.size < occupations.length || marks.some((mark) => seen.has(mark))) {
      return { code: 'round/application-twice', details: { name: applicant.name } };
    }
    for (const mark of marks) {
      seen.add(mark);
    }
  }
  return null;
}

function itemTwice({ rubric }: RoundToIssue): Refusal | null {
  const codes = new Set<string>();
  for (const { code } of rubric.items) {
    if (codes.has(code)) {
      return { code: 'round/item-twice', details: { name: code } };
    }
    codes.add(code);
  }
  const dangling = rubric.items.find(({ triggers }) => triggers !== undefined && !codes.has(triggers.item));
  return dangling === undefined ? null : { code: 'round/item-twice', details: { name: dangling.code } };
}

function unknownReference({ panel, applications, assignments, recusals }: RoundToIssue): Refusal | null {
  const members = new Set(panel.map(({ id }) => id));
  const applicationIds = new Set(applications.map(({ id }) => id));
  const applicantIds = new Set(applications.map(({ applicant }) => applicant.id));
  const unknown =
    assignments.map(({ expert }) => expert).find((id) => !members.has(id)) ??
    recusals.map(({ expert }) => expert).find((id) => !members.has(id)) ??
    assignments.map(({ application }) => application).find((id) => !applicationIds.has(id)) ??
    recusals.map(({ applicant }) => applicant).find((id) => !applicantIds.has(id));
  return unknown === undefined ? null : { code: 'round/reference-unknown', details: { name: unknown } };
}

/** A further ballot with somebody who does not vote, or named twice, would have fewer electors than it says, and so be no secret. */
function ballotRefusal(round: RoundToIssue): Refusal | null {
  const [first] = ballotsOf(round);
  const may = new Set(first?.electors.map(({ id }) => id));
  const members = new Set(round.panel.map(({ id }) => id));
  const isUnfit = ({ electors, candidates }: FurtherBallot): boolean =>
    new Set(electors).size < electors.length ||
    new Set(candidates).size < candidates.length ||
    !electors.every((id) => may.has(id)) ||
    !candidates.every((id) => members.has(id));
  const found = round.ballots?.findIndex(isUnfit) ?? -1;
  return found < 0 ? null : { code: 'round/ballot-unfit', details: { number: found + 2 } };
}

/** What makes it unclear what an expert scores, or how what is scored adds up. */
export function assignmentRefusal({ assignments, panel, rules }: Pick<Round, 'assignments' | 'panel' | 'rules'>): Refusal | null {
  const nameOf = (expert: string) => ({ name: panel.find(({ id }) => id === expert)?.name ?? expert });
  const seen = new Set<string>();
  for (const { expert, application } of assignments) {
    const pair = JSON.stringify([expert, application]);
    if (seen.has(pair)) {
      return { code: 'round/assignment-twice', details: nameOf(expert) };
    }
    seen.add(pair);
  }
  const partly = comparesTotals(rules) ? assignments.find(({ stages }) => stages !== undefined) : undefined;
  return partly === undefined ? null : { code: 'round/stages-under-totals', details: nameOf(partly.expert) };
}
