import type { Outage } from '../outage';
import type { Authorizer } from '../rbac/authorizer';
import type { Store } from '../store';
import type { Timers } from './timers';

/** How long things take, in milliseconds. */
export interface Delays {
  /** From a Deployment to its ready pod. */
  podStart: number;
  /** From an event's arrival at the listener to the end of a trigger's interceptors. */
  interceptors: number;
  /** From a PipelineRun to its start. */
  runPending: number;
  /** The least and the most that a PipelineRun takes from its start to its end. */
  run: readonly [least: number, most: number];
  /** The wait before the first retry of a send; it doubles with each retry. */
  sendRetry: number;
  /** From a watch that ends or is refused to the next attempt; of listeners it doubles each time. */
  rewatch: number;
}

/** What people expect of a cluster, shortened a little. The retries are the real ones. */
export const believableDelays: Delays = {
  podStart: 900,
  interceptors: 150,
  runPending: 600,
  run: [2_000, 6_000],
  sendRetry: 100,
  // client-go tools/cache/reflector.go defaultBackoffInit.
  rewatch: 800,
};

/** As good as none, for specs. */
export const shortDelays: Delays = {
  podStart: 10,
  interceptors: 0,
  runPending: 5,
  run: [10, 20],
  sendRetry: 2,
  rewatch: 20,
};

/** A line of a pod's log: the only place where the chain says that it dropped something. */
export interface LogLine {
  /** RFC 3339, by the cluster's clock. */
  time: string;
  /** `NAMESPACE/NAME` of the Deployment, or the controller that speaks. */
  pod: string;
  message: string;
}

/** What the parts of the event chain share. */
export interface ChainContext {
  readonly store: Store;
  readonly authorizer: Authorizer;
  readonly outage: Outage;
  readonly timers: Timers;
  readonly delays: Delays;
  readonly log: (pod: string, message: string) => void;
}
