import assert from 'node:assert/strict';
import { eventListenerKind } from '../../src/k8s/event-listener';
import { conditionOf } from '../../src/k8s/resource';
import type { Condition, K8sObject } from '../../src/k8s/resource';
import type { ApiClient, Key, Kind } from './api-client';
import { eventually } from './eventually';

type Conditioned = K8sObject & { status?: { conditions?: Condition[] } };

/** An object with conditions, and who looks at it. */
export interface Watched {
  readonly client: ApiClient;
  readonly kind: Kind;
  readonly key: Key;
}

const conditionsOf = async ({ client, kind, key }: Watched): Promise<Condition[] | undefined> =>
  (await client.get<Conditioned>(kind, key))?.status?.conditions;

/**
 * The status of Ready, once it says something: a listener is Ready for the moment that its new
 * Deployment has no conditions yet (tektoncd/triggers v1beta1 event_listener_types.go,
 * SetReadyCondition).
 */
const readyIn = (
  kind: Kind,
  conditions: Condition[] | undefined,
): Condition['status'] | undefined =>
  kind === eventListenerKind && !conditionOf(conditions, 'Available')
    ? undefined
    : conditionOf(conditions, 'Ready')?.status;

/** The status of the condition Ready; undefined where there is none that says something. */
export const readyOf = async (watched: Watched): Promise<Condition['status'] | undefined> =>
  readyIn(watched.kind, await conditionsOf(watched));

/** Waits until an object is Ready, or is not. */
export const untilReadyIs = async (
  isReady: boolean,
  watched: Watched,
  patienceMs: number,
): Promise<void> => {
  await eventually(patienceMs, async () => {
    const conditions = await conditionsOf(watched);
    const seen = `${watched.kind.kind} ${watched.key.name}: ${JSON.stringify(conditions)}`;
    assert.equal(readyIn(watched.kind, conditions) === 'True', isReady, seen);
  });
};
