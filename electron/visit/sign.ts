import { randomUUID } from 'node:crypto';
import type { VisitAddress } from '#db/stores/visits.ts';
import type { VisitSignature } from '#shared/domain/visit.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { mineIn, myRound } from '../my-round/my-round.ts';
import { keepBytes } from './keep-bytes.ts';
import { viewVisit } from './view.ts';

type Signing = VisitAddress & Pick<VisitSignature, 'role' | 'name' | 'way' | 'note' | 'shown'> & { readonly png: string | null };

/**
 * Keeps a signature with what it is under: the statement becomes a file, so that anyone can hash it.
 */
export async function sign(
  core: OpenCore,
  { round, application, png, ...given }: Signing,
): Promise<Result<null, 'visit/changed-meanwhile' | 'visit/signature-empty'>> {
  mineIn(myRound(core, round), application, 'visit');
  if (given.name.trim() === '' || (given.way === 'drawn') !== (png !== null)) {
    return refused('visit/signature-empty');
  }
  const { workspace } = core;
  const { statement, visit } = viewVisit(core, { round, application });
  if (visit.statement !== given.shown) {
    return refused('visit/changed-meanwhile');
  }
  await keepBytes(workspace, Buffer.from(statement, 'utf8'));
  const image = png === null ? null : (await keepBytes(workspace, Buffer.from(png, 'base64'))).sha256;
  // Something may have been kept while the bytes went to disk.
  if (viewVisit(core, { round, application }).visit.statement !== given.shown) {
    return refused('visit/changed-meanwhile');
  }
  workspace.stores.visits.sign({ round, application }, { id: randomUUID(), ...given, image });
  return ok(null);
}
