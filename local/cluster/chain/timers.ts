/** Timers that never keep the process alive and that end together. */
export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>();
  #stopped = false;

  /** Does something later, unless `stop` comes first. */
  after(milliseconds: number, action: () => void): void {
    if (this.#stopped) {
      return;
    }
    const timer = setTimeout(() => {
      this.#pending.delete(timer);
      action();
    }, milliseconds);
    timer.unref();
    this.#pending.add(timer);
  }

  /** Resolves later; never after `stop`. */
  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.after(milliseconds, resolve);
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#pending.forEach((timer) => clearTimeout(timer));
    this.#pending.clear();
  }
}
