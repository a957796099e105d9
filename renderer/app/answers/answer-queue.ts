import type { Answer, Entry, Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';

/** Which answer: a slot of a sheet of a round. */
export type AnswerAddress = { readonly round: string; readonly application: string; readonly stage: Stage; readonly slot: Slot };
export type AnswerToKeep = { readonly address: AnswerAddress; readonly answer: Answer; readonly reason: string | null };

/** Where an answer is on its way to the disk. `held`: nothing can be kept at the moment, it goes as soon as something can. */
export type SavingState =
  | { readonly kind: 'waiting' | 'saving' | 'held'; readonly answer: Answer }
  | { readonly kind: 'saved'; readonly at: string; readonly entry: Entry }
  | { readonly kind: 'failed'; readonly answer: Answer; readonly error: unknown };

export type SaveStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'held' | 'failed'; readonly count: number };

/**
 * What a failure asks for. `refused`: the core said no, a person has to act. `again`: it may work in a moment. `held`: nobody knows whether
 * it was kept, and nothing can be kept until the queue is told to go on: the core is gone, or the workspace locked.
 */
export type Failure = 'refused' | 'again' | 'held';

type Kept = { readonly entry: Entry; readonly savedAt: string };
type Edges = {
  /** Keeps one answer, begun when its slot had had `basedOn` answers (undefined: not known); resolves when it is on disk. */
  readonly keep: (item: AnswerToKeep, basedOn: number | undefined) => Promise<Kept>;
  /** How many answers the slot has had, as far as this window has seen; undefined when it has not looked. */
  readonly answersSeen: (address: AnswerAddress) => number | undefined;
  readonly failureOf: (error: unknown) => Failure;
  /** Takes a step after some milliseconds, unless what it returns is called before. */
  readonly after: (milliseconds: number, step: () => void) => () => void;
};

type Place = {
  readonly key: string;
  readonly item: AnswerToKeep;
  basedOn: number | undefined;
  state: SavingState;
  /** Whether it is this one's turn as soon as the one before is kept. */
  due: boolean;
  cancelTimer: () => void;
  failures: number;
  /** The answer of this slot that was on its way when the core went away: it may stand there already. */
  unsure: AnswerToKeep | null;
};

const nothing = (): void => {};
const firstPauseMilliseconds = 2000;
const longestPauseMilliseconds = 30_000;

export function addressKey(address: AnswerAddress): string {
  const { round, application, stage, slot } = address;
  return JSON.stringify([round, application, stage, slot.item, slot.occupation, slot.levelGroup]);
}

/** How many answers there have been at the slot of an entry. */
export function answersOf(entry: Entry | null | undefined): number {
  return entry === null || entry === undefined ? 0 : entry.history.length + 1;
}

/**
 * What was typed on its way to the disk: one answer per slot, the newest wins, one request at a time, in the order in which they were typed.
 * It outlives the screens, so that leaving one loses nothing. What fails steps aside, stays, and is tried again; while nothing can be kept
 * at all everything waits.
 */
export class AnswerQueue {
  /** In the order in which they were typed last. */
  readonly #places = new Map<string, Place>();
  readonly #revisions = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #edges: Edges;
  #status: SaveStatus = { kind: 'none' };
  #isSending = false;
  #isHeld = false;
  #whenIdle: (() => void)[] = [];

  constructor(edges: Edges) {
    this.#edges = edges;
  }

  /** Keeps an answer after `delayMilliseconds` in which no newer one came for the same slot; at once when that is 0. */
  put(item: AnswerToKeep, delayMilliseconds: number): void {
    const key = addressKey(item.address);
    const before = this.#places.get(key);
    before?.cancelTimer();
    const place: Place = {
      key,
      item,
      // What is not kept yet goes on from where it was begun, whatever came from elsewhere meanwhile.
      basedOn: before === undefined || before.state.kind === 'saved' ? this.#edges.answersSeen(item.address) : before.basedOn,
      state: { kind: this.#isHeld ? 'held' : 'waiting', answer: item.answer },
      due: false,
      cancelTimer: nothing,
      failures: 0,
      unsure: before?.unsure ?? null,
    };
    // To the end: the order is that of the newest answers.
    this.#places.delete(key);
    this.#places.set(key, place);
    if (delayMilliseconds === 0) {
      this.#makeDue(place);
    } else {
      place.cancelTimer = this.#edges.after(delayMilliseconds, () => this.#makeDue(place));
    }
    this.#tell();
    this.#goOn();
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
    this.#places.get(key)?.cancelTimer();
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

  status(): SaveStatus {
    return this.#status;
  }

  /** Sends everything that is not on disk and resolves when nothing is under way any more: while the queue is held, once it has gone on. */
  async flush(): Promise<void> {
    for (const place of this.#places.values()) {
      this.#makeDue(place);
    }
    this.#goOn();
    if (!this.#isIdle()) {
      await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
    }
  }

  /** Tries what failed at a slot once more. */
  retry(address: AnswerAddress): void {
    const place = this.#places.get(addressKey(address));
    if (place !== undefined) {
      this.#makeDue(place);
      this.#goOn();
    }
  }

  /** Nothing can be kept for the time being: everything waits, in order. */
  hold(): void {
    this.#isHeld = true;
    for (const place of this.#places.values()) {
      if (place.state.kind === 'waiting') {
        place.state = { kind: 'held', answer: place.item.answer };
      }
    }
    this.#tell();
  }

  /** Answers can be kept again: what waited goes, in the order in which it was typed. */
  resume(): void {
    this.#isHeld = false;
    for (const place of this.#places.values()) {
      if (place.state.kind === 'held') {
        place.state = { kind: 'waiting', answer: place.item.answer };
        this.#makeDue(place);
      }
    }
    this.#tell();
    this.#goOn();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** It is this answer's turn, and that of what was typed before it and still waits for a pause: none overtakes an earlier one. */
  #makeDue(place: Place): void {
    if (place.state.kind === 'saved' || place.state.kind === 'saving') {
      return;
    }
    for (const earlier of this.#places.values()) {
      if (earlier === place) {
        break;
      }
      if (earlier.state.kind === 'waiting' || earlier.state.kind === 'held') {
        earlier.cancelTimer();
        earlier.due = true;
      }
    }
    place.cancelTimer();
    place.due = true;
    this.#goOn();
  }

  #forget(key: string): void {
    this.#places.delete(key);
    this.#revisions.set(key, (this.#revisions.get(key) ?? 0) + 1);
    this.#tell();
  }

  #isIdle(): boolean {
    return !this.#isSending && ![...this.#places.values()].some(({ due }) => due);
  }

  #goOn(): void {
    const next = this.#isHeld || this.#isSending ? undefined : [...this.#places.values()].find(({ due }) => due);
    if (next !== undefined) {
      void this.#keep(next);
    } else if (this.#isIdle()) {
      const waiting = this.#whenIdle;
      this.#whenIdle = [];
      for (const resolve of waiting) {
        resolve();
      }
    }
  }

  async #keep(place: Place): Promise<void> {
    const { item, unsure } = place;
    // What may be kept already is said once more, so that the newer answer goes on from it whether it was or not.
    const sent = unsure ?? item;
    if (sent === item) {
      place.due = false;
      place.state = { kind: 'saving', answer: item.answer };
    }
    this.#isSending = true;
    this.#tell();
    const outcome = await this.#edges.keep(sent, place.basedOn).then(
      (kept) => ({ kind: 'saved' as const, at: kept.savedAt, entry: kept.entry }),
      (error: unknown) => ({ kind: 'failed' as const, answer: sent.answer, error }),
    );
    this.#isSending = false;
    const now = this.#places.get(place.key);
    if (now !== undefined) {
      this.#take(now, sent, outcome);
    }
    this.#tell();
    this.#goOn();
  }

  /** What came of an answer that was sent, for what stands in its place by now: itself, or a newer one with a fate of its own. */
  #take(now: Place, sent: AnswerToKeep, outcome: Extract<SavingState, { kind: 'saved' | 'failed' }>): void {
    const failure = outcome.kind === 'failed' ? this.#edges.failureOf(outcome.error) : null;
    // Trouble over an answer that may stand there already leaves it as unsure as it was.
    const isUnsure = failure === 'held' || (failure === 'again' && now.unsure === sent);
    now.unsure = isUnsure ? sent : null;
    if (outcome.kind === 'saved') {
      now.basedOn = answersOf(outcome.entry);
    }
    if (failure === 'held') {
      now.state = { kind: 'held', answer: now.item.answer };
      this.hold();
    } else if (now.item === sent || isUnsure) {
      now.due = false;
      now.state = outcome.kind === 'failed' ? { ...outcome, answer: now.item.answer } : outcome;
      if (failure === 'again') {
        now.failures += 1;
        const pause = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (now.failures - 1));
        now.cancelTimer();
        now.cancelTimer = this.#edges.after(pause, () => this.#makeDue(now));
      }
    }
  }

  #tell(): void {
    const states = [...this.#places.values()].map((place) => place.state);
    const count = (kind: SavingState['kind']) => states.filter((state) => state.kind === kind).length;
    const times = states.flatMap((state) => (state.kind === 'saved' ? [state.at] : []));
    const newest = times.toSorted().at(-1);
    if (count('failed') > 0) {
      this.#status = { kind: 'failed', count: count('failed') };
    } else if (count('held') > 0) {
      this.#status = { kind: 'held', count: count('held') };
    } else if (count('waiting') + count('saving') > 0) {
      this.#status = { kind: 'saving' };
    } else {
      this.#status = newest === undefined ? { kind: 'none' } : { kind: 'saved', at: newest };
    }
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
