import * as z from 'zod';
import catalogueJson from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import type { Attachment } from '#shared/domain/application.ts';
import type { ApplicationFacts } from '#shared/domain/facts.ts';
import { catalogueEntrySchema } from '#shared/domain/rubric.ts';
import { readLease } from '#shared/forms/proofs/lease.ts';
import { readPledge } from '#shared/forms/proofs/pledge.ts';
import { readRegistration } from '#shared/forms/proofs/registration.ts';
import { readRegulationTitles } from '#shared/forms/proofs/regulation-titles.ts';
import { readStanding } from '#shared/forms/proofs/standing.ts';
import { readTraining } from '#shared/forms/proofs/training.ts';
import { extensionOf, inspectFile, type Inspection } from './inspect-file.ts';

export type InspectedAttachment = { readonly attachment: Attachment; readonly inspection: Inspection };

/** Above this an attachment's facts are left to the expert's eyes: what a reader holds in memory is a multiple of it. */
const readBytesLimit = 32 * 1024 * 1024;

/** The kinds that can say something; of other pictures only the presence is known. */
const readExtensions = new Set(['pdf', 'jpg', 'jpeg', 'docx', 'xlsx', 'txt', 'csv']);

/** Which reader this is. Raise it whenever what is read changes: facts that were kept are then read again. */
export const factsReader = 2;

/** Of which occupations a document may speak: those of 附件1. */
const occupations = z
  .array(catalogueEntrySchema)
  .parse(catalogueJson)
  .map(({ name }) => name);

/**
 * Reads again what an application's attachments say, from the bytes in its bundle: facts are no part of the signed document,
 * anyone can derive them. `open` gives the whole contents of one attachment; they are
 * done with when it is called again.
 */
export async function readFacts(
  attachments: readonly Attachment[],
  open: (attachment: Attachment) => Promise<Uint8Array>,
): Promise<ApplicationFacts> {
  const inspected: InspectedAttachment[] = [];
  for (const attachment of attachments) {
    const canSay = readExtensions.has(extensionOf(attachment.name)) && attachment.bytes <= readBytesLimit;
    if (attachment.problem === null && attachment.class !== 'form' && canSay) {
      inspected.push({ attachment, inspection: await inspectFile({ name: attachment.name, bytes: await open(attachment) }) });
    }
  }
  return factsOf(inspected);
}

/** The facts that inspected attachments show. */
export function factsOf(inspected: readonly InspectedAttachment[]): ApplicationFacts {
  const of = (wanted: Attachment['class']): InspectedAttachment[] => inspected.filter(({ attachment }) => attachment.class === wanted);
  const withText = (wanted: Attachment['class']): InspectedAttachment[] =>
    of(wanted).filter(({ inspection }) => inspection.pages.length > 0);
  const sha256Of = ({ attachment }: InspectedAttachment): { attachment: string } => ({ attachment: attachment.sha256 });
  return {
    registrations: withText('registration').map((file) => ({ ...sha256Of(file), ...readRegistration(file.inspection.pages) })),
    leases: withText('lease').map((file) => ({ ...sha256Of(file), ...readLease(file.inspection.pages) })),
    training: of('training-record')
      .map((file) => ({ ...sha256Of(file), page: null, ...readTraining(trainingRows(file.inspection)) }))
      .filter((training) => training.total !== null),
    pledges: withText('pledge').map((file) => ({ ...sha256Of(file), ...readPledge(file.inspection.pages) })),
    regulations: withText('regulations').flatMap((file) =>
      readRegulationTitles(file.inspection.pages).map((found) => ({ ...sha256Of(file), ...found })),
    ),
    photos: of('photo').flatMap((file) => (file.inspection.photo === null ? [] : [{ ...sha256Of(file), ...file.inspection.photo }])),
    standing: readStanding(
      inspected.filter(({ attachment }) => attachment.class !== 'form').map(({ inspection }) => inspection),
      occupations,
    ),
  };
}

/** A record kept as a PDF has its columns apart by spaces. */
function trainingRows(inspection: Inspection): readonly (readonly string[])[] {
  return inspection.rows.length > 0
    ? inspection.rows
    : inspection.pages.flatMap((page) => page.text.split('\n').map((line) => line.trim().split(/\s+/u)));
}
