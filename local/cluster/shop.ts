import { startChain, type Chain } from './chain/chain';
import { believableDelays, type Delays, type LogLine } from './chain/context';
import { registerChainControls } from './chain/controls';
import { startCluster, type ClusterOptions, type LocalCluster } from './cluster';
import { seed, type SeedOptions } from './seed/seed';

export type ShopOptions = ClusterOptions &
  Partial<SeedOptions> & {
    /** What people expect of a cluster where it is absent. */
    delays?: Delays;
    onLog?: (line: LogLine) => void;
  };

/** A running cluster with the event chain and the shop in it. */
export interface Shop extends LocalCluster {
  readonly chain: Chain;
  /** The latest lines of the pods' logs, oldest first. */
  readonly logs: readonly LogLine[];
}

const keptLines = 500;

/** Starts a cluster with the event chain, filled with the shop. */
export const startShop = async ({
  delays = believableDelays,
  listenerRole = true,
  onLog,
  controllers = [],
  ...options
}: ShopOptions = {}): Promise<Shop> => {
  const logs: LogLine[] = [];
  let chain: Chain | undefined;
  const cluster = await startCluster({
    ...options,
    controllers: [
      (context) => {
        const started = startChain(context, {
          delays,
          onLog: (line) => {
            logs.push(line);
            logs.splice(0, logs.length - keptLines);
            onLog?.(line);
          },
        });
        registerChainControls(context, started, logs);
        seed(context.store, { listenerRole });
        chain = started;
        return started;
      },
      ...controllers,
    ],
  });
  if (chain === undefined) {
    throw new Error('The cluster has not started its controllers.');
  }
  return { ...cluster, chain, logs };
};
