import type { VisitAddress } from '#db/stores/visits.ts';
import { blankRecord, type PhotoLayer, type VisitRecord } from '#shared/domain/visit.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { mineIn, myRound } from '../my-round/my-round.ts';
import { changeable } from './changeable.ts';
import { keepBytes } from './keep-bytes.ts';
import { visitSheet } from './view.ts';
import type { LockCode } from '#shared/scoring/lock.ts';

type Change = VisitAddress & { readonly reason: string | null };

/** Keeps what is given of the record. */
export function saveRecord(
  core: OpenCore,
  { round, application, reason, record: given }: Change & { readonly record: Partial<VisitRecord> },
): Result<null, LockCode | 'visit/window-reversed'> {
  const allowed = changeable(core, { round, application }, reason);
  if (!allowed.ok) {
    return allowed;
  }
  const before = visitSheet(core, { round, application }).visit?.record ?? blankRecord;
  const record = { ...before, ...given };
  if (record.from !== null && record.to !== null && Date.parse(record.to) < Date.parse(record.from)) {
    return refused('visit/window-reversed');
  }
  core.workspace.stores.visits.record({ round, application }, { record, reason: allowed.value });
  return ok(null);
}

/** Keeps caption and marks of a photo, or takes it out with a reason. */
export function setLayer(
  core: OpenCore,
  { round, application, reason, photo, caption, marks, removed }: Change & { readonly photo: string } & Omit<PhotoLayer, 'screenCopy'>,
): Result<null, LockCode | 'visit/photo-unknown'> {
  const allowed = changeable(core, { round, application }, reason);
  if (!allowed.ok) {
    return allowed;
  }
  const before = visitSheet(core, { round, application }).visit?.photos.find(({ sha256 }) => sha256 === photo);
  const layer = { caption, marks, removed, screenCopy: before?.screenCopy ?? null };
  return before !== undefined && core.workspace.stores.visits.setLayer({ round, application }, { photo, layer, reason: allowed.value })
    ? ok(null)
    : refused('visit/photo-unknown');
}

/** Keeps the copy of a photo for the screen; a photo has one. */
export async function keepScreenCopy(
  core: OpenCore,
  { round, application, photo, jpeg }: VisitAddress & { readonly photo: string; readonly jpeg: string },
): Promise<Result<null, 'visit/photo-unknown'>> {
  mineIn(myRound(core, round), application, 'visit');
  const { workspace } = core;
  const find = () => visitSheet(core, { round, application }).visit?.photos.find(({ sha256 }) => sha256 === photo);
  if (find()?.screenCopy != null) {
    return ok(null);
  }
  const { sha256: screenCopy } = await keepBytes(workspace, Buffer.from(jpeg, 'base64'));
  const found = find();
  if (found === undefined) {
    return refused('visit/photo-unknown');
  }
  const { caption, marks, removed } = found;
  workspace.stores.visits.setLayer({ round, application }, { photo, layer: { caption, marks, removed, screenCopy }, reason: null });
  return ok(null);
}
