import type { DeclarationsView } from '#shared/api/declarations.ts';
import type { ConflictOfInterest, Declaration } from '#shared/domain/declaration.ts';
import { refused, ok, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { canonicalBytes } from '../packages/canonical.ts';
import { signDetached } from '../packages/signature.ts';
import { ballotsOf } from '#shared/election/ballot.ts';
import { electorateOf, electoratesOf } from './vote.ts';
import { myRound, type MyRound } from '../my-round/my-round.ts';

/** What I have declared in a round and what is still to be declared before I may open anything of it. */
export function declarationsOf(core: OpenCore, id: string): DeclarationsView {
  const round = myRound(core, id);
  const { declarations } = core.workspace.stores;
  const made = declarations.declarations(id);
  const said = new Map(declarations.conflicts(id).map((each) => [each.applicant, each]));
  const recusals = new Map(declarations.recusals(id).map(({ applicant, reason }) => [applicant, reason]));
  const { commitment } = round.round;
  return {
    asked: round.asksForDeclarations,
    signedIn: newest(made, 'sign-in'),
    commitment: commitment === undefined ? null : { text: commitment, accepted: newest(made, 'commitment') },
    election: electionFor(core, round),
    applicants: assignedApplicants(round).map(({ id: applicant, name, imposed }) => ({
      applicant,
      name,
      imposed,
      conflict: said.get(applicant)?.conflict ?? null,
      reason: recusals.get(applicant) ?? '',
    })),
  };
}

function electionFor({ workspace: { stores } }: OpenCore, { round, me }: MyRound): DeclarationsView['election'] {
  const papers = ballotsOf(round);
  const paper = papers.at(-1);
  if (paper === undefined || !papers.some(({ electors }) => electors.some(({ id }) => id === me))) {
    return null;
  }
  const known = new Set(electoratesOf(round));
  return {
    number: paper.number,
    reason: paper.reason,
    electors: paper.electors.map(({ name }) => name),
    votes: paper.electors.some(({ id }) => id === me),
    members: paper.candidates.map(({ id, name }) => ({ id, name })),
    castAt: stores.ballots.get(round.id, electorateOf(round, paper))?.castAt ?? null,
    castBefore: paper.number > 1 ? null : (stores.ballots.all(round.id).findLast(({ electors }) => !known.has(electors))?.castAt ?? null),
  };
}

/** Notes that I am here, where and when; signed. */
export function signIn(core: OpenCore, { round, place }: { round: string; place: string }): Promise<void> {
  return declare(core, round, { kind: 'sign-in', text: `签到：${core.me.person.name}，${place}` });
}

/** Accepts the round's commitment, word for word, by signing it. */
export async function acceptCommitment(core: OpenCore, round: string): Promise<Result<null, 'declaration/no-commitment'>> {
  const { commitment } = myRound(core, round).round;
  if (commitment === undefined) {
    return refused('declaration/no-commitment');
  }
  await declare(core, round, { kind: 'commitment', text: commitment });
  return ok(null);
}

/**
 * Keeps how I stand to each of these applicants, all of it or nothing.
 */
export function declareConflicts(
  core: OpenCore,
  id: string,
  said: readonly { applicant: string; conflict: ConflictOfInterest; reason: string }[],
): Result<null, 'declaration/already-scored' | 'declaration/applicant-unknown' | 'declaration/reason-needed'> {
  const round = myRound(core, id);
  const { declarations, sheets } = core.workspace.stores;
  const known = new Map(assignedApplicants(round).map((each) => [each.id, each.name]));
  const standing = new Map(declarations.conflicts(id).map(({ applicant, conflict }) => [applicant, conflict]));
  const scored = new Set(
    sheets
      .progress(id)
      .filter(({ filled }) => filled > 0)
      .map(({ application }) => round.round.applications.find((each) => each.id === application)?.applicant.id),
  );
  for (const { applicant, conflict, reason } of said) {
    const name = known.get(applicant);
    if (name === undefined) {
      return refused('declaration/applicant-unknown');
    }
    const takesBack = conflict === 'none' && (standing.get(applicant) ?? 'none') !== 'none';
    if ((conflict !== 'none' || takesBack) && reason.trim() === '') {
      return refused('declaration/reason-needed', { applicant: name });
    }
    if (conflict !== 'none' && scored.has(applicant)) {
      return refused('declaration/already-scored', { applicant: name });
    }
  }
  core.workspace.transaction(() => {
    for (const each of said) {
      declarations.declareConflict(id, each);
    }
  });
  return ok(null);
}

/** Applicants that are assigned to me, in the round's order, those I am recused from by the chair included. */
function assignedApplicants(round: MyRound): { id: string; name: string; imposed: boolean }[] {
  const imposed = new Set(round.round.recusals.flatMap(({ expert, applicant }) => (expert === round.me ? [applicant] : [])));
  const assigned = round.round.applications.filter((application) => round.assigned(application).length > 0);
  return [...new Map(assigned.map(({ applicant: { id, name } }) => [id, { id, name, imposed: imposed.has(id) }])).values()];
}

/** Signs what is declared over the round it is declared in, and keeps it. */
async function declare(core: OpenCore, id: string, { kind, text }: Required<Pick<Declaration, 'kind' | 'text'>>): Promise<void> {
  const { sha256 } = myRound(core, id);
  const acceptedAt = core.now();
  const payload = canonicalBytes({ round: sha256, text, acceptedAt });
  const signature = (await signDetached(payload, core.me.keys.signKey, acceptedAt)).toString('latin1');
  core.workspace.stores.declarations.accept(id, { kind, text, acceptedAt, signature });
}

function newest(made: readonly Declaration[], kind: Declaration['kind']): { at: string; text: string } | null {
  const found = made.findLast((each) => each.kind === kind);
  return found === undefined ? null : { at: found.acceptedAt, text: found.text };
}
