/** Does work side by side, so much at once and holding so many bytes at most. What fails first is thrown when more is started, or at the end. */
export class SideBySide {
  readonly #limits: { readonly count: number; readonly bytes: number };
  readonly #running = new Map<Promise<void>, number>();
  #failure: { readonly error: unknown } | null = null;

  constructor(limits: { readonly count: number; readonly bytes: number }) {
    this.#limits = limits;
  }

  /** Starts work that holds `bytes`, once there is room for it. */
  async start(bytes: number, work: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#limits.count || (this.#running.size > 0 && this.#bytes() + bytes > this.#limits.bytes)) {
      await Promise.race(this.#running.keys());
    }
    this.#throwFailure();
    const running = this.#guarded(work).finally(() => this.#running.delete(running));
    this.#running.set(running, bytes);
  }

  /** Waits for all of it. */
  async done(): Promise<void> {
    await Promise.all(this.#running.keys());
    this.#throwFailure();
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#failure ??= { error };
    }
  }

  #bytes(): number {
    return [...this.#running.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  #throwFailure(): void {
    if (this.#failure !== null) {
      throw this.#failure.error;
    }
  }
}
