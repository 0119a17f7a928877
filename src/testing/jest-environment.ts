import JsdomEnvironment from 'jest-environment-jsdom';
import { WebSocket } from 'ws';
import { shortDelays } from '../../local/cluster/chain/context';
import { startShop, type Shop } from '../../local/cluster/shop';
import type { ServerFlags } from '../../local/console/host/server-flags';
import { resultsAlias } from '../k8s/results-record';
import type { ClusterHarness } from './cluster-harness';

/** The console's paths to the cluster, and to Tekton Results, which a local cluster serves itself. */
const prefixes = [
  '/api/kubernetes/',
  `/api/proxy/plugin/image-triggers-plugin/${resultsAlias}/`,
] as const;

const serverFlags: ServerFlags = {
  basePath: '/',
  plugin: 'image-triggers-plugin',
  users: [],
  user: '',
  canPush: false,
  cluster: 'spec',
};

/**
 * jsdom with what it lacks of a browser, and a server behind `/api/kubernetes`: a local cluster, as the
 * user whom the spec has chosen. Clusters are started out here, where node's modules are the real ones.
 */
export class ConsoleEnvironment extends JsdomEnvironment {
  private readonly clusters: Shop[] = [];
  /** Requests of the page that are not answered yet. */
  private readonly underWay = new Set<Promise<Response>>();
  private access?: { url: string; token: string };

  private upstream(url: string): { url: string; authorization: string } {
    const { pathname, search } = new URL(url, this.global.location.href);
    const prefix = prefixes.find((one) => pathname.startsWith(one));
    if (this.access === undefined || prefix === undefined) {
      throw new Error(`Nothing answers at ${url} in a spec.`);
    }
    return {
      url: `${this.access.url}/${pathname.slice(prefix.length)}${search}`,
      authorization: `Bearer ${this.access.token}`,
    };
  }

  private readonly fetchAsUser = async (
    path: string,
    init: RequestInit = {},
  ): Promise<Response> => {
    // Whether a local cluster has Tekton Results, it says itself.
    if (path.endsWith('/proxies.json')) return Response.json([resultsAlias]);
    const { url, authorization } = this.upstream(path);
    const headers = new Headers(init.headers);
    headers.set('Authorization', authorization);
    const answer = fetch(url, { ...init, headers });
    this.underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.underWay.delete(answer);
    }
  };

  private socketClass() {
    const upstream = (url: string) => this.upstream(url);
    return class extends WebSocket {
      constructor(address: string | URL) {
        const { url, authorization } = upstream(String(address));
        super(url, { headers: { authorization }, origin: new URL(url).origin });
        // A browser's socket does not throw where nobody listens to its errors; node's would.
        this.on('error', () => undefined);
      }
    };
  }

  private readonly harness: ClusterHarness = {
    start: async (options) => {
      const cluster = await startShop({ delays: shortDelays, ...options });
      this.clusters.push(cluster);
      return cluster;
    },
    connect: (access) => {
      this.access = access;
    },
    request: async ({ url }, { method, path, body }) => {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { Authorization: 'Bearer admin-token', 'Content-Type': type },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
      return response.json() as Promise<unknown>;
    },
    closeAll: async () => {
      // What a page still does while it goes away must not go on in the next test's cluster.
      while (this.underWay.size > 0) {
        await Promise.allSettled(this.underWay);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all(this.clusters.splice(0).map((cluster) => cluster.close()));
    },
  };

  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, {
      fetch: this.fetchAsUser,
      WebSocket: this.socketClass(),
      Headers,
      Request,
      Response,
      TextEncoder,
      TextDecoder,
      structuredClone,
      SERVER_FLAGS: serverFlags,
      clusterHarness: this.harness,
    });
  }

  override async teardown(): Promise<void> {
    await this.harness.closeAll();
    await super.teardown();
  }
}

export default ConsoleEnvironment;
