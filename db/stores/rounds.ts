import * as z from 'zod';
import { roundSchema, type Round } from '#shared/domain/round.ts';
import type { Records } from '../database/records.ts';
import { canonicalJson, sha256Of, type AuditStore, type JsonValue } from './audit.ts';
import type { Clock } from './clock.ts';
import { NextIssuesStore } from './next-issues.ts';

/** A round as the list shows it. */
export type RoundHeading = {
  id: string;
  state: 'draft' | 'issued' | 'accepted';
  title: string;
  practice: boolean;
  createdAt: string;
  updatedAt: string;
};

/** A round being set up; `document` is the use case's own draft, superseded as a whole. */
export type Draft = { id: string; title: string; practice: boolean; updatedAt: string; document: unknown };

/** A signed round. `me` is my id in its panel; `sha256` is its package's. */
export type IssuedRound = {
  round: Round;
  sha256: string;
  issue: number;
  state: 'issued' | 'accepted';
  me: string;
  roles: ('chair' | 'expert')[];
  recordedAt: string;
};

/** Rounds: set up by me, issued by me, accepted by me. */
export class RoundsStore {
  /** What I prepare to issue in place of a round that is out. */
  readonly next: NextIssuesStore;
  readonly #records: Records;
  readonly #audit: AuditStore;
  readonly #now: Clock;
  /** Signed rounds never change, and parsing one with 300 applications is worth doing once. */
  readonly #parsed = new Map<string, Round>();

  constructor(records: Records, audit: AuditStore, now: Clock) {
    this.#records = records;
    this.#audit = audit;
    this.#now = now;
    this.next = new NextIssuesStore(records, audit, now);
  }

  /** All rounds, the last touched first. */
  list(): RoundHeading[] {
    const rows = this.#records.all(
      this.#records.query
        .selectFrom('round')
        .select(['id', 'state', 'title', 'practice', 'created_at', 'updated_at'])
        .orderBy('updated_at', 'desc')
        .orderBy('id'),
    );
    return rows.map(({ practice, created_at: createdAt, updated_at: updatedAt, ...row }) => ({
      ...row,
      practice: practice === 1,
      createdAt,
      updatedAt,
    }));
  }

  /**
   * Makes a draft or a newer one in place of it, which stays on file; the same one again changes nothing. The chain holds each
   * one's hash. A round that was issued or accepted is never a draft again: that throws.
   */
  saveDraft({ id, title, practice, document }: { id: string; title: string; practice: boolean; document: JsonValue }): void {
    const at = this.#now();
    const draft = canonicalJson(document);
    this.#records.transaction(() => {
      const known = this.#records.first(this.#records.query.selectFrom('round').select(['state', 'draft']).where('id', '=', id));
      if (known === undefined) {
        this.#records.run(
          this.#records.query
            .insertInto('round')
            .values({ id, state: 'draft', title, practice: practice ? 1 : 0, draft, created_at: at, updated_at: at }),
        );
        this.#audit.append('round/drafted', { round: id, draft: sha256Of(draft) });
        return;
      }
      if (known.state !== 'draft') {
        throw new Error(`round ${id} is ${known.state}, not a draft`);
      }
      if (known.draft === draft) {
        return;
      }
      this.#supersedeDraft(id, at);
      this.#audit.append('round/draft-changed', { round: id, draft: sha256Of(draft) });
      this.#records.run(
        this.#records.query
          .updateTable('round')
          .set({ title, practice: practice ? 1 : 0, draft, updated_at: at })
          .where('id', '=', id),
      );
    });
  }

  /** A round being set up, or null when there is none by that id or it is fixed already. */
  draft(id: string): Draft | null {
    const row = this.#records.first(this.#records.query.selectFrom('round').selectAll().where('id', '=', id));
    if (row === undefined || row.draft === null) {
      return null;
    }
    const document: unknown = JSON.parse(row.draft);
    return { id, title: row.title, practice: row.practice === 1, updatedAt: row.updated_at, document };
  }

  /**
   * Fixes a round: as its chair (`issued`), or as an expert who accepts it (`accepted`). The same package again is
   * `unchanged`; another package of the same round becomes its next issue.
   */
  fix(signed: Omit<IssuedRound, 'issue' | 'recordedAt'>): 'taken' | 'unchanged' {
    const { round, sha256, state, me, roles } = signed;
    const at = this.#now();
    return this.#records.transaction(() => {
      const { query } = this.#records;
      if (this.#records.first(query.selectFrom('round_issue').select('issue').where('sha256', '=', sha256)) !== undefined) {
        return 'unchanged';
      }
      this.#supersedeDraft(round.id, at);
      this.next.end(round.id);
      const heading = { state, title: round.title, practice: round.practice ? (1 as const) : (0 as const), draft: null, updated_at: at };
      this.#records.run(
        query
          .insertInto('round')
          .values({ id: round.id, created_at: at, ...heading })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(heading)),
      );
      const last = this.#records.first(
        query.selectFrom('round_issue').select('issue').where('round', '=', round.id).orderBy('issue', 'desc').limit(1),
      );
      const issue = (last?.issue ?? 0) + 1;
      this.#records.run(
        query.insertInto('round_issue').values({
          round: round.id,
          issue,
          sha256,
          document: canonicalJson(round),
          me,
          chairs: roles.includes('chair') ? 1 : 0,
          scores: roles.includes('expert') ? 1 : 0,
          recorded_at: at,
        }),
      );
      this.#audit.append(`round/${state}`, { round: round.id, sha256, me, issue });
      return 'taken';
    });
  }

  /** Every draft of a round that gave way to a newer one or to its issue, oldest first. */
  supersededDrafts(id: string): { document: unknown; savedAt: string; supersededAt: string }[] {
    const rows = this.#records.all(
      this.#records.query.selectFrom('superseded_draft').selectAll().where('round', '=', id).orderBy('number'),
    );
    return rows.map(({ document, saved_at: savedAt, superseded_at: supersededAt }) => ({
      document: z.unknown().parse(JSON.parse(document)),
      savedAt,
      supersededAt,
    }));
  }

  /** The newest issue of a fixed round, or null. */
  get(id: string): IssuedRound | null {
    const row = this.#records.first(
      this.#records.query
        .selectFrom('round_issue')
        .innerJoin('round', 'round.id', 'round_issue.round')
        // Not the document: it is read once, and this runs for every answer.
        .select(['round_issue.sha256', 'issue', 'me', 'chairs', 'scores', 'recorded_at', 'round.state'])
        .where('round_issue.round', '=', id)
        .orderBy('issue', 'desc')
        .limit(1),
    );
    if (row === undefined || row.state === 'draft') {
      return null;
    }
    return {
      round: this.#document(row.sha256),
      sha256: row.sha256,
      issue: row.issue,
      state: row.state,
      me: row.me,
      roles: [...(row.chairs === 1 ? (['chair'] as const) : []), ...(row.scores === 1 ? (['expert'] as const) : [])],
      recordedAt: row.recorded_at,
    };
  }

  /** What an earlier issue said; throws where there is none by that number. */
  issued({ round, issue }: { round: string; issue: number }): Round {
    const row = this.#records.first(
      this.#records.query.selectFrom('round_issue').select('sha256').where('round', '=', round).where('issue', '=', issue),
    );
    if (row === undefined) {
      throw new Error(`round ${round} has no issue ${issue}`);
    }
    return this.#document(row.sha256);
  }

  /** Which issue a package of a round is; throws where it is none that is here. */
  issueBy(sha256: string): number {
    const row = this.#records.first(this.#records.query.selectFrom('round_issue').select('issue').where('sha256', '=', sha256));
    if (row === undefined) {
      throw new Error(`no issue of a round by the hash ${sha256}`);
    }
    return row.issue;
  }

  #document(sha256: string): Round {
    const known = this.#parsed.get(sha256);
    if (known !== undefined) {
      return known;
    }
    const row = this.#records.first(this.#records.query.selectFrom('round_issue').select('document').where('sha256', '=', sha256));
    const parsed = roundSchema.parse(JSON.parse(row?.document ?? 'null'));
    this.#parsed.set(sha256, parsed);
    return parsed;
  }

  #supersedeDraft(id: string, at: string): void {
    const { query } = this.#records;
    this.#records.run(
      query
        .insertInto('superseded_draft')
        .columns(['round', 'document', 'saved_at', 'superseded_at'])
        .expression(
          query
            .selectFrom('round')
            .select((eb) => ['id', eb.ref('draft').$notNull().as('document'), 'updated_at', eb.val(at).as('superseded_at')])
            .where('id', '=', id)
            .where('draft', 'is not', null),
        ),
    );
  }
}
