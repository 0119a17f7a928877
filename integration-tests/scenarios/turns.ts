/**
 * Lets some of many work at once. Who waits for the clock, and needs no processor, gives its turn to
 * another meanwhile, and comes before those that have not begun.
 */
export class Turns {
  private readonly begun: (() => void)[] = [];
  private readonly others: (() => void)[] = [];

  /** @param free how many may work at once */
  constructor(private free: number) {}

  /** Works when there is a turn. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.turn(this.others);
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  /** Waits for something inside of `take`, which goes on when there is a turn again. */
  async leave(wait: () => Promise<void>): Promise<void> {
    this.pass();
    try {
      await wait();
    } finally {
      await this.turn(this.begun);
    }
  }

  private async turn(queue: (() => void)[]): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
  }

  private pass(): void {
    const next = this.begun.shift() ?? this.others.shift();
    if (next) next();
    else this.free += 1;
  }
}
