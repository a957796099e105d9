import type * as z from 'zod';
import { type Sheet, sheetSchema } from '#shared/domain/sheet.ts';
import { documentSchemas, type DocumentOf } from '#shared/packages/documents.ts';
import { isPackageKind, packageFormat, type PackageKind } from '#shared/packages/kinds.ts';
import { RefusedError } from '#shared/result.ts';
import { parseCanonical } from '../canonical.ts';
import { kindMismatch } from './contents.ts';
import { tagFileNames } from './tag-files.ts';

/** The untrusted document of a package that calls itself `kind`: canonical, of that kind, by its schema. */
export function parseDocument<Kind extends PackageKind>(bytes: Uint8Array, kind: Kind): DocumentOf<Kind> {
  const value = parseCanonical(bytes, tagFileNames.document);
  const claims = typeof value === 'object' && value !== null ? value : {};
  const format = 'format' in claims ? claims.format : undefined;
  if (typeof format === 'number' && format > packageFormat) {
    throw new RefusedError('package/newer-format', { format });
  }
  if ('kind' in claims && claims.kind !== kind && isPackageKind(claims.kind)) {
    throw kindMismatch(claims.kind, kind);
  }
  return parsers[kind](value);
}

type Parser<Kind extends PackageKind> = (value: unknown) => DocumentOf<Kind>;

const parsers: { readonly [Kind in PackageKind]: Parser<Kind> } = {
  application: (value) => parseBy(documentSchemas.application, value),
  round: (value) => parseBy(documentSchemas.round, value),
  score: parseScore,
  return: (value) => parseBy(documentSchemas.return, value),
  result: (value) => parseBy(documentSchemas.result, value),
};

function parseBy<Document>(schema: z.ZodType<Document>, value: unknown, at: readonly PropertyKey[] = []): Document {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const path = [...at, ...(parsed.error.issues[0]?.path ?? [])];
    throw new RefusedError('package/schema-invalid', { where: `document.json: ${path.join('.')}` });
  }
  return parsed.data;
}

/**
 * A score's sheets are checked one by one and taken as they came (their schema changes nothing), so that the copy a schema makes of each
 * is gone before the next: copies of hundreds of sheets, living side by side with them, are a third of the time of reading them.
 */
function parseScore(value: unknown): DocumentOf<'score'> {
  if (typeof value !== 'object' || value === null || !('sheets' in value) || !Array.isArray(value.sheets)) {
    return parseBy(documentSchemas.score, value);
  }
  const head = parseBy(documentSchemas.score, { ...value, sheets: [] });
  const sheets: Sheet[] = [];
  const came: unknown[] = value.sheets;
  for (const [index, sheet] of came.entries()) {
    if (!isSheet(sheet)) {
      parseBy(sheetSchema, sheet, ['sheets', index]);
      continue;
    }
    sheets.push(sheet);
  }
  return { ...head, sheets };
}

function isSheet(value: unknown): value is Sheet {
  return sheetSchema.safeParse(value).success;
}
