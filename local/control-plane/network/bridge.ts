import { networkInterfaces } from 'node:os';
import { belongsToNobody } from '../process/run-folder';
import { run } from '../process/shell';

/** What the names of our network namespaces, and of our bridges, begin with. */
const prefixes = { namespace: 'itcp-', bridge: 'itcp' } as const;

/**
 * For `ip link set`: the interface gets no address by itself. A browser on the machine would lose the
 * requests that are under way with each of them (net::ERR_NETWORK_CHANGED), which is with every pod.
 */
export const withoutIPv6 = ['addrgenmode', 'none'] as const;

/**
 * Of the bridge, which is the way to all services. One that was given none takes the lowest of its
 * ports, and so another one with a new pod; the others then send to the old one for half a minute.
 */
const hardwareAddress = '02:00:00:00:00:01';

/** A network of the machine's own, in which every pod and every service has an address. */
export interface Bridge {
  readonly name: string;
  /** Of the machine: the API servers and the DNS server listen here, and nowhere else. */
  readonly address: string;
  /** In CIDR notation; half of the network. */
  readonly serviceRange: string;
  /** The address of the n-th pod, from 0. */
  podAddress(n: number): string;
  /** The name of the n-th pod's network namespace. */
  namespaceOf(n: number): string;
  close(): Promise<void>;
}

const namespacesThat = async (matches: (name: string) => boolean): Promise<string[]> => {
  const lines = (await run(['ip', 'netns', 'list'])).split('\n');
  return lines.map((line) => line.split(' ')[0] ?? '').filter(matches);
};

const removeNamespaces = async (names: readonly string[]): Promise<void> => {
  for (const name of names) await run(['ip', 'netns', 'del', name]);
};

/** Removes what a run left behind that could not take itself down. */
const removeLeftovers = async (): Promise<void> => {
  await removeNamespaces(await namespacesThat((name) => belongsToNobody(name, prefixes.namespace)));
  const links = await run(['ip', '-o', 'link', 'show', 'type', 'bridge']);
  for (const line of links.split('\n')) {
    const name = line.split(': ')[1] ?? '';
    if (belongsToNobody(name, prefixes.bridge)) await run(['ip', 'link', 'del', name]);
  }
};

/** The second number of an address 10.x.0.0 that no interface of the machine has. */
const freeNetwork = (): number => {
  const taken = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address);
  const network = Array.from({ length: 50 }, (_, index) => 200 + index).find(
    (second) => !taken.some((address) => address.startsWith(`10.${second}.`)),
  );
  if (network === undefined) throw new Error('All networks from 10.200 to 10.249 are taken.');
  return network;
};

/**
 * Makes the network of this run.
 * @throws Error where this is not root of a machine with network namespaces
 */
export const makeBridge = async (): Promise<Bridge> => {
  const name = `${prefixes.bridge}${process.pid}`;
  const network = `10.${freeNetwork()}`;
  const address = `${network}.0.1`;
  const serviceRange = `${network}.128.0/17`;
  try {
    await removeLeftovers();
    await run(['ip', 'link', 'add', name, 'address', hardwareAddress, 'type', 'bridge']);
    await run(['ip', 'addr', 'add', `${address}/16`, 'dev', name]);
    await run(['ip', 'link', 'set', name, ...withoutIPv6, 'up']);
    // All addresses of services are the machine's at once: a proxy listens where it wants to.
    await run(['ip', 'route', 'add', 'local', serviceRange, 'dev', name]);
  } catch (cause) {
    throw new Error(
      'The control plane needs root, iproute2 and network namespaces, for each of its pods has its own network.',
      { cause },
    );
  }
  const own = `${prefixes.namespace}${process.pid}-`;
  return {
    name,
    address,
    serviceRange,
    podAddress: (n) => `${network}.${1 + Math.floor(n / 250)}.${1 + (n % 250)}`,
    namespaceOf: (n) => `${own}${n}`,
    close: async () => {
      await removeNamespaces(await namespacesThat((namespace) => namespace.startsWith(own)));
      await run(['ip', 'link', 'del', name]);
    },
  };
};
