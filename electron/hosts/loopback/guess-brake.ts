const freeGuesses = 3;
const firstPauseSeconds = 2;
const longestPauseSeconds = 60;

/** Slows down whoever guesses passphrases: after three wrong ones a pause of 2, 4, 8 … at most 60 seconds, until one is right. */
export class GuessBrake {
  readonly #now: () => Date;
  #wrong = 0;
  #until = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Whole seconds until the next guess is listened to; 0 at once. */
  secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#until - this.#now().getTime()) / 1000));
  }

  wrong(): void {
    this.#wrong += 1;
    const pause = this.#wrong < freeGuesses ? 0 : Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (this.#wrong - freeGuesses));
    this.#until = this.#now().getTime() + pause * 1000;
  }

  right(): void {
    this.#wrong = 0;
    this.#until = 0;
  }
}
