import { setTimeout as delay } from 'node:timers/promises';

/** Told of the begin and of the end of an outage. */
type OutageListener = (isDown: boolean) => void;

/** Whether the API server is there for anybody, be it over the network or in this process. */
export class Outage {
  readonly #listeners = new Set<OutageListener>();
  #isDown = false;

  get isDown(): boolean {
    return this.#isDown;
  }

  /** @returns the function that ends the subscription */
  subscribe(listener: OutageListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes the API server away for a while; resolves when it is back. */
  async strike(milliseconds: number): Promise<void> {
    this.#turn(true);
    await delay(milliseconds, undefined, { ref: false });
    this.#turn(false);
  }

  #turn(isDown: boolean): void {
    this.#isDown = isDown;
    this.#listeners.forEach((listener) => listener(isDown));
  }
}
