/** Work that a controller does some moments later, each item once however often it was added. */
export class WorkQueue<T> {
  readonly #items = new Map<string, T>();
  readonly #process: (item: T) => void;
  #scheduled: NodeJS.Immediate | undefined;

  constructor(process: (item: T) => void) {
    this.#process = process;
  }

  add(key: string, item: T): void {
    this.#items.set(key, item);
    this.#scheduled ??= setImmediate(() => this.#run());
  }

  stop(): void {
    clearImmediate(this.#scheduled);
    this.#items.clear();
  }

  #run(): void {
    this.#scheduled = undefined;
    const items = [...this.#items.values()];
    this.#items.clear();
    items.forEach((item) => this.#process(item));
  }
}
