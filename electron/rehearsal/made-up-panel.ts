import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PanelMember } from '#shared/domain/panel.ts';
import { makeCard, readCard } from '../packages/card.ts';
import { createKeys, writeKeyFile, type IdentityKeys } from '../packages/identity.ts';
import { makeDice } from './applicants/dice.ts';
import { makeUpPeople } from './applicants/made-up-people.ts';
import type { RehearsalPaths } from './rehearsal-folder.ts';

/** Someone on the panel of a rehearsal, with keys that are for practice only. */
export type MadeUpMember = { readonly keys: IdentityKeys; readonly member: PanelMember };

const organisations = ['示例技师学院', '示例大学', '示例行业协会', '示例技能人才评价中心', '示例装备集团'];

/**
 * Makes up a chair (`chair`) and experts (`expert-1`, …), writes their cards and key files, and reads each card back as the chair
 * would. Names depend on the seed; keys are new every time.
 */
export async function makeUpPanel({
  paths,
  experts,
  seed,
  signedAt,
}: {
  readonly paths: RehearsalPaths;
  readonly experts: number;
  readonly seed: number;
  readonly signedAt: string;
}): Promise<{ readonly chair: MadeUpMember; readonly experts: readonly MadeUpMember[] }> {
  const dice = makeDice('panel', seed);
  const people = makeUpPeople(dice);
  const make = async (id: string, role: PanelMember['role']): Promise<MadeUpMember> => {
    const { name } = people(['']);
    const keys = await createKeys();
    const organisation = dice.pick(organisations);
    const bytes = await makeCard({ name, organisation, keys, signedAt });
    await writeFile(join(paths.cards, `${id}.lpcard`), bytes);
    await writeFile(join(paths.keys, `${id}.json`), writeKeyFile(id, keys), { mode: 0o600 });
    await writeFile(join(paths.keys, `${id}.age`), `# public key: ${keys.public.ageRecipient}\n${keys.ageIdentity}\n`, { mode: 0o600 });
    const card = await readCard(bytes, `${id}.lpcard`);
    if (!card.ok) {
      throw new Error(`a made-up card is refused: ${card.refusal.code}`);
    }
    const { signKey, ageRecipient } = card.value.card;
    return { keys, member: { id, name, organisation, role, signKey, ageRecipient } };
  };
  const chair = await make('chair', 'chair');
  const others: MadeUpMember[] = [];
  for (let number = 1; number <= experts; number += 1) {
    others.push(await make(`expert-${number}`, 'expert'));
  }
  return { chair, experts: others };
}
