import { editedReadingSchema, type EditedReading, type IntakeEdit } from '#shared/intake/edit.ts';
import { folderReadingSchema, type FolderReading } from '#shared/intake/reading.ts';
import { AuditedStore } from './audited-store.ts';
import { canonicalJson } from './audit.ts';

export type IntakeState = 'waiting' | 'confirmed' | 'discarded';

/** A reading as a list needs it. `bundle` is the application it became, once confirmed. */
export type IntakeHeading = {
  id: string;
  round: string;
  folder: string;
  state: IntakeState;
  bundle: string | null;
  edits: number;
  readAt: string;
  updatedAt: string;
};

/** Applicants' folders as read, and what people changed before they confirmed them. */
export class IntakeStore extends AuditedStore {
  /** Keeps a reading, waiting. Call it after the folder's files were committed to the evidence store. */
  keep({ id, round, folder, contents, reading }: { id: string; round: string; folder: string; contents: string; reading: FolderReading }) {
    this.records.transaction(() => {
      const { query } = this.records;
      const at = this.now();
      this.records.run(
        query.insertInto('intake_reading').values({ id, round, folder, contents, document: canonicalJson(reading), read_at: at }),
      );
      reading.application.attachments.forEach(({ name, sha256 }, position) => {
        this.records.run(query.insertInto('intake_file').values({ reading: id, position, name, sha256 }));
      });
      const document = canonicalJson({ application: reading.application, refused: [], accepted: [] });
      this.records.run(query.insertInto('intake_current').values({ reading: id, document, edits: 0, updated_at: at }));
      this.audit.append('intake/read', { reading: id, round, application: reading.application.id, contents });
      this.#addState(id, { state: 'waiting', bundle: null });
    });
  }

  /** The reading of a folder with these contents in a round, or null. */
  find({ round, contents }: { round: string; contents: string }): IntakeHeading | null {
    const row = this.records.first(
      this.records.query.selectFrom('intake_reading').select('id').where('round', '=', round).where('contents', '=', contents),
    );
    return row === undefined ? null : this.heading(row.id);
  }

  heading(id: string): IntakeHeading | null {
    return this.#headings({ id })[0] ?? null;
  }

  /** The readings of a round, in the order in which they came. */
  list(round: string): IntakeHeading[] {
    return this.#headings({ round });
  }

  /** What was read. */
  reading(id: string): FolderReading | null {
    const row = this.records.first(this.records.query.selectFrom('intake_reading').select('document').where('id', '=', id));
    return row === undefined ? null : folderReadingSchema.parse(JSON.parse(row.document));
  }

  /** What stands now, with every edit in it. */
  current(id: string): EditedReading | null {
    const row = this.records.first(this.records.query.selectFrom('intake_current').select('document').where('reading', '=', id));
    return row === undefined ? null : editedReadingSchema.parse(JSON.parse(row.document));
  }

  /** Keeps an edit and what it makes of the reading. The event names the field, never what stands in it. */
  edit(id: string, { edit, after }: { edit: IntakeEdit; after: EditedReading }): void {
    this.records.transaction(() => {
      const { query } = this.records;
      const at = this.now();
      const { id: number } = this.records.run(
        query.insertInto('intake_edit').values({ reading: id, edit: canonicalJson(edit), recorded_at: at }),
      );
      this.records.run(
        query
          .updateTable('intake_current')
          .set((eb) => ({ document: canonicalJson(after), edits: eb('edits', '+', 1), updated_at: at }))
          .where('reading', '=', id),
      );
      const place = 'field' in edit ? edit.field : 'list' in edit ? edit.list : 'attachments';
      this.audit.append('intake/edited', { reading: id, edit: number, kind: edit.kind, place });
    });
  }

  /** Moves a reading on; what it was before stays on file. */
  setState(id: string, { state, bundle = null }: { state: IntakeState; bundle?: string | null }): void {
    this.records.transaction(() => {
      this.#addState(id, { state, bundle });
      this.audit.append(`intake/${state}`, { reading: id, bundle });
    });
  }

  /** The edits of a reading in order, for replaying them. */
  edits(id: string): { edit: unknown; recordedAt: string }[] {
    return this.records
      .all(this.records.query.selectFrom('intake_edit').select(['edit', 'recorded_at']).where('reading', '=', id).orderBy('number'))
      .map(({ edit, recorded_at: recordedAt }): { edit: unknown; recordedAt: string } => ({ edit: JSON.parse(edit), recordedAt }));
  }

  /** What a file of a reading is called, or null when no reading has it. */
  fileName(sha256: string): string | null {
    const row = this.records.first(this.records.query.selectFrom('intake_file').select('name').where('sha256', '=', sha256).limit(1));
    return row?.name ?? null;
  }

  #addState(reading: string, { state, bundle }: { state: IntakeState; bundle: string | null }): void {
    this.records.run(this.records.query.insertInto('intake_state').values({ reading, state, bundle, recorded_at: this.now() }));
  }

  #headings({ id, round }: { id?: string; round?: string }): IntakeHeading[] {
    const { query } = this.records;
    const rows = this.records.all(
      query
        .selectFrom('intake_reading')
        .innerJoin('intake_current', 'intake_current.reading', 'intake_reading.id')
        .innerJoin('intake_state', 'intake_state.reading', 'intake_reading.id')
        .select(['intake_reading.id', 'round', 'folder', 'read_at', 'state', 'bundle', 'edits', 'updated_at'])
        .where('intake_state.number', '=', (eb) =>
          eb
            .selectFrom('intake_state as newest')
            .select((inner) => inner.fn.max('newest.number').as('number'))
            .whereRef('newest.reading', '=', 'intake_reading.id'),
        )
        .$if(id !== undefined, (q) => q.where('intake_reading.id', '=', id ?? ''))
        .$if(round !== undefined, (q) => q.where('round', '=', round ?? ''))
        .orderBy('read_at')
        .orderBy('folder'),
    );
    return rows.map(({ read_at: readAt, updated_at: updatedAt, ...row }) => ({ ...row, readAt, updatedAt }));
  }
}
