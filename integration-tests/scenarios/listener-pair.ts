import { eventListenerManifest } from '../../src/domain/manifests/event-listener';
import { listenerClusterRoleName } from '../../src/domain/marks';
import { eventListenerKind } from '../../src/k8s/event-listener';
import { nameOf } from '../../src/k8s/resource';
import { clusterRoleKind, roleKind } from '../../src/k8s/role';
import type { PolicyRule } from '../../src/k8s/role';
import { serviceAccountKind } from '../../src/k8s/service-account';
import { untilAllowed } from './access';
import type { Key, Kind } from './api-client';
import { allow, object } from './applied';
import type { Applied } from './applied';
import { untilReadyIs } from './readiness';
import type { Watched } from './readiness';
import { rulesOf, withoutRight } from './relay-rights';
import type { Right } from './relay-rights';
import type { ScenarioContext } from './scenario-context';

/** The listener that lacks a right, and one beside it that has them all. */
export const [lame, witness] = ['lame', 'witness'] as const;

const secretKind: Kind = { apiVersion: 'v1', kind: 'Secret', plural: 'secrets' };

/** A Secret, because an EventListener takes no variables of its own with plain values. */
const olderClient = { name: 'older-client', key: 'watch-list', value: 'false' } as const;

/**
 * Lets the listener read as one with client-go before 0.35: lists first, then watches. Triggers
 * 0.35, which OpenShift Pipelines 1.22 ships, has client-go 0.32 (their go.mod); a newer one takes
 * no list where it may watch (client-go features/known_features.go, WatchListClient).
 */
const listsFirst = {
  resources: {
    kubernetesResource: {
      replicas: 1,
      spec: {
        template: {
          spec: {
            containers: [
              {
                env: [
                  {
                    name: 'KUBE_FEATURE_WatchListClient',
                    valueFrom: { secretKeyRef: { name: olderClient.name, key: olderClient.key } },
                  },
                ],
              },
            ],
          },
        },
      },
    },
  },
};

const listenerOf = (
  key: { namespace: string; name: string },
  rules: readonly PolicyRule[],
  extra: object,
): Applied[] => [
  object(serviceAccountKind, key),
  ...allow(key, 'project', [...rules]),
  object(eventListenerKind, key, {
    spec: {
      ...eventListenerManifest({ ...key, streams: key.namespace }).spec,
      serviceAccountName: key.name,
      ...extra,
    },
  }),
];

/** Two listeners in the triggers' project that are handed the same Triggers. */
export class ListenerPair {
  /** What has no project that takes it away. */
  private readonly lasting: Applied[] = [];

  constructor(
    private readonly context: ScenarioContext,
    private readonly right: Right,
  ) {}

  /** Creates objects, one after the other. */
  async apply(objects: readonly Applied[]): Promise<void> {
    for (const one of objects) {
      if (one.manifest.metadata.namespace === undefined) this.lasting.push(one);
      await this.context.admin.create(one.kind, one.manifest);
    }
  }

  /** Starts both, the one that lacks the right first. */
  async start(reads: 'as it likes' | 'lists first'): Promise<void> {
    const { namespace } = this;
    const extra = reads === 'lists first' ? listsFirst : {};
    const { name, key, value } = olderClient;
    const data = { [key]: Buffer.from(value).toString('base64') };
    await this.apply([object(secretKind, { name, namespace }, { data })]);
    const { role } = this.right;
    // A role for the whole cluster is every listener's: the witness gets it once more.
    if (role === 'cluster') {
      await this.apply(allow({ namespace, name: witness }, 'cluster', [...rulesOf.cluster]));
      await this.setClusterRules(withoutRight(rulesOf.cluster, this.right));
      await untilAllowed(this.context, { account: lame, ...this.right }, false);
    }
    const rules =
      role === 'listener' ? withoutRight(rulesOf.listener, this.right) : rulesOf.listener;
    await this.apply(listenerOf({ namespace, name: lame }, rules, extra));
    await this.apply(listenerOf({ namespace, name: witness }, rulesOf.listener, extra));
  }

  /** Gives the one listener the right that it lacks. */
  async giveBack(): Promise<void> {
    if (this.right.role === 'cluster') await this.setClusterRules(rulesOf.cluster);
    else await this.setRules(roleKind, this.keyOf(lame), rulesOf.listener);
  }

  /** Waits until one of them is Ready. */
  untilReady(listener: string): Promise<void> {
    return untilReadyIs(true, this.watched(listener), this.context.cluster.patienceMs);
  }

  watched(listener: string): Watched {
    return { client: this.context.admin, kind: eventListenerKind, key: this.keyOf(listener) };
  }

  /** Leaves the cluster outside of the projects as it was. */
  async close(): Promise<void> {
    if (this.right.role === 'cluster') await this.setClusterRules(rulesOf.cluster);
    for (const { kind, manifest } of this.lasting)
      await this.context.admin.remove(kind, { name: nameOf(manifest) });
  }

  private get namespace(): string {
    return this.context.projects.pipelines;
  }

  private keyOf(name: string): Key {
    return { namespace: this.namespace, name };
  }

  private setClusterRules(rules: readonly PolicyRule[]): Promise<void> {
    return this.setRules(clusterRoleKind, { name: listenerClusterRoleName }, rules);
  }

  private async setRules(kind: Kind, key: Key, rules: readonly PolicyRule[]): Promise<void> {
    await this.context.admin.patch(kind, key, { rules });
  }
}
