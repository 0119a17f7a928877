/** At least so long changes are gathered before they are told: some frames. */
const leastMs = 50;
/** At most: what is shown must not be old. */
const mostMs = 250;

/**
 * Tells the changes of several lists together, so that a page draws them once: a push is a change of
 * its ImageStream and several of its PipelineRun. It then rests for as long as the page took for it,
 * so that under a flood of changes half of the time is left for the user.
 */
export class Gathering {
  readonly #waiting = new Set<() => void>();
  #isUnderWay = false;
  #restsUntil = 0;

  /** @param tell is called soon, once, however often it is added until then */
  add(tell: () => void): void {
    this.#waiting.add(tell);
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    const rest = Math.min(mostMs, this.#restsUntil - performance.now());
    setTimeout(() => this.#tellAll(), Math.max(leastMs, rest));
  }

  /** Nothing is left to be told. */
  remove(tell: () => void): void {
    this.#waiting.delete(tell);
  }

  #tellAll(): void {
    this.#isUnderWay = false;
    const started = performance.now();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    waiting.forEach((tell) => tell());
    // React draws what an outside store tells before the next task.
    setTimeout(() => {
      const now = performance.now();
      this.#restsUntil = now + (now - started);
    });
  }
}
