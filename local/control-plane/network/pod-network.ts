import { run } from '../process/shell';
import { withoutIPv6 } from './bridge';
import type { Bridge } from './bridge';

/** The network of one pod. */
export interface PodNetwork {
  readonly address: string;
  /** As `nsenter --net` takes it. */
  readonly file: string;
  close(): Promise<void>;
}

/** Gives out network namespaces, each with an address of its own on the bridge. */
export class PodNetworks {
  private given = 0;

  constructor(private readonly bridge: Bridge) {}

  async open(): Promise<PodNetwork> {
    const n = this.given;
    this.given += 1;
    const { bridge } = this;
    const namespace = bridge.namespaceOf(n);
    const address = bridge.podAddress(n);
    const outside = `itv${process.pid.toString(36)}-${n.toString(36)}`;
    await run(['ip', 'netns', 'add', namespace]);
    await run(
      ['ip', '-batch', '-'],
      `link add ${outside} type veth peer name eth0 netns ${namespace}\n` +
        `link set ${outside} ${withoutIPv6.join(' ')} master ${bridge.name} up\n`,
    );
    await run(
      ['ip', '-n', namespace, '-batch', '-'],
      `link set lo up\naddr add ${address}/16 dev eth0\nlink set eth0 up\n`,
    );
    return {
      address,
      file: `/run/netns/${namespace}`,
      close: async () => {
        // The pair of interfaces goes with the namespace.
        await run(['ip', 'netns', 'del', namespace]);
      },
    };
  }
}
