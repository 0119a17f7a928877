import { archiveOf } from '../../domain/archive';
import type { Archive } from '../../domain/archive';
import { isObjectName } from '../../domain/object-name';
import type { RecordsQuery } from '../../k8s/results-record';
import type { K8sObject } from '../../k8s/resource';
import { ArchiveReader } from './archive-reader';
import type { FetchRecords } from './archive-reader';
import { ArchiveError } from './records';
import type { RecordsPage } from './records';

/** As a parent of records: all namespaces. */
export const everywhere = '-';

/** The fewest that Tekton Results gives in a page. */
const leastPageSize = 5;

/** The most task runs of a run that are shown. */
const taskPageSize = 200;

/** Names an object that the cluster does not hold any more. */
interface PastRef {
  readonly namespace: string;
  readonly name: string;
}

/**
 * All that is read of Tekton Results, once for all pages of the console. Whether it is there is found
 * out by the first question: where it is not, nothing is asked again until the browser's page is new.
 */
export class Archives {
  readonly #readers = new Map<string, ArchiveReader>();
  readonly #listeners = new Set<() => void>();
  readonly #fetch: FetchRecords;
  #first: Promise<RecordsPage> | undefined;
  #version = 0;

  constructor(fetch: FetchRecords) {
    this.#fetch = fetch;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another number whenever anything has changed. */
  readonly version = (): number => this.#version;

  /** What is known of some namespaces by now. */
  of(parents: readonly string[]): Archive {
    return archiveOf(parents.map((parent) => this.#readerOf(parent).current));
  }

  /** Reads the runs of some namespaces that were made since a time, in milliseconds since 1970. */
  want(parents: readonly string[], since: number): void {
    parents.forEach((parent) => this.#readerOf(parent).want(since));
  }

  /** Reads some namespaces once more. */
  again(parents: readonly string[]): void {
    parents.forEach((parent) => this.#readerOf(parent).again());
  }

  /** Asks once more for what was refused, or failed. */
  readonly retry = (): void => {
    this.#first = undefined;
    this.#readers.forEach((reader) => reader.retry());
  };

  /**
   * Whether Tekton Results has a PipelineRun; false where that cannot be told. What it has of it
   * counts from then on.
   */
  readonly wasRun = async ({ namespace, name }: PastRef): Promise<boolean> => {
    try {
      const found = await this.runOf({ namespace, name });
      for (const [parent, reader] of this.#readers)
        if (found && [namespace, everywhere].includes(parent)) reader.take([found]);
      return found !== undefined;
    } catch {
      return false;
    }
  };

  /** The PipelineRun of this name, the newest of them; undefined where there is none. @throws ArchiveError */
  async runOf({ namespace, name }: PastRef): Promise<K8sObject | undefined> {
    if (!isObjectName(namespace) || !isObjectName(name)) return undefined;
    const { objects } = await this.#ask({
      parent: namespace,
      type: 'tekton.dev/v1.PipelineRun',
      name,
      pageSize: leastPageSize,
      pageToken: '',
    });
    return objects[0];
  }

  /** The TaskRuns that carry these labels. @throws ArchiveError */
  async taskRunsOf(
    namespace: string,
    labels: Readonly<Record<string, string>>,
  ): Promise<readonly K8sObject[]> {
    if (![namespace, ...Object.values(labels)].every(isObjectName)) return [];
    const page = await this.#ask({
      parent: namespace,
      type: 'tekton.dev/v1.TaskRun',
      labels,
      pageSize: taskPageSize,
      pageToken: '',
    });
    return page.objects;
  }

  readonly #ask = async (query: RecordsQuery): Promise<RecordsPage> => {
    if (!this.#first) return (this.#first = this.#fetch(query));
    await this.#first.catch((error: unknown) => {
      if (error instanceof ArchiveError && error.state === 'absent') throw error;
    });
    return this.#fetch(query);
  };

  #readerOf(parent: string): ArchiveReader {
    const known = this.#readers.get(parent);
    if (known) return known;
    const reader = new ArchiveReader(parent, this.#ask, () => {
      this.#version += 1;
      this.#listeners.forEach((tell) => tell());
    });
    this.#readers.set(parent, reader);
    return reader;
  }
}
