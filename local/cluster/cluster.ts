import { Admission } from './admission';
import { Clock } from './clock';
import { EventLog } from './event-log';
import { GarbageCollector } from './garbage-collector';
import { Control, registerControls, type ControlHandler } from './http/control';
import { Faults } from './http/faults';
import { OpenWatches } from './http/open-watches';
import { Pager } from './http/pager';
import { startServer } from './http/server';
import { NamespaceController, registerNamespaceDefaults } from './namespace-controller';
import { registerOpenShift } from './openshift';
import { Outage } from './outage';
import { startRoleAggregation } from './rbac/aggregation';
import { Authorizer } from './rbac/authorizer';
import { bootstrapRoles } from './rbac/bootstrap';
import { registerReviews } from './rbac/reviews';
import { people, type PersonName } from './rbac/user';
import { ResourceRegistry } from './resources';
import { ResultsApi } from './results/results-api';
import { Store } from './store';

/** What a controller works with. */
export interface ClusterContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly admission: Admission;
  readonly authorizer: Authorizer;
  readonly outage: Outage;
  /** Serves a path below `/local/` for the admin token. */
  registerControl(path: string, handler: ControlHandler): void;
}

/** Something that runs beside the API server until it is stopped. */
interface Controller {
  stop(): void;
}

export interface ClusterOptions {
  /** Any free port where it is absent. */
  readonly port?: number;
  /** API groups that are not installed, such as `tekton.dev`. */
  readonly absentGroups?: readonly string[];
  /** Whether Tekton Results is installed. */
  readonly results?: boolean;
  /** Started in this order before the first request, stopped in the opposite one. */
  readonly controllers?: readonly ((context: ClusterContext) => Controller)[];
  /** Who sends requests without a token; nobody who is logged in where it is absent. */
  readonly defaultUser?: PersonName;
  /** How many writes a watch can be behind. */
  readonly watchHistory?: number;
}

/** A running cluster. */
export interface LocalCluster {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly authorizer: Authorizer;
  close(): Promise<void>;
}

const defaultWatchHistory = 20_000;

/** The parts of a cluster, with its built-in controllers started. */
const assemble = (absentGroups: readonly string[], watchHistory: number) => {
  const clock = new Clock();
  const admission = new Admission();
  const registry = new ResourceRegistry(absentGroups);
  const store = new Store({ clock, admission, registry });
  const authorizer = new Authorizer(store);
  const log = new EventLog(store, watchHistory);
  registerNamespaceDefaults(admission);
  registerReviews({ admission, authorizer, clock });
  registerOpenShift({ admission, authorizer, store });
  bootstrapRoles(store);
  const controllers = [
    startRoleAggregation({ store }),
    new GarbageCollector(store),
    new NamespaceController(store),
  ];
  const context = { store, clock, admission, registry, authorizer, log, pager: new Pager() };
  return { context, controllers };
};

/** Starts a cluster on loopback. */
export const startCluster = async ({
  port = 0,
  absentGroups = [],
  results: hasResults = false,
  controllers: starters = [],
  defaultUser,
  watchHistory = defaultWatchHistory,
}: ClusterOptions = {}): Promise<LocalCluster> => {
  const { context, controllers: builtIn } = assemble(absentGroups, watchHistory);
  const { store, clock, admission, authorizer } = context;
  const control = new Control();
  const faults = new Faults();
  const watches = new OpenWatches();
  const outage = new Outage();
  const closing = new AbortController();
  registerControls(control, { ...context, faults, outage, watches });
  const clusterContext: ClusterContext = {
    store,
    clock,
    admission,
    authorizer,
    outage,
    registerControl: (path, handler) => control.register(path, handler),
  };
  const results = hasResults ? new ResultsApi(store, authorizer) : undefined;
  const controllers: Controller[] = [
    ...builtIn,
    ...(results ? [results] : []),
    ...starters.map((start) => start(clusterContext)),
  ];
  const server = await startServer(
    { context, control, faults, results, closing: closing.signal },
    { port, watches, outage, ...(defaultUser && { defaultUser: people[defaultUser] }) },
  );
  return {
    url: server.url,
    store,
    clock,
    authorizer,
    close: async () => {
      closing.abort();
      controllers.reverse().forEach((controller) => controller.stop());
      await server.close();
    },
  };
};
