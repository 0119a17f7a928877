import { relayName } from '../../src/domain/marks';
import type { StreamRef } from '../../src/domain/push';
import { receiverName, sourceName } from '../../src/domain/relay-names';
import { apiServerSourceKind } from '../../src/k8s/api-server-source';
import { eventListenerKind } from '../../src/k8s/event-listener';
import type { ApiClient, Kind } from './api-client';
import type { ClusterUnderTest, ListenerState, SourceRef } from './cluster-under-test';
import { untilReadyIs } from './readiness';

/** The sources and the listener of a scenario's triggers. */
export class Relay {
  constructor(
    private readonly cluster: ClusterUnderTest,
    private readonly client: ApiClient,
    private readonly namespace: string,
  ) {}

  /** Waits until pushes to a stream reach the listener. */
  async untilReady(stream: StreamRef): Promise<void> {
    await this.untilPartsReady(receiverName(stream.namespace), this.sourceOf(stream).name);
  }

  /** Waits until a source reaches a listener, whoever made them. */
  async untilPartsReady(listener: string, source: string): Promise<void> {
    await this.until(true, eventListenerKind, listener);
    await this.until(true, apiServerSourceKind, source);
  }

  /** Takes the source of a stream down. */
  async stopSource(stream: StreamRef): Promise<void> {
    const source = this.sourceOf(stream);
    await this.cluster.stopSource(source);
    await this.until(false, apiServerSourceKind, source.name);
  }

  /** Starts the source of a stream again. */
  async startSource(stream: StreamRef): Promise<void> {
    await this.cluster.startSource(this.sourceOf(stream));
    await this.untilReady(stream);
  }

  /** Kills the source of a stream and starts it again at once. */
  async restartSource(stream: StreamRef): Promise<void> {
    await this.cluster.stopSource(this.sourceOf(stream));
    await this.cluster.startSource(this.sourceOf(stream));
  }

  /** Takes the listener down, or lets it answer 500, or lets it run again. */
  async setListener(state: ListenerState): Promise<void> {
    const listener = { namespace: this.namespace, name: relayName };
    await this.cluster.setListener(listener, state);
    await this.until(state !== 'down', eventListenerKind, listener.name);
  }

  private sourceOf({ namespace }: StreamRef): SourceRef {
    return { namespace: this.namespace, name: sourceName(namespace) };
  }

  private until(isReady: boolean, kind: Kind, name: string): Promise<void> {
    const { client, namespace, cluster } = this;
    return untilReadyIs(isReady, { client, kind, key: { namespace, name } }, cluster.patienceMs);
  }
}
