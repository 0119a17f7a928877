import { applyPatch } from 'fast-json-patch';
import type {
  ClusterVerbs,
  JsonPatch,
  Labels,
  RemovePreconditions,
  ResourceRef,
} from '../domain/cluster-verbs';
import { ClusterError } from '../domain/problem';
import type { K8sObject, Manifest, ResourceKind } from '../k8s/resource';
import { nameOf, namespaceOf } from '../k8s/resource';

/** A request that an engine makes. */
export interface Call {
  /** From 0, in the order of the requests. */
  readonly index: number;
  readonly verb: 'get' | 'list' | 'create' | 'dry-run' | 'patch' | 'remove';
  /** The plural name. */
  readonly kind: string;
  readonly namespace: string;
  /** Empty for a list. */
  readonly name: string;
}

/** Refuses a request, or lets another actor in before it is served. */
export type Interceptor = (call: Call) => void;

const keyOf = ({ kind, namespace = '', name }: ResourceRef): string =>
  `${kind.plural} ${namespace}/${name}`;

const patchedWith = (object: K8sObject, patch: JsonPatch): K8sObject => {
  try {
    return applyPatch(structuredClone(object), patch, true).newDocument;
  } catch (error) {
    throw new ClusterError({ code: 'invalid', message: String(error) });
  }
};

/**
 * A cluster that keeps objects in memory, with what the engines rely on: names that are taken,
 * dry runs that write nothing and give the server's time, preconditions by uid and version, and
 * garbage collection by owner references, at once or some time later.
 */
export class MemoryCluster implements ClusterVerbs {
  /** The server's clock in milliseconds: every request takes a second. */
  time = Date.parse('2026-03-01T10:00:00Z');
  readonly calls: Call[] = [];
  /** Whether what has lost its owner stays until somebody pauses. */
  collectsLate = false;
  /** Sees the cluster after every write: what a watch could see. */
  onWrite?: () => void;
  /** When a request's turn comes: never at once, as over a network. */
  turn: () => Promise<void> = () => Promise.resolve();
  private readonly objects = new Map<string, K8sObject>();
  private readonly gone = new Set<string | undefined>();
  private uids = 0;
  private version = 0;

  private interceptor?: Interceptor;
  private lostAnswer?: (call: Call) => ClusterError | undefined;

  /** From now on, each request passes this interceptor, and none before. Counting starts anew. */
  intercept(interceptor: Interceptor): void {
    this.interceptor = interceptor;
    this.calls.length = 0;
  }

  /** From now on, a request for which there is a problem is served, and its answer lost to it. */
  loseAnswer(lostAnswer: (call: Call) => ClusterError | undefined): void {
    this.lostAnswer = lostAnswer;
    this.calls.length = 0;
  }

  /** The keys of all objects with the objects but for their versions, as text that can be compared. */
  snapshot(): string[] {
    return [...this.objects]
      .map(([key, { metadata, ...rest }]) => {
        const meta = { ...metadata, resourceVersion: undefined };
        return `${key} ${JSON.stringify({ ...rest, metadata: meta })}`;
      })
      .sort();
  }

  /** `PLURAL NAMESPACE/NAME` of all objects, sorted. */
  names(): string[] {
    return [...this.objects.keys()].sort();
  }

  /** All objects of a kind, for another actor than the engine. */
  all(kind: ResourceKind): K8sObject[] {
    const isOfKind = ([key]: [string, K8sObject]): boolean => key.startsWith(`${kind.plural} `);
    return [...this.objects].filter(isOfKind).map(([, object]) => object);
  }

  /** An object as it is now, for another actor than the engine. */
  object(kind: ResourceKind, namespace: string, name: string): K8sObject | undefined {
    return this.objects.get(keyOf({ kind, namespace, name }));
  }

  /** What another actor writes: created, or replaced by an object with a new uid. */
  put(kind: ResourceKind, object: K8sObject): void {
    const ref = { kind, namespace: namespaceOf(object), name: nameOf(object) };
    const uid = object.metadata?.uid ?? this.newUid();
    this.store(ref, { ...object, metadata: { ...object.metadata, uid } });
  }

  /** What another actor deletes, with what it owns. */
  drop(kind: ResourceKind, namespace: string, name: string): void {
    const key = keyOf({ kind, namespace, name });
    const uid = this.objects.get(key)?.metadata?.uid;
    this.objects.delete(key);
    this.collectGarbage(uid);
  }

  get(ref: ResourceRef): Promise<K8sObject | undefined> {
    return this.serve('get', ref, () => this.objects.get(keyOf(ref)));
  }

  list(kind: ResourceKind, namespace: string, labels: Labels): Promise<K8sObject[]> {
    const wanted = Object.entries(labels);
    return this.serve('list', { kind, namespace, name: '' }, () =>
      [...this.objects]
        .filter(([key]) => key.startsWith(`${kind.plural} ${namespace}/`))
        .map(([, object]) => object)
        .filter(({ metadata }) =>
          wanted.every(([label, value]) => metadata?.labels?.[label] === value),
        ),
    );
  }

  create(
    kind: ResourceKind,
    manifest: Manifest,
    options?: { dryRun: boolean },
  ): Promise<K8sObject> {
    const dryRun = options?.dryRun ?? false;
    const ref = { kind, namespace: namespaceOf(manifest), name: nameOf(manifest) };
    return this.serve(dryRun ? 'dry-run' : 'create', ref, () => {
      if (this.objects.has(keyOf(ref)))
        throw new ClusterError({ code: 'already-exists', message: `${keyOf(ref)} exists` });
      const creationTimestamp = new Date(this.time).toISOString().replace('.000Z', 'Z');
      const metadata = { ...manifest.metadata, uid: this.newUid(), creationTimestamp };
      const created = structuredClone({ ...manifest, metadata });
      return dryRun ? created : this.store(ref, created);
    });
  }

  patch(ref: ResourceRef, patch: JsonPatch, options?: { dryRun: boolean }): Promise<K8sObject> {
    const dryRun = options?.dryRun ?? false;
    return this.serve(dryRun ? 'dry-run' : 'patch', ref, () => {
      const found = this.objects.get(keyOf(ref));
      if (!found) throw new ClusterError({ code: 'not-found', message: `no ${keyOf(ref)}` });
      const patched = patchedWith(found, patch);
      if (patched.metadata?.resourceVersion !== found.metadata?.resourceVersion)
        throw new ClusterError({ code: 'conflict', message: `${keyOf(ref)} was changed` });
      return dryRun ? patched : this.store(ref, patched);
    });
  }

  remove(ref: ResourceRef, { uid, resourceVersion }: RemovePreconditions): Promise<void> {
    return this.serve('remove', ref, () => {
      const { metadata } = this.objects.get(keyOf(ref)) ?? {};
      const isOther = metadata?.uid !== uid;
      if (resourceVersion === undefined && isOther) return;
      if (
        metadata &&
        (isOther || metadata.resourceVersion !== (resourceVersion ?? metadata.resourceVersion))
      )
        throw new ClusterError({ code: 'conflict', message: `${keyOf(ref)} was changed` });
      this.objects.delete(keyOf(ref));
      this.collectGarbage(uid);
      this.onWrite?.();
    });
  }

  pause(): Promise<void> {
    for (const owner of this.gone) this.collect(owner);
    this.gone.clear();
    return Promise.resolve();
  }

  private store(ref: ResourceRef, object: K8sObject): K8sObject {
    this.version += 1;
    const metadata = { ...object.metadata, resourceVersion: String(this.version) };
    const stored = structuredClone({ ...object, metadata });
    this.objects.set(keyOf(ref), stored);
    this.onWrite?.();
    return stored;
  }

  private newUid(): string {
    this.uids += 1;
    return `uid-${this.uids}`;
  }

  private async serve<T>(verb: Call['verb'], ref: ResourceRef, action: () => T): Promise<T> {
    await this.turn();
    this.time += 1000;
    const { kind, namespace = '', name } = ref;
    const call: Call = { index: this.calls.length, verb, kind: kind.plural, namespace, name };
    this.calls.push(call);
    this.interceptor?.(call);
    const answer = structuredClone(action());
    const lost = this.lostAnswer?.(call);
    if (lost) throw lost;
    return answer;
  }

  private collectGarbage(owner: string | undefined): void {
    if (this.collectsLate) this.gone.add(owner);
    else this.collect(owner);
  }

  private collect(owner: string | undefined): void {
    for (const [key, { metadata }] of [...this.objects]) {
      const owned = metadata?.ownerReferences?.some(({ uid }) => uid === owner);
      if (!owned || !this.objects.delete(key)) continue;
      this.collect(metadata?.uid);
    }
  }
}

/** What the API server says to somebody without the permission. */
export const forbidden = (): ClusterError =>
  new ClusterError({ code: 'forbidden', message: 'not allowed' });
