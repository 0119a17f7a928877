/** Counts what is under way, so that a test can wait for the end of it instead of for a time. */
export class WorkInProgress {
  #count = 0;
  readonly #waiting = new Set<() => void>();

  /** Counts a piece of work until it is done; a failure of it is for whoever awaits the result. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await work;
    } finally {
      this.#count -= 1;
      if (this.#count === 0) {
        this.#waiting.forEach((resolve) => resolve());
        this.#waiting.clear();
      }
    }
  }

  /** Resolves as soon as nothing is under way. */
  async settled(): Promise<void> {
    if (this.#count > 0) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }
}
