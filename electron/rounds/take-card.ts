import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { cardBytesLimit, readCard, type VerifiedCard } from '../packages/card.ts';
import { changeDraft } from './draft.ts';

/**
 * Puts the person of an `.lpcard` on a draft's panel as an expert, at the end of the roster. The same key again is
 * `unchanged`; a newer card of it replaces name and organisation. Refuses with `package/…` codes or `draft/own-card`.
 */
export async function takeCard(core: OpenCore, { round, file }: { round: string; file: string }): Promise<Result<'taken' | 'unchanged'>> {
  const card = await readHandedCard(core, file);
  if (!card.ok) {
    return card;
  }
  const { keyId } = card.value;
  if (keyId === core.me.person.keyId) {
    return refused('draft/own-card', { file: core.files.ref(file)?.name ?? '' });
  }
  const { name, organisation, signKey, ageRecipient } = card.value.card;
  const kept = core.workspace.stores.cards.keep({ keyId, card: card.value.card });
  let outcome: 'taken' | 'unchanged' = kept;
  changeDraft(core, round, (draft) => {
    const known = draft.panel.some(({ id }) => id === keyId);
    outcome = known && kept === 'unchanged' ? 'unchanged' : 'taken';
    const member = { id: keyId, name, organisation, role: 'expert' as const, signKey, ageRecipient };
    return { ...draft, panel: known ? draft.panel.map((other) => (other.id === keyId ? member : other)) : [...draft.panel, member] };
  });
  return ok(outcome);
}

/** The card in a file the user handed over. Refuses with `package/…` codes. */
export async function readHandedCard(core: OpenCore, file: string): Promise<Result<VerifiedCard>> {
  const source = await core.files.open(file);
  if (!source.ok) {
    return source;
  }
  try {
    const name = core.files.ref(file)?.name ?? '';
    // One byte more than allowed is enough to be refused for its size.
    return await readCard(await source.value.read(0, Math.min(source.value.size, cardBytesLimit + 1)), name);
  } finally {
    await source.value.close();
  }
}
