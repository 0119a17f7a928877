import type { Shop, startShop } from '../../local/cluster/shop';

/**
 * What the jest environment offers to a spec. The clusters run outside the browser's environment, as
 * a cluster does: specs and the page reach them over HTTP and WebSocket.
 */
export interface ClusterHarness {
  /** Starts a cluster with the seeded shop and the chain, as fast as it goes, for one test. */
  start: (options?: Parameters<typeof startShop>[0]) => Promise<Shop>;
  /** From now on `/api/kubernetes` is this cluster, and the page acts as the user of this token. */
  connect: (access: { url: string; token: string }) => void;
  /**
   * Sends a request to a cluster as its admin, whoever the page acts as, and answers its JSON. Specs
   * write this way: their own `resources` are not those by which the cluster's store tells watches.
   *
   * @throws Error if it is refused
   */
  request: (
    cluster: Shop,
    request: { method: 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown },
  ) => Promise<unknown>;
  /** Ends all clusters that were started. */
  closeAll: () => Promise<void>;
}

declare global {
  interface Window {
    clusterHarness: ClusterHarness;
  }
}
