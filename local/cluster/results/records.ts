import type { K8sObject } from '../../../src/k8s/resource';
import type { RecordType } from '../../../src/k8s/results-record';
import type { Stored } from '../object';
import type { StoreEvent } from '../event-queue';
import type { Store } from '../store';

/** What is kept of an object, whether it still exists or not. */
export interface KeptRecord {
  readonly parent: string;
  /** Of the object: it names its record, too. */
  readonly uid: string;
  readonly type: RecordType;
  readonly createTime: string;
  readonly object: Stored;
}

const typeOf = ({ apiVersion, kind }: K8sObject): RecordType | undefined => {
  switch (`${apiVersion ?? ''}.${kind ?? ''}`) {
    case 'tekton.dev/v1.PipelineRun':
      return 'tekton.dev/v1.PipelineRun';
    case 'tekton.dev/v1.TaskRun':
      return 'tekton.dev/v1.TaskRun';
    default:
      return undefined;
  }
};

/** Keeps PipelineRuns and TaskRuns from now on, as they were last seen (tektoncd/results pkg/watcher/reconciler). */
export class Records {
  readonly #records = new Map<string, KeptRecord>();
  readonly stop: () => void;

  constructor(private readonly store: Store) {
    this.stop = store.watch(({ object }: StoreEvent) => this.#keep(object));
  }

  /** Newest first. */
  list(): KeptRecord[] {
    return [...this.#records.values()].reverse();
  }

  #keep(object: Stored): void {
    const type = typeOf(object);
    if (type === undefined) {
      return;
    }
    const { uid, namespace = '' } = object.metadata;
    const createTime = this.#records.get(uid)?.createTime ?? this.store.clock.now().toISOString();
    this.#records.set(uid, { parent: namespace, uid, type, createTime, object });
  }
}
