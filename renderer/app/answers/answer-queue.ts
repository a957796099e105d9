import type { Answer, Entry, Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';

/** Which answer: a slot of a sheet of a round. */
export type AnswerAddress = { readonly round: string; readonly application: string; readonly stage: Stage; readonly slot: Slot };
export type AnswerToKeep = { readonly address: AnswerAddress; readonly answer: Answer; readonly reason: string | null };

/** Where an answer is on its way to the disk. */
export type SavingState =
  | { readonly kind: 'waiting' | 'saving'; readonly answer: Answer }
  | { readonly kind: 'saved'; readonly at: string; readonly entry: Entry }
  | { readonly kind: 'failed'; readonly answer: Answer; readonly error: unknown };

export type SaveStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly count: number };

type Kept = { readonly entry: Entry; readonly savedAt: string };
type Edges = {
  /** Keeps one answer, begun when its slot had had `basedOn` answers (undefined: not known); resolves when it is on disk. */
  readonly keep: (item: AnswerToKeep, basedOn: number | undefined) => Promise<Kept>;
  /** How many answers the slot has had, as far as this window has seen; undefined when it has not looked. */
  readonly answersSeen: (address: AnswerAddress) => number | undefined;
  /** Whether trying again by itself can help: not when the core refused. */
  readonly worthRetrying: (error: unknown) => boolean;
};

type Place = {
  item: AnswerToKeep;
  basedOn: number | undefined;
  state: SavingState;
  timer: number | undefined;
  running: Promise<void> | null;
  failures: number;
};

export function addressKey(address: AnswerAddress): string {
  const { round, application, stage, slot } = address;
  return JSON.stringify([round, application, stage, slot.item, slot.occupation, slot.levelGroup]);
}

/** How many answers there have been at the slot of an entry. */
export function answersOf(entry: Entry | null | undefined): number {
  return entry === null || entry === undefined ? 0 : entry.history.length + 1;
}

/**
 * What was typed on its way to the disk: one answer per slot, the newest wins, one request per slot at a time. It outlives
 * the screens, so that leaving one loses nothing; a failed answer stays, and is tried again.
 */
export class AnswerQueue {
  readonly #places = new Map<string, Place>();
  readonly #revisions = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #edges: Edges;
  #status: SaveStatus = { kind: 'none' };

  constructor(edges: Edges) {
    this.#edges = edges;
  }

  /** Keeps an answer after `delayMilliseconds` in which no newer one came for the same slot. */
  put(item: AnswerToKeep, delayMilliseconds: number): void {
    const key = addressKey(item.address);
    const before = this.#places.get(key);
    window.clearTimeout(before?.timer);
    const place: Place = {
      item,
      // What is not kept yet goes on from where it was begun, whatever came from elsewhere meanwhile.
      basedOn: before === undefined || before.state.kind === 'saved' ? this.#edges.answersSeen(item.address) : before.basedOn,
      state: { kind: 'waiting', answer: item.answer },
      timer: undefined,
      running: before?.running ?? null,
      failures: 0,
    };
    this.#places.set(key, place);
    if (delayMilliseconds === 0) {
      void this.#send(key);
    } else {
      place.timer = window.setTimeout(() => void this.#send(key), delayMilliseconds);
    }
    this.#tell();
  }

  stateOf(address: AnswerAddress): SavingState | null {
    return this.#places.get(addressKey(address))?.state ?? null;
  }

  /**
   * Another answer than the one typed here stands at a slot now (taken back, or given in another window): what was saved from here is
   * forgotten, and the fields are to start anew. What is still on its way stays: the core decides about it.
   */
  adopt(address: AnswerAddress): void {
    const key = addressKey(address);
    const place = this.#places.get(key);
    if (place === undefined || place.state.kind === 'saved') {
      this.#forget(key);
    }
  }

  /** Gives up what could not be saved, for what stands at the slot. */
  giveUp(address: AnswerAddress): void {
    const key = addressKey(address);
    window.clearTimeout(this.#places.get(key)?.timer);
    this.#forget(key);
  }

  /** How often the fields of a slot had to start anew: part of their React key. */
  revisionOf(address: AnswerAddress): number {
    return this.#revisions.get(addressKey(address)) ?? 0;
  }

  /** Whether an answer of this slot is not on disk yet. */
  isUnderWay(address: AnswerAddress): boolean {
    const state = this.stateOf(address);
    return state !== null && state.kind !== 'saved';
  }

  #forget(key: string): void {
    this.#places.delete(key);
    this.#revisions.set(key, (this.#revisions.get(key) ?? 0) + 1);
    this.#tell();
  }

  status(): SaveStatus {
    return this.#status;
  }

  /** Sends everything that waits and resolves when nothing is under way any more. */
  async flush(): Promise<void> {
    await Promise.all([...this.#places.keys()].map((key) => this.#send(key)));
  }

  /** Tries everything that failed once more. */
  retry(address: AnswerAddress): void {
    void this.#send(addressKey(address));
  }

  /** Forgets everything that is saved, so that another workspace starts clean. */
  clear(): void {
    for (const place of this.#places.values()) {
      window.clearTimeout(place.timer);
    }
    this.#places.clear();
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #send(key: string): Promise<void> {
    const place = this.#places.get(key);
    if (place === undefined || place.state.kind === 'saved') {
      return;
    }
    window.clearTimeout(place.timer);
    if (place.running !== null) {
      await place.running;
      const now = this.#places.get(key);
      if (now !== undefined && now.running === null && now.state.kind === 'waiting') {
        await this.#send(key);
      }
      return;
    }
    const running = this.#keep(key, place);
    place.running = running;
    await running;
  }

  async #keep(key: string, place: Place): Promise<void> {
    const { item, basedOn } = place;
    place.state = { kind: 'saving', answer: item.answer };
    this.#tell();
    let outcome: SavingState;
    try {
      const kept = await this.#edges.keep(item, basedOn);
      outcome = { kind: 'saved', at: kept.savedAt, entry: kept.entry };
    } catch (error) {
      outcome = { kind: 'failed', answer: item.answer, error };
    }
    const now = this.#places.get(key);
    if (now === undefined) {
      return;
    }
    now.running = null;
    if (outcome.kind === 'saved') {
      now.basedOn = answersOf(outcome.entry);
    }
    // A newer answer came meanwhile: its own fate counts, not this one's.
    if (now.item === item) {
      now.state = outcome;
      if (outcome.kind === 'failed' && this.#edges.worthRetrying(outcome.error)) {
        now.failures += 1;
        now.timer = window.setTimeout(() => void this.#send(key), Math.min(30_000, 1000 * 2 ** now.failures));
      }
    }
    this.#tell();
  }

  #tell(): void {
    const states = [...this.#places.values()].map((place) => place.state);
    const failed = states.filter((state) => state.kind === 'failed').length;
    const times = states.flatMap((state) => (state.kind === 'saved' ? [state.at] : []));
    const newest = times.toSorted().at(-1);
    if (failed > 0) {
      this.#status = { kind: 'failed', count: failed };
    } else if (states.some((state) => state.kind === 'waiting' || state.kind === 'saving')) {
      this.#status = { kind: 'saving' };
    } else {
      this.#status = newest === undefined ? { kind: 'none' } : { kind: 'saved', at: newest };
    }
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
