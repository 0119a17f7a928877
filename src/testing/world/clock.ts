/** The time of a world in whole seconds since it began, as RFC 3339. */
export const timeOf = (second: number): string =>
  new Date(Date.parse('2026-03-01T00:00:00Z') + second * 1000).toISOString().replace('.000Z', 'Z');

/** Something that happens later, in the order of its time. */
interface Due {
  readonly at: number;
  readonly happen: () => void;
}

/** The clock of a world: what is due happens as it goes on. */
export class Clock {
  private agenda: Due[] = [];

  constructor(public now: number) {}

  after(seconds: number, happen: () => void): void {
    this.agenda.push({ at: this.now + seconds, happen });
  }

  /** Lets time pass; what is due in the last second happens. */
  pass(seconds: number): void {
    const until = this.now + seconds;
    for (let due = this.next(until); due; due = this.next(until)) {
      this.now = Math.max(this.now, due.at);
      due.happen();
    }
    this.now = until;
  }

  private next(until: number): Due | undefined {
    const due = this.agenda
      .filter(({ at }) => at <= until)
      .reduce<Due | undefined>(
        (first, one) => (first && first.at <= one.at ? first : one),
        undefined,
      );
    this.agenda = this.agenda.filter((one) => one !== due);
    return due;
  }
}
