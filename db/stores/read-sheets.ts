import { entrySchema, sheetSchema, type Entry, type Sheet, type Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { Records } from '../database/records.ts';
import { readVisits, withVisit } from './read-visits.ts';
import { readRoadshows } from './read-roadshows.ts';

/**
 * The sheets that match, with their entries and the entries' history, oldest first; without `application` all of the
 * round. With `slot`, only that entry of each.
 */
export function readSheets(
  records: Records,
  { round, application, stage, slot }: { round: string; application?: string; stage?: Stage; slot?: Slot },
): Sheet[] {
  const { query } = records;
  const sheets = records.all(
    query
      .selectFrom('sheet')
      .selectAll()
      .where('round', '=', round)
      .$if(application !== undefined, (q) => q.where('application', '=', application ?? ''))
      .$if(stage !== undefined, (q) => q.where('stage', '=', stage ?? ''))
      .orderBy('application')
      .orderBy('id'),
  );
  const answers = records.all(
    query
      .selectFrom('answer')
      .innerJoin('sheet', 'sheet.id', 'answer.sheet')
      .selectAll('answer')
      .where('sheet.round', '=', round)
      .$if(application !== undefined, (q) => q.where('sheet.application', '=', application ?? ''))
      .$if(stage !== undefined, (q) => q.where('sheet.stage', '=', stage ?? ''))
      .$if(slot !== undefined, (q) =>
        q
          .where('item', '=', slot?.item ?? '')
          .where('occupation', '=', slot?.occupation ?? '')
          .where('level_group', '=', slot?.levelGroup ?? ''),
      )
      .orderBy('answer.sheet')
      .orderBy('item')
      .orderBy('occupation')
      .orderBy('level_group')
      .orderBy('answer.number'),
  );
  const roadshowOf = readRoadshows(records, { round, sheets });
  const entries = new Map<number, Entry[]>();
  for (const row of answers) {
    const ofSheet = entries.get(row.sheet) ?? [];
    entries.set(row.sheet, ofSheet);
    const before = ofSheet.at(-1);
    const same =
      before !== undefined &&
      before.item === row.item &&
      before.occupation === (row.occupation || null) &&
      before.levelGroup === (row.level_group || null);
    const fixed = roadshowOf(row.sheet)?.fixed;
    const entry: Entry = entrySchema.parse({
      item: row.item,
      occupation: row.occupation || null,
      levelGroup: row.level_group || null,
      value: row.value === null ? null : JSON.parse(row.value),
      points: row.points,
      verdict: row.verdict,
      comment: row.comment,
      evidence: JSON.parse(row.evidence),
      ...(row.measurements === null ? {} : { measurements: JSON.parse(row.measurements) }),
      ...(row.partial === null ? {} : { partial: JSON.parse(row.partial) }),
      ...(row.typed === null ? {} : { typed: JSON.parse(row.typed) }),
      ...(row.proposal === null ? {} : { proposal: JSON.parse(row.proposal) }),
      recordedAt: row.recorded_at,
      history: [],
    });
    const stood = fixed !== undefined && row.event < fixed.event ? standingBefore(entry) : same ? before.before : undefined;
    if (stood !== undefined) {
      entry.before = stood;
    }
    if (same) {
      // The reason given with an answer is why the one before it gave way.
      const { history, item: _item, occupation: _occupation, levelGroup: _levelGroup, before: _before, ...answer } = before;
      ofSheet[ofSheet.length - 1] = { ...entry, history: [...history, { ...answer, reason: row.reason }] };
    } else {
      ofSheet.push(entry);
    }
  }
  // One answer is read back at every keypress; it has no part in what lies beside the answers.
  const visits = slot === undefined && sheets.some((row) => row.stage === 'visit') ? readVisits(records, { round, application }) : null;
  return sheets.map((row) => {
    const sheet = sheetSchema.parse({
      application: row.application,
      stage: row.stage,
      methods: JSON.parse(row.methods),
      startedAt: row.started_at,
      completedAt: row.completed_at,
      entries: entries.get(row.id) ?? [],
      ...roadshowOf(row.id)?.told,
    });
    return row.stage === 'visit' ? withVisit(sheet, visits?.get(row.application)) : sheet;
  });
}

/** What an entry says as the score before the questions; nothing while it is blank. */
function standingBefore({ value, points, verdict, comment, recordedAt }: Entry): Entry['before'] {
  return value === null && points === null && verdict === null ? undefined : { value, points, verdict, comment, recordedAt };
}
