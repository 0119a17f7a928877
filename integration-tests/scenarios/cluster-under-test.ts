import type { Subject } from '../../src/k8s/role-binding';

/** Whom every cluster under test must be able to log in. */
export type PersonName = 'admin' | 'namespace-admin' | 'editor' | 'viewer';

/** Somebody with rights of their own; `admin` may do everything, the others nothing by themselves. */
export interface Person {
  readonly token: string;
  /** By which a RoleBinding gives them rights. */
  readonly subject: Subject;
}

/** Names an ApiServerSource. */
export interface SourceRef {
  readonly namespace: string;
  readonly name: string;
}

/** Names an EventListener. */
export interface ListenerRef {
  readonly namespace: string;
  readonly name: string;
}

/** What the pod of a listener does with requests: take them, not be there, or answer 500. */
export type ListenerState = 'running' | 'down' | 'failing';

/**
 * A cluster that the scenarios can run on. Everything that the Kubernetes API itself can do, they
 * do through it; here is only what differs from cluster to cluster. OpenShift's image API, Tekton
 * Pipelines and Triggers and Knative Eventing are installed.
 */
export interface ClusterUnderTest {
  readonly name: string;
  /** Of the API server, without a path. */
  readonly url: string;
  readonly people: Readonly<Record<PersonName, Person>>;
  /**
   * Whether it is thrown away at its end: then what costs it nothing may stay until then. To delete
   * namespaces, with two requests for each kind, was a third of all requests to the API server.
   */
  readonly isThrownAway: boolean;
  /** How long the cluster may take for anything that it does by itself. */
  readonly patienceMs: number;
  /** Lets at least so many seconds pass on the cluster's clock; what takes less is then over. */
  later(seconds: number): Promise<void>;
  /** Takes the adapter of a source down; what changes meanwhile is never sent. */
  stopSource(source: SourceRef): Promise<void>;
  startSource(source: SourceRef): Promise<void>;
  setListener(listener: ListenerRef, state: ListenerState): Promise<void>;
  /** Ends the API server at once and starts it again; resolves when it answers. */
  restartApiServer(): Promise<void>;
  /** Ends the cluster, or leaves it as it was found. */
  close(): Promise<void>;
}

/** Makes a cluster ready for scenarios that run one after another, or hands out a shared one. */
export type StartCluster = () => Promise<ClusterUnderTest>;
