/** The cluster's clock: the machine's, moved forward by as much as a test asks. */
export class Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** RFC 3339 with a resolution of one second, as metav1.Time is written. */
  timestamp(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  get offsetSeconds(): number {
    return this.#offsetMs / 1000;
  }

  /** Moves the clock forward; the time of a cluster never runs backwards. */
  shift(seconds: number): void {
    if (!(seconds >= 0)) {
      throw new RangeError(`A clock moves forward only, not by ${seconds} s.`);
    }
    this.#offsetMs += seconds * 1000;
  }
}
