import {
  agendaSchema,
  clockEventSchema,
  questionTextSchema,
  type Agenda,
  type Question,
  type SheetRoadshow,
} from '#shared/domain/roadshow.ts';
import { proseSchema } from '#shared/domain/values.ts';
import { defaultLimits } from '#shared/roadshow/clock.ts';
import type { Records } from '../database/records.ts';

type SheetRow = { readonly id: number; readonly application: string; readonly stage: string };
type ReadRoadshow = {
  /** What the sheet says of it; nothing where nothing was recorded. */
  readonly told: { roadshow?: SheetRoadshow; questions?: Question[] };
  /** The moment in the chain at which the scores before the questions were fixed. */
  readonly fixed: { readonly event: number; readonly at: string } | undefined;
};

/** The newest agenda of a round, or null. */
export function readAgenda(records: Records, round: string): Agenda | null {
  const row = records.first(
    records.query.selectFrom('roadshow_agenda').select('document').where('round', '=', round).orderBy('number', 'desc').limit(1),
  );
  return row === undefined ? null : agendaSchema.parse(JSON.parse(row.document));
}

/** How the roadshow of each of these sheets went, by the sheet's number; none of them for sheets of other stages. */
export function readRoadshows(
  records: Records,
  { round, sheets }: { round: string; sheets: readonly SheetRow[] },
): (sheet: number) => ReadRoadshow | undefined {
  const own = sheets.filter(({ stage }) => stage === 'roadshow');
  const [first] = own;
  if (first === undefined) {
    return () => undefined;
  }
  const agenda = readAgenda(records, round);
  const rows = records.all(
    records.query
      .selectFrom('roadshow_note')
      .innerJoin('sheet', 'sheet.id', 'roadshow_note.sheet')
      .selectAll('roadshow_note')
      .where('sheet.round', '=', round)
      .$if(own.length === 1, (q) => q.where('sheet.id', '=', first.id))
      .orderBy('roadshow_note.number'),
  );
  const bySheet = Map.groupBy(rows, ({ sheet }) => sheet);
  const read = new Map(own.map((sheet) => [sheet.id, readOne({ sheet, agenda, notes: bySheet.get(sheet.id) ?? [] })]));
  return (sheet) => read.get(sheet);
}

type Note = { kind: string; subject: string; document: string; reason: string | null; recorded_at: string; event: number };

function readOne({ sheet, agenda, notes }: { sheet: SheetRow; agenda: Agenda | null; notes: readonly Note[] }): ReadRoadshow {
  if (agenda === null && notes.length === 0) {
    return { told: {}, fixed: undefined };
  }
  const of = (kind: string): Note[] => notes.filter((note) => note.kind === kind);
  const lastFixed = of('fixed').at(-1);
  const fixed =
    lastFixed === undefined || lastFixed.document === 'false' ? undefined : { event: lastFixed.event, at: lastFixed.recorded_at };
  const connected = of('connected').at(-1);
  const place = agenda === null ? -1 : agenda.order.indexOf(sheet.application);
  const questions = readQuestions(of('question'));
  const roadshow: SheetRoadshow = {
    order: agenda === null || place < 0 ? null : { place: place + 1, of: agenda.order.length, draw: agenda.draw },
    limits: agenda?.limits ?? defaultLimits,
    clock: of('clock').map(({ document }) => clockEventSchema.parse(JSON.parse(document))),
    connected: connected === undefined ? '' : proseSchema.parse(JSON.parse(connected.document)),
    fixedAt: fixed?.at ?? null,
  };
  return { told: { roadshow, ...(questions.length === 0 ? {} : { questions }) }, fixed };
}

function readQuestions(notes: readonly Note[]): Question[] {
  const questions = new Map<string, Question>();
  for (const { subject: id, document, reason, recorded_at: recordedAt } of notes) {
    const now = { ...questionTextSchema.parse(JSON.parse(document)), recordedAt };
    const before = questions.get(id);
    if (before === undefined) {
      questions.set(id, { id, ...now, history: [] });
    } else {
      // The reason given with a change is why what stood before it gave way.
      const { id: _id, history, ...old } = before;
      questions.set(id, { id, ...now, history: [...history, { ...old, reason }] });
    }
  }
  return [...questions.values()];
}
