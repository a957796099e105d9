import type { RoundDraft } from '#shared/api/rounds.ts';
import type { OpenCore } from '../core/core.ts';
import { fingerprint } from '../packages/card.ts';
import { assignmentsOf, type Draft } from './draft.ts';

/** A draft as its chair's screen shows it. */
export function describeDraft(core: OpenCore, draft: Draft): RoundDraft {
  const { cards } = core.workspace.stores;
  return {
    ...draft,
    panel: draft.panel.map((member) => ({
      ...member,
      fingerprint: fingerprint(member).split(' '),
      fingerprintCompared: member.role === 'chair' || cards.isCompared(member.id),
    })),
    assignments: assignmentsOf(draft),
  };
}
