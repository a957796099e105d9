import type { Agenda, ClockEvent, QuestionText } from '#shared/domain/roadshow.ts';
import type { Records } from '../database/records.ts';
import { canonicalJson, sha256Of, type AuditStore } from './audit.ts';
import { readAgenda } from './read-roadshows.ts';
import type { SheetAddress, SheetsStore } from './sheets.ts';

type PresentationRef = Pick<SheetAddress, 'round' | 'application'>;
type Note = { kind: 'clock' | 'connected' | 'fixed' | 'question'; subject: string; document: unknown; reason: string | null };

/** The roadshow day of a round, and what is noted on its sheets. Everything is added, nothing replaced. */
export class RoadshowStore {
  readonly #records: Records;
  readonly #audit: AuditStore;
  readonly #sheets: SheetsStore;

  constructor({ records, audit, sheets }: { records: Records; audit: AuditStore; sheets: SheetsStore }) {
    this.#records = records;
    this.#audit = audit;
    this.#sheets = sheets;
  }

  /** Keeps an agenda in place of the one before. */
  saveAgenda(round: string, agenda: Agenda): void {
    this.#records.transaction(() => {
      const event = this.#audit.append('roadshow/agenda-set', { round, draw: agenda.draw, agenda: sha256Of(canonicalJson(agenda)) });
      this.#records.run(
        this.#records.query
          .insertInto('roadshow_agenda')
          .values({ round, document: canonicalJson(agenda), recorded_at: event.at, event: event.seq }),
      );
    });
  }

  /** The newest agenda, or null before the first. */
  agenda(round: string): Agenda | null {
    return readAgenda(this.#records, round);
  }

  recordClock(place: PresentationRef, event: ClockEvent): void {
    this.#note(place, { kind: 'clock', subject: '', document: event, reason: null });
  }

  /** Who was connected by video; empty takes it back. */
  recordConnected(place: PresentationRef, note: string): void {
    this.#note(place, { kind: 'connected', subject: '', document: note, reason: null });
  }

  /** Fixes what stands now as the scores before the questions, or lifts that. */
  recordFixed(place: PresentationRef, fixed: boolean): void {
    this.#note(place, { kind: 'fixed', subject: '', document: fixed, reason: null });
  }

  /** A new question, or a newer text of one. */
  recordQuestion(place: PresentationRef, { id, text, reason }: { id: string; text: QuestionText; reason: string | null }): void {
    this.#note(place, { kind: 'question', subject: id, document: text, reason });
  }

  #note({ round, application }: PresentationRef, { kind, subject, document, reason }: Note): void {
    this.#records.transaction(() => {
      const address = { round, application, stage: 'roadshow' as const };
      const text = canonicalJson(document);
      // The chain holds what was noted as a hash, so that a changed row can be told.
      const event = this.#audit.append(`roadshow/${kind}`, { ...address, subject, note: sha256Of(text), reason });
      const sheet = this.#sheets.touch(address, event);
      this.#records.run(
        this.#records.query
          .insertInto('roadshow_note')
          .values({ sheet, kind, subject, document: text, reason, recorded_at: event.at, event: event.seq }),
      );
    });
  }
}
