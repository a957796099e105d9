import { canonicalJson, sha256Of } from '#db/stores/audit.ts';
import type { VisitAddress } from '#db/stores/visits.ts';
import type { VisitView } from '#shared/api/visit.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import { blankRecord, type Visit } from '#shared/domain/visit.ts';
import { changedParts, statementOf } from '#shared/visit/statement.ts';
import { type KnownPhoto, photoFlags } from '#shared/visit/photo-flags.ts';
import * as z from 'zod';
import type { OpenCore } from '../core/core.ts';
import { readerVersion } from '../reading/limits.ts';
import { myRound, readableIn, type MyRound } from '../my-round/my-round.ts';

/** The visit of an application as I recorded it. Throws the refusals of `readableIn`. */
export function viewVisit(core: OpenCore, { round: id, application }: VisitAddress): VisitView {
  const round = myRound(core, id);
  readableIn(round, application);
  const sheet = visitSheet(core, { round: id, application });
  const statement = canonicalJson(statementOf(sheet));
  const visit: Visit = sheet.visit ?? { record: blankRecord, photos: [], signatures: [], statement: sha256Of(statement) };
  return {
    visit,
    statement,
    changed: changedSince(core, sheet, visit),
    flags: Object.fromEntries(photoFlags(visit.photos, visit.record, photosElsewhere(core, round, application))),
  };
}

/** The sheet of a visit; an empty one before it was started. */
export function visitSheet(
  { workspace }: OpenCore,
  { round, application }: VisitAddress,
): Pick<Sheet, 'application' | 'methods' | 'entries' | 'visit'> {
  return workspace.stores.sheets.read({ round, application, stage: 'visit' }) ?? { application, methods: [], entries: [] };
}

/** By signature: what changed after it. What was signed is read back from the evidence store. */
export function changedSince({ workspace }: OpenCore, sheet: Parameters<typeof statementOf>[0], visit: Visit): VisitView['changed'] {
  const now = statementOf(sheet);
  return Object.fromEntries(
    visit.signatures.map(({ id, shown }) => {
      if (shown === visit.statement) {
        return [id, []];
      }
      const signed = z.record(z.string(), z.unknown()).parse(JSON.parse(workspace.evidence.readRange(shown).toString('utf8')));
      const same = (one: unknown, other: unknown): boolean => one !== undefined && canonicalJson(one) === canonicalJson(other);
      return [id, changedParts(signed, now, same)];
    }),
  );
}

/** The photos of all other applicants of the round: what they handed in, as far as it was read, and what I took there. */
export function photosElsewhere({ workspace }: OpenCore, { round }: MyRound, application: string): KnownPhoto[] {
  const { facts, visits } = workspace.stores;
  const names = new Map(round.applications.map(({ id, applicant }) => [id, applicant.name]));
  const handedIn = round.applications.flatMap(({ id, applicant, bundle }) =>
    id === application
      ? []
      : (facts.get({ bundle: bundle.sha256, reader: readerVersion })?.photos ?? []).map(({ attachment, perceptualHash }) => ({
          applicant: applicant.name,
          sha256: attachment,
          perceptualHash,
        })),
  );
  const taken = visits.photosElsewhere({ round: round.id, application }).map(({ application: id, ...photo }) => ({
    ...photo,
    applicant: names.get(id) ?? id,
  }));
  return [...handedIn, ...taken];
}
