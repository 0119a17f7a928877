import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { KubeClient } from '../api/client';
import { watchObjects } from '../api/watch';
import { backendsOf, keyOfSlice, portsOf, readyAddresses, serviceName } from './service';
import type { Backend, EndpointSlice, Service, ServicePort } from './service';

/** What a proxy answers that has lost what is behind it. */
const failure = createHttpServer((_request, response) => {
  response.writeHead(500, { Connection: 'close' }).end();
});

/** What the connections to a port of a service are told by. */
interface Behind {
  readonly backends: () => readonly Backend[];
  readonly isFailing: () => boolean;
  readonly opened: (client: Socket) => void;
}

const open = (port: ServicePort, { backends, isFailing, opened }: Behind): Server => {
  const server = createServer((client: Socket) => {
    opened(client);
    if (isFailing()) {
      failure.emit('connection', client);
      return;
    }
    const ready = backends();
    const backend = ready[Math.floor(Math.random() * ready.length)];
    if (backend === undefined) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(backend.port, backend.address);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    client.on('error', end).on('close', end);
    upstream.on('error', end).on('close', end);
    client.pipe(upstream).pipe(client);
  });
  server.on('error', (error) => console.error(`${port.address}:${port.port}: ${error.message}`));
  return server.listen(port.port, port.address);
};

/**
 * kube-proxy and the source of DNS: takes connections to the addresses of services to their ready
 * pods. Where there is none, nobody listens, so that connections are refused as on a real cluster.
 */
export class ServiceProxy {
  private readonly services = new Map<string, Service>();
  private readonly slices = new Map<string, EndpointSlice>();
  private readonly servers = new Map<string, Server>();
  private readonly failing = new Set<string>();
  /** The connections to each service. */
  private readonly clients = new Map<string, Set<Socket>>();

  /** Follows the services of a cluster until the signal. */
  async follow(client: KubeClient, signal: AbortSignal): Promise<void> {
    await watchObjects<Service>(client, '/api/v1/services', {
      signal,
      changed: (service) => this.changeService(service, true),
      gone: (service) => this.changeService(service, false),
    });
    await watchObjects<EndpointSlice>(client, '/apis/discovery.k8s.io/v1/endpointslices', {
      signal,
      changed: (slice) => this.changeSlice(slice, true),
      gone: (slice) => this.changeSlice(slice, false),
    });
    signal.addEventListener('abort', () => this.servers.forEach((server) => server.close()));
  }

  /**
   * The address of a service by `NAME.NAMESPACE.svc`, with or without the cluster's domain: of a
   * headless one, that of a pod which is ready.
   */
  addressOf(name: string): string | undefined {
    const [, service] = /^([^.]+\.[^.]+)\.svc(?:\.cluster\.local)?$/.exec(name) ?? [];
    if (service === undefined) return undefined;
    const address = this.services.get(service)?.spec.clusterIP;
    return address === 'None' ? this.readyPod(service) : address;
  }

  /**
   * Lets a service answer 500 to every request, or reach its pods again. The connections that are
   * open break: requests must not go on as before by them.
   * @param service `NAME.NAMESPACE`
   */
  setFailing(service: string, isFailing: boolean): void {
    if (isFailing) this.failing.add(service);
    else this.failing.delete(service);
    this.clients.get(service)?.forEach((client) => client.destroy());
  }

  private changeService(service: Service, exists: boolean): void {
    if (exists) this.services.set(serviceName(service), service);
    else this.services.delete(serviceName(service));
    this.reconcile();
  }

  private changeSlice(slice: EndpointSlice, exists: boolean): void {
    if (exists) this.slices.set(keyOfSlice(slice), slice);
    else this.slices.delete(keyOfSlice(slice));
    this.reconcile();
  }

  private reconcile(): void {
    const wanted = new Map<string, ServicePort>();
    for (const service of this.services.values()) {
      for (const port of portsOf(service)) {
        if (this.backends(port).length > 0) wanted.set(`${port.address}:${port.port}`, port);
      }
    }
    for (const [key, server] of this.servers) {
      if (wanted.has(key)) continue;
      server.close();
      this.servers.delete(key);
    }
    for (const [key, port] of wanted) {
      if (this.servers.has(key)) continue;
      const behind = {
        backends: () => this.backends(port),
        isFailing: () => this.failing.has(port.service),
        opened: (client: Socket) => this.remember(port.service, client),
      };
      this.servers.set(key, open(port, behind));
    }
  }

  private remember(service: string, client: Socket): void {
    const clients = this.clients.get(service) ?? new Set();
    this.clients.set(service, clients.add(client));
    client.on('close', () => clients.delete(client));
  }

  private backends(port: ServicePort): Backend[] {
    return this.slicesOf(port.service).flatMap((slice) => backendsOf(slice, port.name));
  }

  private readyPod(service: string): string | undefined {
    return this.slicesOf(service).flatMap(readyAddresses)[0];
  }

  private slicesOf(service: string): EndpointSlice[] {
    return [...this.slices.values()].filter((slice) => serviceName(slice) === service);
  }
}
