import * as z from 'zod';
import catalogueJson from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import type { AttachmentClass } from '#shared/domain/application.ts';
import type { ApplicationFacts, PhotoFact } from '#shared/domain/facts.ts';
import { catalogueEntrySchema } from '#shared/domain/rubric.ts';
import { readLease } from '#shared/forms/proofs/lease.ts';
import { readPledge } from '#shared/forms/proofs/pledge.ts';
import { readRegistration } from '#shared/forms/proofs/registration.ts';
import { readRegulationTitles } from '#shared/forms/proofs/regulation-titles.ts';
import { standingOf, type StandingSaid, standingSaid } from '#shared/forms/proofs/standing.ts';
import type { ReadDocument } from '#shared/forms/proofs/text-lines.ts';
import { readTraining } from '#shared/forms/proofs/training.ts';

/** What was taken out of a file: its texts, its rows, and when and where it was taken if it is a photo. */
export type Contents = ReadDocument & { readonly photo: Omit<PhotoFact, 'attachment'> | null };

/** What one attachment shows. */
export type FileFacts = Omit<ApplicationFacts, 'standing'> & { readonly standing: StandingSaid | null };

/** Of a file that shows nothing. */
export const noFileFacts: FileFacts = {
  registrations: [],
  leases: [],
  training: [],
  pledges: [],
  regulations: [],
  photos: [],
  standing: null,
};

/** Of which occupations a document may speak: those of 附件1. */
const occupations = z
  .array(catalogueEntrySchema)
  .parse(catalogueJson)
  .map(({ name }) => name);

/** More headings than any compilation of regulations has. */
const titlesKept = 500;

/** The facts that one attachment shows, read as what its class says it is. */
export function factsOfFile({ attachment, as, contents }: { attachment: string; as: AttachmentClass; contents: Contents }): FileFacts {
  const { pages, photo } = contents;
  const facts: FileFacts = { ...noFileFacts, standing: as === 'form' ? null : standingSaid(contents, occupations) };
  if (as === 'photo') {
    return { ...facts, photos: photo === null ? [] : [{ attachment, ...photo }] };
  }
  if (as === 'training-record') {
    const training = { attachment, page: null, ...readTraining(trainingRows(contents)) };
    return { ...facts, training: training.total === null ? [] : [training] };
  }
  if (pages.length === 0) {
    return facts;
  }
  switch (as) {
    case 'registration':
      return { ...facts, registrations: [{ attachment, ...readRegistration(pages) }] };
    case 'lease':
      return { ...facts, leases: [{ attachment, ...readLease(pages) }] };
    case 'pledge':
      return { ...facts, pledges: [{ attachment, ...readPledge(pages) }] };
    case 'regulations':
      return {
        ...facts,
        regulations: readRegulationTitles(pages)
          .slice(0, titlesKept)
          .map((found) => ({ attachment, ...found })),
      };
    case 'form':
    case 'ownership':
    case 'other':
      return facts;
  }
}

/** What an application's attachments show together. */
export function factsOfFiles(files: readonly FileFacts[]): ApplicationFacts {
  return {
    registrations: files.flatMap(({ registrations }) => registrations),
    leases: files.flatMap(({ leases }) => leases),
    training: files.flatMap(({ training }) => training),
    pledges: files.flatMap(({ pledges }) => pledges),
    regulations: files.flatMap(({ regulations }) => regulations),
    photos: files.flatMap(({ photos }) => photos),
    standing: standingOf(files.flatMap(({ standing }) => (standing === null ? [] : [standing]))),
  };
}

/** A record kept as a PDF has its columns apart by spaces. */
function trainingRows({ rows, pages }: Contents): readonly (readonly string[])[] {
  return rows.length > 0 ? rows : pages.flatMap((page) => page.text.split('\n').map((line) => line.trim().split(/\s+/u)));
}
