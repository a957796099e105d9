import { type ExpressionBuilder, sql } from 'kysely';
import { answerSchema, slotSchema, type Answer, type Entry, type Proposal, type Sheet, type Slot } from '#shared/domain/sheet.ts';
import { stageSchema, type Method, type Stage } from '#shared/domain/values.ts';
import { nextSteps, slotKey, undoDepth } from '#shared/scoring/index.ts';
import type { Schema } from '../database/schema.ts';
import { AuditedStore } from './audited-store.ts';
import { canonicalJson, sha256Of } from './audit.ts';
import { answerOfRow } from './answer-of-row.ts';
import { readSheets } from './read-sheets.ts';

/** Which sheet. */
export type SheetAddress = { round: string; application: string; stage: Stage };

/** How far a sheet is, without reading it. Sheets that nobody started are absent. */
export type SheetProgress = {
  application: string;
  stage: Stage;
  /** Slots with a value, points or a verdict; of those that the newest issue of the round asks, see {@link SheetsStore.setAsked}. */
  filled: number;
  startedAt: string;
  completedAt: string | null;
  /** The newest seal that holds this sheet, null before the first; and whether the sheet changed after it. */
  sealed: { sequence: number; changedSince: boolean } | null;
};

/** A change of a sheet that can be taken back or made again: where, and what stood there before and after it. */
export type SheetStep = { readonly number: number; readonly slot: Slot; readonly before: Answer | null; readonly after: Answer };

/** A change that is taken back, or made again. */
export type TakenStep = { readonly step: SheetStep; readonly kind: 'undo' | 'redo' };

/** An answer to keep, what a check had proposed in its place and which change it takes back or makes again (absent where nothing was). */
export type GivenAnswer = {
  slot: Slot;
  answer: Answer;
  reason: string | null;
  proposal?: Proposal | null;
  step?: TakenStep | undefined;
};

/** My sheets: what stands now, and every answer that ever stood. */
export class SheetsStore extends AuditedStore {
  /**
   * Keeps an answer in place of the one before, which becomes history with this `reason`. On disk when it returns. The
   * first answer starts the sheet; the same answer again changes nothing, unless it is a step: each of these is on record.
   */
  record(address: SheetAddress, given: GivenAnswer): Entry {
    const { slot, answer } = given;
    return this.records.transaction(() => {
      const current = this.#current(address, slot);
      if (given.step !== undefined || current === undefined || canonicalJson(current.answer) !== canonicalJson(answer)) {
        this.#supersede(address, given);
      }
      const entry = readSheets(this.records, { ...address, slot })[0]?.entries[0];
      if (entry === undefined) {
        throw new Error('an answer just written is not there');
      }
      return entry;
    });
  }

  /** Keeps several answers of one sheet, all of them or none. */
  recordAll(address: SheetAddress, given: readonly GivenAnswer[]): void {
    this.records.transaction(() => {
      for (const one of given) {
        this.record(address, one);
      }
    });
  }

  /** One sheet with its history, or null before it was started. */
  read(address: SheetAddress): Sheet | null {
    return readSheets(this.records, address)[0] ?? null;
  }

  /** All started sheets of a round, by application and stage; two queries however many there are. */
  readAll(round: string): Sheet[] {
    return readSheets(this.records, { round });
  }

  /** All started sheets of one stage of a round, by application. */
  readStage(round: string, stage: Stage): Sheet[] {
    return readSheets(this.records, { round, stage });
  }

  /** How far one sheet is, or null before it was started; costs the same however large the round. */
  progressOf(address: SheetAddress): SheetProgress | null {
    return this.#progress(address)[0] ?? null;
  }

  /** How far each started sheet of a round is; one query. */
  progress(round: string): SheetProgress[] {
    return this.#progress({ round });
  }

  #progress({ round, application, stage }: Pick<SheetAddress, 'round'> & Partial<SheetAddress>): SheetProgress[] {
    const { query } = this.records;
    const sealed = query
      .selectFrom('seal_sheet')
      .innerJoin('seal', (join) => join.onRef('seal.round', '=', 'seal_sheet.round').onRef('seal.sequence', '=', 'seal_sheet.sequence'))
      .select(['seal_sheet.application', 'seal_sheet.stage'])
      .select((eb) => [eb.fn.max('seal.sequence').as('sequence'), eb.fn.max('seal.event').as('event')])
      .where('seal_sheet.round', '=', round)
      .$if(application !== undefined, (q) => q.where('seal_sheet.application', '=', application ?? ''))
      .$if(stage !== undefined, (q) => q.where('seal_sheet.stage', '=', stage ?? ''))
      .groupBy(['seal_sheet.application', 'seal_sheet.stage'])
      .as('sealed');
    const rows = this.records.all(
      query
        .selectFrom('sheet')
        .leftJoin('entry', 'entry.sheet', 'sheet.id')
        .leftJoin(sealed, (join) => join.onRef('sealed.application', '=', 'sheet.application').onRef('sealed.stage', '=', 'sheet.stage'))
        .select(['sheet.application', 'sheet.stage', 'sheet.started_at', 'sheet.completed_at', 'sheet.last_event'])
        .select(['sealed.sequence', 'sealed.event'])
        .select(sql<number>`coalesce(sum(entry.filled), 0)`.as('filled'))
        .where('sheet.round', '=', round)
        .$if(application !== undefined, (q) => q.where('sheet.application', '=', application ?? ''))
        .$if(stage !== undefined, (q) => q.where('sheet.stage', '=', stage ?? ''))
        .groupBy('sheet.id')
        .orderBy('sheet.application')
        .orderBy('sheet.stage'),
    );
    return rows.map((row) => ({
      application: row.application,
      stage: stageSchema.parse(row.stage),
      filled: row.filled,
      startedAt: row.started_at,
      completedAt: row.completed_at,
      sealed: row.sequence === null || row.event === null ? null : { sequence: row.sequence, changedSince: row.last_event > row.event },
    }));
  }

  /** Which methods were used. Starts the sheet. `reason`: why, once it was sealed. */
  setMethods(address: SheetAddress, { methods, reason }: { methods: readonly Method[]; reason: string | null }): void {
    const payload = { methods: [...methods], ...(reason === null ? {} : { reason }) };
    this.#change(address, 'sheet/methods-set', { methods: canonicalJson(methods) }, payload);
  }

  /** Marks a sheet as complete. Whether it may be is the use case's to say. */
  complete(address: SheetAddress): void {
    this.#change(address, 'sheet/completed', { completed_at: this.now() }, {});
  }

  /** Makes a complete sheet a draft again. */
  reopen(address: SheetAddress, reason: string | null): void {
    this.#change(address, 'sheet/reopened', { completed_at: null }, { reason });
  }

  /** Remembers where the expert left off; no event, no history. Nothing happens before the sheet was started. */
  setResumeAt(address: SheetAddress, slot: Slot | null): void {
    this.records.run(
      this.records.query
        .updateTable('sheet')
        .set({ resume_at: slot === null ? null : canonicalJson(slot) })
        .where('round', '=', address.round)
        .where('application', '=', address.application)
        .where('stage', '=', address.stage),
    );
  }

  /** Where the expert left off, or null. */
  resumeAt(address: SheetAddress): Slot | null {
    const row = this.#sheet(address);
    return row === undefined || row.resume_at === null ? null : slotSchema.parse(JSON.parse(row.resume_at));
  }

  /** How many answers a slot has had; 0 where none was ever given. */
  answerCount(address: SheetAddress, slot: Slot): number {
    const row = this.records.first(this.#answersAt(address, slot).select((eb) => eb.fn.countAll<number>().as('count')));
    return row?.count ?? 0;
  }

  /** The next change to take back and the next one to make again. Costs the same however long the sheet was worked on. */
  steps(address: SheetAddress): { undo: SheetStep | null; redo: SheetStep | null } {
    const rows = this.records.all(
      this.#answersOf(address)
        .leftJoin('answer_step', 'answer_step.answer', 'answer.number')
        .select(['answer.number', 'answer_step.kind', 'answer_step.target'])
        .where((eb) => eb.not(saysNothing(eb)))
        .orderBy('answer.number', 'desc')
        .limit(4 * undoDepth),
    );
    const { undo, redo } = nextSteps(
      rows.toReversed().map(({ number, kind, target }) => ({
        number,
        undoes: kind === 'undo' ? target : null,
        redoes: kind === 'redo' ? target : null,
      })),
    );
    return { undo: undo === null ? null : this.#step(undo), redo: redo === null ? null : this.#step(redo) };
  }

  #answersOf({ round, application, stage }: SheetAddress) {
    return this.records.query
      .selectFrom('answer')
      .innerJoin('sheet', 'sheet.id', 'answer.sheet')
      .where('sheet.round', '=', round)
      .where('sheet.application', '=', application)
      .where('sheet.stage', '=', stage);
  }

  #answersAt(address: SheetAddress, slot: Slot) {
    const { item, occupation, level_group: levelGroup } = keyOf(slot);
    return this.#answersOf(address)
      .where('answer.item', '=', item)
      .where('answer.occupation', '=', occupation)
      .where('answer.level_group', '=', levelGroup);
  }

  #step(number: number): SheetStep {
    const { query } = this.records;
    const row = this.records.first(query.selectFrom('answer').selectAll().where('number', '=', number));
    if (row === undefined) {
      throw new Error('a step names an answer that is not there');
    }
    const before = this.records.first(
      query
        .selectFrom('answer')
        .selectAll()
        .where('sheet', '=', row.sheet)
        .where('item', '=', row.item)
        .where('occupation', '=', row.occupation)
        .where('level_group', '=', row.level_group)
        .where('number', '<', number)
        .orderBy('number', 'desc')
        .limit(1),
    );
    const slot = slotSchema.parse({ item: row.item, occupation: row.occupation || null, levelGroup: row.level_group || null });
    return { number, slot, before: before === undefined ? null : answerOfRow(before), after: answerOfRow(row) };
  }

  #supersede(address: SheetAddress, { slot, answer, reason, proposal = null, step }: GivenAnswer): void {
    const { query } = this.records;
    // The chain holds the answer's hash, so that a changed row can be told even though the chain has no text of it.
    const event = this.audit.append('sheet/answered', {
      ...address,
      ...slot,
      answer: sha256Of(canonicalJson(answer)),
      ...(proposal === null ? {} : { proposal: sha256Of(canonicalJson(proposal)) }),
      reason,
    });
    const sheet = this.touch(address, event);
    const key = { sheet, ...keyOf(slot) };
    const { id } = this.records.run(
      query.insertInto('answer').values({
        ...key,
        value: answer.value === null ? null : canonicalJson(answer.value),
        points: answer.points,
        verdict: answer.verdict,
        comment: answer.comment,
        evidence: canonicalJson(answer.evidence),
        measurements: answer.measurements === undefined ? null : canonicalJson(answer.measurements),
        partial: answer.partial === undefined ? null : canonicalJson(answer.partial),
        typed: answer.typed === undefined ? null : canonicalJson(answer.typed),
        proposal: proposal === null ? null : canonicalJson(proposal),
        recorded_at: event.at,
        reason,
        event: event.seq,
      }),
    );
    if (step !== undefined) {
      const { kind, step: taken } = step;
      this.records.run(query.insertInto('answer_step').values({ answer: id, kind, target: taken.number }));
      this.audit.append(`sheet/${kind === 'undo' ? 'undone' : 'redone'}`, { ...address, ...slot });
    }
    const filled = filledBy(answer);
    this.records.run(
      query
        .insertInto('entry')
        .values({ ...key, answer: id, filled })
        .onConflict((conflict) => conflict.columns(['sheet', 'item', 'occupation', 'level_group']).doUpdateSet({ answer: id, filled })),
    );
  }

  /** After a newer version of the round: only these slots of a sheet are asked and count as filled. Answers to others stay on record. */
  setAsked(address: SheetAddress, slots: readonly Slot[]): void {
    const keys = new Set(slots.map(slotKey));
    this.records.transaction(() => {
      const sheet = this.#sheet(address)?.id ?? 0;
      for (const entry of this.read(address)?.entries ?? []) {
        const key = keyOf(entry);
        this.records.run(
          this.records.query
            .updateTable('entry')
            .set({ filled: keys.has(slotKey(entry)) ? filledBy(entry) : 0 })
            .where('sheet', '=', sheet)
            .where('item', '=', key.item)
            .where('occupation', '=', key.occupation)
            .where('level_group', '=', key.level_group),
        );
      }
    });
  }

  #current(address: SheetAddress, slot: Slot): { answer: Answer } | undefined {
    const entry = readSheets(this.records, { ...address, slot })[0]?.entries[0];
    return entry && { answer: answerSchema.strip().parse(entry) };
  }

  #change(
    address: SheetAddress,
    kind: string,
    set: { methods?: string; completed_at?: string | null },
    payload: { methods?: string[]; reason?: string | null },
  ): void {
    this.records.transaction(() => {
      const sheet = this.touch(address, this.audit.append(kind, { ...address, ...payload }));
      this.records.run(this.records.query.updateTable('sheet').set(set).where('id', '=', sheet));
    });
  }

  /** The sheet's row, made when it isn't there, with its last event set: what is kept beside the answers changes the sheet too. */
  touch(address: SheetAddress, event: { seq: number; at: string }): number {
    const { query } = this.records;
    this.records.run(
      query
        .insertInto('sheet')
        .values({ ...address, methods: '[]', started_at: event.at, completed_at: null, resume_at: null, last_event: event.seq })
        .onConflict((conflict) => conflict.columns(['round', 'application', 'stage']).doUpdateSet({ last_event: event.seq })),
    );
    const row = this.#sheet(address);
    if (row === undefined) {
      throw new Error('a sheet just written is not there');
    }
    return row.id;
  }

  #sheet({ round, application, stage }: SheetAddress) {
    return this.records.first(
      this.records.query
        .selectFrom('sheet')
        .select(['id', 'resume_at'])
        .where('round', '=', round)
        .where('application', '=', application)
        .where('stage', '=', stage),
    );
  }
}

function keyOf({ item, occupation, levelGroup }: Slot) {
  return { item, occupation: occupation ?? '', level_group: levelGroup ?? '' };
}

/** Whether an answer gives a value, points or a verdict: a comment alone does not, nor does a verdict beside half of a value. */
function filledBy({ value, points, verdict, measurements, partial, typed }: Omit<Answer, 'comment' | 'evidence'>): 0 | 1 {
  const isHalf = measurements !== undefined || partial !== undefined || typed !== undefined;
  return value !== null || points !== null || (verdict !== null && !isHalf) ? 1 : 0;
}

/** A slot's first answer that is blank: nothing stood there before, and it changes nothing. */
function saysNothing(eb: ExpressionBuilder<Schema, 'answer'>) {
  const earlier = eb
    .selectFrom('answer as earlier')
    .select('earlier.number')
    .whereRef('earlier.sheet', '=', 'answer.sheet')
    .whereRef('earlier.item', '=', 'answer.item')
    .whereRef('earlier.occupation', '=', 'answer.occupation')
    .whereRef('earlier.level_group', '=', 'answer.level_group')
    .whereRef('earlier.number', '<', 'answer.number');
  return eb.and([
    eb('answer.value', 'is', null),
    eb('answer.points', 'is', null),
    eb('answer.verdict', 'is', null),
    eb('answer.comment', '=', ''),
    eb('answer.evidence', '=', '[]'),
    eb('answer.measurements', 'is', null),
    eb('answer.partial', 'is', null),
    eb('answer.typed', 'is', null),
    eb.not(eb.exists(earlier)),
  ]);
}
