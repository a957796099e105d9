import { answerSchema, type Answer } from '#shared/domain/sheet.ts';

type AnswerRow = {
  value: string | null;
  points: string | null;
  verdict: string | null;
  comment: string;
  evidence: string;
  measurements: string | null;
  partial: string | null;
  typed: string | null;
};

/** What the expert said, from the columns that hold it. */
export function answerOfRow(row: AnswerRow): Answer {
  return answerSchema.parse({
    value: row.value === null ? null : JSON.parse(row.value),
    points: row.points,
    verdict: row.verdict,
    comment: row.comment,
    evidence: JSON.parse(row.evidence),
    ...(row.measurements === null ? {} : { measurements: JSON.parse(row.measurements) }),
    ...(row.partial === null ? {} : { partial: JSON.parse(row.partial) }),
    ...(row.typed === null ? {} : { typed: JSON.parse(row.typed) }),
  });
}
