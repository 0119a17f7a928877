import { archivedRunOf } from '../../domain/archive';
import type { Archive, ArchiveState } from '../../domain/archive';
import { managedLabels } from '../../domain/marks';
import type { Run } from '../../domain/run';
import type { RecordsQuery } from '../../k8s/results-record';
import type { K8sObject } from '../../k8s/resource';
import { ArchiveError } from './records';
import type { RecordsPage } from './records';

/** How records are read. @throws ArchiveError */
export type FetchRecords = (query: RecordsQuery) => Promise<RecordsPage>;

/** About 2 MB, at 8 kB a PipelineRun. */
const pageSize = 200;

/** So many runs are kept of one reader: about 1 kB each. */
export const mostArchivedRuns = 5_000;

/** How far a reading has come. */
interface Position {
  readonly token: string;
  /** RFC 3339: of the last record that was read. */
  readonly oldest: string | undefined;
  /** How many records were read. */
  readonly count: number;
  readonly isEnd: boolean;
}

const start: Position = { token: '', oldest: undefined, count: 0, isEnd: false };

/** Reads the runs of one namespace, or of all, that Tekton Results has: the newest first, page by page. */
export class ArchiveReader {
  /** The same object until something changes. */
  current: Archive = { state: { state: 'reading' }, runs: [] };
  #position = start;
  /** In milliseconds since 1970: up to where somebody wants to look back. */
  #wanted = Infinity;
  #isReading = false;
  #runs = new Map<string, Run>();
  /** Those of them that were read since it last began. */
  #fresh = new Map<string, Run>();

  constructor(
    private readonly parent: string,
    private readonly fetch: FetchRecords,
    private readonly changed: () => void,
  ) {}

  /** Reads on, if need be, until all runs are there that were made since a time. */
  want(since: number): void {
    if (since >= this.#wanted) return;
    this.#wanted = since;
    if (!this.#isRefused() && !this.#hasEnough(this.#position)) this.#tell({ state: 'reading' });
    void this.#read();
  }

  /** Reads from the beginning: runs have left the cluster. What was read stays meanwhile. */
  again(): void {
    if (this.#wanted === Infinity || this.#isRefused()) return;
    this.#position = start;
    this.#fresh = new Map();
    void this.#read();
  }

  /** Asks once more for what was refused, or failed. */
  retry(): void {
    if (!this.#isRefused()) return;
    this.#tell({ state: 'reading' });
    void this.#read();
  }

  /** Takes in what was read otherwise. */
  take(objects: readonly K8sObject[]): void {
    this.#keep(objects);
    this.#tell(this.current.state);
  }

  /** What has failed once is not asked again and again, but when somebody wants it. */
  #isRefused(): boolean {
    return !['reading', 'read'].includes(this.current.state.state);
  }

  #hasEnough({ oldest, isEnd }: Position): boolean {
    return isEnd || (oldest !== undefined && Date.parse(oldest) < this.#wanted);
  }

  async #read(): Promise<void> {
    if (this.#isReading || this.#isRefused()) return;
    this.#isReading = true;
    try {
      while (!this.#hasEnough(this.#position)) await this.#readPage();
      this.#runs = new Map(this.#fresh);
      this.#tell({ state: 'read', cutAt: this.#cutAt() });
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      const { state, problem } = error;
      this.#tell(state === 'absent' ? { state } : { state, problem });
    } finally {
      this.#isReading = false;
    }
  }

  async #readPage(): Promise<void> {
    const begun = this.#position;
    const page = await this.fetch({
      parent: this.parent,
      type: 'tekton.dev/v1.PipelineRun',
      labels: managedLabels,
      pageSize,
      pageToken: begun.token,
    });
    this.#keep(page.objects);
    // Unless it was to begin anew meanwhile.
    if (this.#position === begun) {
      const count = begun.count + page.objects.length;
      const isEnd = page.next === '' || count >= mostArchivedRuns;
      this.#position = { token: page.next, oldest: page.oldest ?? begun.oldest, count, isEnd };
    }
    this.#tell(this.current.state);
  }

  /** From where on older ones are not known, because there are too many. */
  #cutAt(): string | undefined {
    const { token, oldest, isEnd } = this.#position;
    return isEnd && token !== '' ? oldest : undefined;
  }

  #keep(objects: readonly K8sObject[]): void {
    for (const object of objects) {
      const run = archivedRunOf(object);
      if (!run) continue;
      this.#runs.set(run.uid, run);
      this.#fresh.set(run.uid, run);
    }
  }

  #tell(state: ArchiveState): void {
    this.current = { state, runs: [...this.#runs.values()] };
    this.changed();
  }
}
