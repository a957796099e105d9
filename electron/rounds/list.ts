import type { RoundSummary } from '#shared/api/rounds.ts';
import { issueOf } from '#shared/domain/round.ts';
import type { OpenCore } from '../core/core.ts';
import { readDraft } from './draft.ts';

/** My rounds, the last touched first: those I set up, issued, or was handed. */
export function listRounds(core: OpenCore): RoundSummary[] {
  const { rounds, seals, packages } = core.workspace.stores;
  return rounds.list().map(({ createdAt: _createdAt, ...heading }) => {
    const { id, state } = heading;
    if (state === 'draft') {
      const draft = readDraft(core, id);
      return {
        ...heading,
        mine: null,
        sealed: null,
        reissuing: false,
        issue: 0,
        hasResult: false,
        roles: draft.chairScores ? ['chair', 'expert'] : ['chair'],
        applications: draft.applications.length,
        experts: draft.panel.length - 1,
      };
    }
    const fixed = rounds.get(id);
    if (fixed === null) {
      throw new Error(`round ${id} is ${state} but has no issue`);
    }
    return {
      ...heading,
      mine: null,
      roles: fixed.roles,
      applications: fixed.round.applications.length,
      experts: fixed.round.panel.filter(({ role }) => role === 'expert').length,
      reissuing: rounds.next.draft(id) !== null,
      issue: issueOf(fixed.round),
      sealed: seals.heading(id)?.sequence ?? null,
      hasResult: packages.has({ round: id, kind: 'result' }),
    };
  });
}
