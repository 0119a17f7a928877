import type { Admission } from './admission';
import type { Clock } from './clock';
import type { EventLog } from './event-log';
import type { Pager } from './http/pager';
import type { Authorizer } from './rbac/authorizer';
import type { ResourceRegistry } from './resources';
import type { Store } from './store';

/** The parts of one cluster's API server. */
export interface ApiContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly admission: Admission;
  readonly registry: ResourceRegistry;
  readonly authorizer: Authorizer;
  readonly log: EventLog;
  readonly pager: Pager;
}
