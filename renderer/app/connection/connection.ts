import type { Refusal } from '#shared/refusals/refusal.ts';

/** `there`: calls are answered. `gone`: nobody answers. `back`: the host is there again, and wants the passphrase before it lets the page in. */
export type ConnectionState = 'there' | 'gone' | 'back';

export type Entered = { readonly kind: 'entered' } | { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'gone' };

export type ConnectionEdges = {
  /** Looks whether the host is there again, and is the one that this page knows. */
  readonly look: () => Promise<ConnectionState>;
  /** Gives the host the passphrase. */
  readonly enter: (passphrase: string) => Promise<Entered>;
  /** Takes a step after some milliseconds. */
  readonly after: (milliseconds: number, step: () => void) => unknown;
};

const pauseMilliseconds = 1000;

/** Whether the host answers this page. Once a call was not answered it is looked for until it does. */
export class Connection {
  readonly #edges: ConnectionEdges;
  readonly #listeners = new Set<() => void>();
  #state: ConnectionState = 'there';

  constructor(edges: ConnectionEdges) {
    this.#edges = edges;
  }

  state(): ConnectionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A call was not answered. */
  lose(): void {
    if (this.#state === 'there') {
      this.#become('gone');
      void this.#lookUntilThere();
    }
  }

  /** Goes back in with the passphrase; the refusal when the host would not have it, null otherwise. */
  async enter(passphrase: string): Promise<Refusal | null> {
    const entered = await this.#edges.enter(passphrase);
    if (entered.kind === 'refused') {
      return entered.refusal;
    }
    this.#become(entered.kind === 'entered' ? 'there' : 'gone');
    return null;
  }

  async #lookUntilThere(): Promise<void> {
    while (this.#state !== 'there') {
      const found = await this.#edges.look();
      // Meanwhile somebody may have gone in with the passphrase.
      if (this.#isAway()) {
        this.#become(found);
      }
      if (this.#isAway()) {
        await new Promise<void>((resolve) => void this.#edges.after(pauseMilliseconds, resolve));
      }
    }
  }

  #isAway(): boolean {
    return this.#state !== 'there';
  }

  #become(state: ConnectionState): void {
    if (state !== this.#state) {
      this.#state = state;
      for (const listener of this.#listeners) {
        listener();
      }
    }
  }
}
