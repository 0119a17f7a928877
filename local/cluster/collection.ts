import type { ObjectKey, Stored } from './object';

const pathOf = ({ name, namespace = '' }: ObjectKey): string => `${namespace}/${name}`;

/** The objects of one kind, in the order in which the API lists them: by namespace, then name. */
export class Collection {
  readonly #byPath = new Map<string, Stored>();
  /** Undefined while it must be computed again, after an object came or went. */
  #order: string[] | undefined;

  get(key: ObjectKey): Stored | undefined {
    return this.#byPath.get(pathOf(key));
  }

  set(object: Stored): void {
    const path = pathOf(object.metadata);
    if (!this.#byPath.has(path)) {
      this.#order = undefined;
    }
    this.#byPath.set(path, object);
  }

  delete(key: ObjectKey): void {
    this.#byPath.delete(pathOf(key));
    this.#order = undefined;
  }

  /** The objects of a namespace, or all. */
  list(namespace?: string): Stored[] {
    this.#order ??= [...this.#byPath.keys()].sort();
    return this.#order.flatMap((path) => {
      const object = this.#byPath.get(path);
      const wanted =
        object !== undefined &&
        (namespace === undefined || object.metadata.namespace === namespace);
      return wanted ? [object] : [];
    });
  }
}
