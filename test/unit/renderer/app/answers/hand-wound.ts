import type { Answer, Entry } from '#shared/domain/sheet.ts';
import { AnswerQueue, type AnswerAddress, type AnswerToKeep, type Failure } from '../../../../../renderer/app/answers/answer-queue.ts';

/** A clock that goes only when it is wound. */
export class HandClock {
  #now = 0;
  #steps: { at: number; step: () => void }[] = [];

  readonly after = (milliseconds: number, step: () => void): (() => void) => {
    const entry = { at: this.#now + milliseconds, step };
    this.#steps.push(entry);
    return () => {
      this.#steps = this.#steps.filter((one) => one !== entry);
    };
  };

  /** Lets time pass, and everything that it brings about come to its end. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#steps.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at);
      if (next === undefined) {
        break;
      }
      this.#now = next.at;
      this.#steps = this.#steps.filter((one) => one !== next);
      next.step();
      await settle();
    }
    this.#now = until;
    await settle();
  }

  get waiting(): number {
    return this.#steps.length;
  }
}

/** Lets everything that is promised and not waited for by time come to its end. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class Refusal extends Error {}
export class Trouble extends Error {}
export class Gone extends Error {}

export function failureOf(error: unknown): Failure {
  return error instanceof Gone ? 'held' : error instanceof Refusal ? 'refused' : 'again';
}

export const address = (item: string): AnswerAddress => ({
  round: 'r',
  application: 'a',
  stage: 'document',
  slot: { item, occupation: null, levelGroup: null },
});

export const answer = (comment: string): Answer => ({ value: null, points: null, verdict: null, comment, evidence: [] });

export const toKeep = (item: string, comment: string): AnswerToKeep => ({ address: address(item), answer: answer(comment), reason: null });

/**
 * The core as far as the queue can tell: it keeps answers by slot, refuses one that was begun before somebody else's, takes the same answer
 * twice for one, and can be made to fail in each way.
 */
export class PretendCore {
  /** Everything that was kept, in order, as `item comment`. */
  readonly kept: string[] = [];
  /** Everything that was asked for, with what it was based on. */
  readonly asked: string[] = [];
  readonly #slots = new Map<string, string[]>();
  /** What the next calls do instead, each once. */
  readonly instead: (Error | 'keep, then go' | Promise<void>)[] = [];

  count(item: string): number {
    return this.#slots.get(item)?.length ?? 0;
  }

  /** Somebody else answers. */
  answer(item: string, comment: string): void {
    this.#slots.set(item, [...(this.#slots.get(item) ?? []), comment]);
    this.kept.push(`${item} ${comment}`);
  }

  newest(item: string): string | undefined {
    return this.#slots.get(item)?.at(-1);
  }

  readonly keep = async ({ address: { slot }, answer: given }: AnswerToKeep, basedOn: number | undefined) => {
    const { item } = slot;
    this.asked.push(`${item} ${given.comment} on ${basedOn ?? '?'}`);
    const instead = this.instead.shift();
    if (instead instanceof Promise) {
      await instead;
    }
    if (instead instanceof Error) {
      throw instead;
    }
    const isSame = this.newest(item) === given.comment;
    if (basedOn !== undefined && basedOn !== this.count(item) && !isSame) {
      throw new Refusal();
    }
    if (!isSame) {
      this.answer(item, given.comment);
    }
    if (instead === 'keep, then go') {
      throw new Gone();
    }
    return { entry: this.#entry(item, given), savedAt: `09:${String(this.kept.length).padStart(2, '0')}` };
  };

  #entry(item: string, given: Answer): Entry {
    const one = { ...given, recordedAt: '2022-11-15T09:00:00+08:00' };
    const history = Array.from({ length: this.count(item) - 1 }, () => ({ ...one, reason: null }));
    return { item, occupation: null, levelGroup: null, ...one, history };
  }
}

/** A queue over a pretend core and a clock that is wound by hand; it sees what the slots have had unless `seen` says otherwise. */
export function aQueue({ seen }: { seen?: (item: string) => number | undefined } = {}) {
  const clock = new HandClock();
  const core = new PretendCore();
  const queue = new AnswerQueue({
    keep: core.keep,
    answersSeen: ({ slot }) => (seen ?? ((item: string) => core.count(item)))(slot.item),
    failureOf,
    after: clock.after,
  });
  return { clock, core, queue };
}
