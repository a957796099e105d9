import { slotSchema, type Slot } from '#shared/domain/sheet.ts';
import { stageSchema } from '#shared/domain/values.ts';
import type { Records } from '../database/records.ts';
import type { AuditStore } from './audit.ts';
import type { SheetAddress } from './sheets.ts';

/** An answer that stands as it did when its item changed; `since` is the first issue in which it did. */
export type Recheck = Omit<SheetAddress, 'round'> & { readonly slot: Slot; readonly since: number };

/** Answers of mine to look at again because a newer version of the round changed their item. */
export class RechecksStore {
  readonly #records: Records;
  readonly #audit: AuditStore;

  constructor(records: Records, audit: AuditStore) {
    this.#records = records;
    this.#audit = audit;
  }

  /** Asks for every answer that stands for one of these items; how many there are. */
  ask({ round, issue, items }: { round: string; issue: number; items: readonly string[] }): number {
    if (items.length === 0) {
      return 0;
    }
    const { query } = this.#records;
    return this.#records.transaction(() => {
      const { changes } = this.#records.run(
        query
          .insertInto('recheck')
          .columns(['round', 'issue', 'answer'])
          .expression(
            query
              .selectFrom('entry')
              .innerJoin('sheet', 'sheet.id', 'entry.sheet')
              .select((eb) => ['sheet.round', eb.val(issue).as('issue'), 'entry.answer'])
              .where('sheet.round', '=', round)
              .where('entry.filled', '=', 1)
              .where('entry.item', 'in', [...items]),
          ),
      );
      if (changes > 0) {
        this.#audit.append('round/answers-to-check', { round, issue, items: [...items], answers: changes });
      }
      return changes;
    });
  }

  /** Those that were neither confirmed nor answered anew, by sheet. */
  open(round: string): Recheck[] {
    const rows = this.#records.all(
      this.#standing(round)
        .select(['sheet.application', 'sheet.stage', 'entry.item', 'entry.occupation', 'entry.level_group'])
        .select((eb) => eb.fn.min('recheck.issue').as('since'))
        .groupBy('entry.answer')
        .orderBy('sheet.application')
        .orderBy('sheet.stage')
        .orderBy('entry.item'),
    );
    return rows.map(({ application, stage, item, occupation, level_group: levelGroup, since }) => ({
      application,
      stage: stageSchema.parse(stage),
      slot: slotSchema.parse({ item, occupation: occupation || null, levelGroup: levelGroup || null }),
      since,
    }));
  }

  /** The answer stands for the changed item too. */
  confirm(address: SheetAddress, { item, occupation, levelGroup }: Slot): void {
    this.#records.transaction(() => {
      const rows = this.#records.all(
        this.#standing(address.round)
          .select('recheck.number')
          .where('sheet.application', '=', address.application)
          .where('sheet.stage', '=', address.stage)
          .where('entry.item', '=', item)
          .where('entry.occupation', '=', occupation ?? '')
          .where('entry.level_group', '=', levelGroup ?? ''),
      );
      if (rows.length > 0) {
        const event = this.#audit.append('sheet/answer-confirmed', { ...address, item, occupation, levelGroup }).seq;
        rows.forEach(({ number: recheck }) => {
          this.#records.run(this.#records.query.insertInto('confirmed_recheck').values({ recheck, event }));
        });
      }
    });
  }

  #standing(round: string) {
    return this.#records.query
      .selectFrom('recheck')
      .innerJoin('entry', 'entry.answer', 'recheck.answer')
      .innerJoin('sheet', 'sheet.id', 'entry.sheet')
      .leftJoin('confirmed_recheck', 'confirmed_recheck.recheck', 'recheck.number')
      .where('recheck.round', '=', round)
      .where('confirmed_recheck.recheck', 'is', null);
  }
}
