/** At least so long changes are gathered before they are told: some frames. */
const leastMs = 50;
/** At most: what is shown must not be old. */
const mostMs = 250;
/** A page that has had no idle moment for so long gets none by waiting. */
const patienceMs = 1000;

/** Calls when the page has drawn what it was told, also what it draws a piece at a time (React's transitions). */
const whenIdle = (call: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(call, { timeout: patienceMs });
  // Safari has none.
  else setTimeout(call);
};

/**
 * Tells the changes of several lists together, so that a page draws them once: a push is a change of
 * its ImageStream and several of its PipelineRun. Nothing more is told until the page is idle, and then
 * it rests for as long as it was not, so that under a flood of changes half of the time is left for the
 * user, and what is drawn a piece at a time comes to its end.
 */
export class Gathering {
  readonly #waiting = new Set<() => void>();
  #isUnderWay = false;
  #restsUntil = 0;

  /** @param tell is called soon, once, however often it is added until then */
  add(tell: () => void): void {
    this.#waiting.add(tell);
    if (!this.#isUnderWay) this.#tellSoon();
  }

  /** Nothing is left to be told. */
  remove(tell: () => void): void {
    this.#waiting.delete(tell);
  }

  #tellSoon(): void {
    this.#isUnderWay = true;
    const rest = Math.min(mostMs, this.#restsUntil - performance.now());
    setTimeout(() => this.#tellAll(), Math.max(leastMs, rest));
  }

  #tellAll(): void {
    const started = performance.now();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    waiting.forEach((tell) => tell());
    // React draws what an outside store tells before the next task.
    whenIdle(() => {
      const now = performance.now();
      this.#restsUntil = now + (now - started);
      this.#isUnderWay = false;
      if (this.#waiting.size > 0) this.#tellSoon();
    });
  }
}
