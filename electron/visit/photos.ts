import type { Progress } from '#shared/api/base.ts';
import type { TakenPhoto } from '#db/stores/read-visits.ts';
import type { VisitAddress } from '#db/stores/visits.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { pictureTypeOf } from '../reading/picture-type.ts';
import type { OpenCore } from '../core/core.ts';
import { fileInMemory } from '../reading/file-to-read.ts';
import type { PackageSource } from '../packages/source.ts';
import { changeable } from './changeable.ts';
import { keepBytes } from './keep-bytes.ts';
import type { SourceCode } from '../packages/source.ts';
import type { LockCode } from '#shared/scoring/lock.ts';

type Change = VisitAddress & { readonly reason: string | null };
type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

const megabytes = 40;

/**
 * Takes chosen photos in, one by one: each is kept, and on disk, before the next is read. What is no photo, or can't be read, is
 * told and left out; cancelling leaves those taken so far. Refuses with the codes of `changeable`. The files are given up at the end.
 */
export async function addPhotos(
  core: OpenCore,
  { round, application, reason, files }: Change & { readonly files: readonly string[] },
  { signal, report }: Tools,
): Promise<Result<{ added: string[]; refused: Refusal[] }, LockCode>> {
  try {
    const allowed = changeable(core, { round, application }, reason);
    if (!allowed.ok) {
      return allowed;
    }
    const added: string[] = [];
    const refusals: Refusal[] = [];
    for (const [index, id] of files.entries()) {
      signal.throwIfAborted();
      const name = core.files.ref(id)?.name ?? '';
      report({ step: 'reading', subject: name, unit: 'items', done: index, total: files.length });
      const bytes = await bytesOf(core, id, name);
      if (bytes.ok) {
        added.push(await keepPhoto(core, { round, application }, { bytes: bytes.value, name, source: 'file', takenAt: null }));
      } else {
        refusals.push(bytes.refusal);
      }
    }
    return ok({ added, refused: refusals });
  } finally {
    await core.files.release(files);
  }
}

/** Keeps a photo that the laptop's camera just took. */
export async function addCapture(
  core: OpenCore,
  { round, application, reason, jpeg }: Change & { readonly jpeg: string },
): Promise<Result<{ sha256: string }, LockCode | 'visit/not-a-photo'>> {
  const allowed = changeable(core, { round, application }, reason);
  if (!allowed.ok) {
    return allowed;
  }
  const takenAt = core.now();
  const name = `camera-${takenAt.slice(0, 19).replaceAll(/[-:]/g, '')}.jpg`;
  const bytes = Buffer.from(jpeg, 'base64');
  return (await pictureTypeOf(bytes)) === 'image/jpeg'
    ? ok({ sha256: await keepPhoto(core, { round, application }, { bytes, name, source: 'camera', takenAt }) })
    : refused('visit/not-a-photo', { file: name });
}

type Found = Pick<TakenPhoto, 'name' | 'source' | 'takenAt'> & { readonly bytes: Uint8Array };

/** What a photo says that could not be read: it is kept all the same. */
const untold = { takenAt: null, latitude: null, longitude: null, perceptualHash: null };

async function keepPhoto(
  { workspace, readers }: OpenCore,
  address: VisitAddress,
  { bytes, name, source, takenAt }: Found,
): Promise<string> {
  const read = await readers.read({ kind: 'photo', file: fileInMemory({ name, bytes }) });
  const facts = read.ok ? read.value : untold;
  const kept = await keepBytes(workspace, bytes);
  workspace.stores.visits.addPhotos(address, [{ ...facts, ...kept, name, source, takenAt: facts.takenAt ?? takenAt }]);
  return kept.sha256;
}

async function bytesOf(
  core: OpenCore,
  id: string,
  file: string,
): Promise<Result<Uint8Array, SourceCode | 'files/released' | 'visit/not-a-photo' | 'visit/photo-too-large'>> {
  const opened = await core.files.open(id);
  if (!opened.ok) {
    return opened;
  }
  try {
    if (opened.value.size > megabytes * 2 ** 20) {
      return refused('visit/photo-too-large', { file, megabytes });
    }
    const bytes = await wholeOf(opened.value);
    return (await pictureTypeOf(bytes)) === null ? refused('visit/not-a-photo', { file }) : ok(bytes);
  } finally {
    await opened.value.close();
  }
}

async function wholeOf(source: PackageSource): Promise<Uint8Array> {
  const whole = Buffer.alloc(source.size);
  let at = 0;
  while (at < source.size) {
    const part = await source.read(at, Math.min(2 ** 20, source.size - at));
    if (part.byteLength === 0) {
      break;
    }
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.subarray(0, at);
}
