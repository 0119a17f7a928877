import type { StoreEvent } from '../../event-queue';
import type { Stored } from '../../object';
import { resources } from '../../resources';
import type { ChainContext } from '../context';
import { withVerdicts } from './conditions';
import { availability, replicasOf } from './deployment';
import { isPodOf, showPods } from './pods';
import { report } from './reconcile';

/** What runs in a pod; it is told when the pod ends. */
export interface Process {
  stop(): void;
}

/**
 * Starts what the pods of a Deployment run. Throws what their log says where they cannot become
 * ready; the start is tried again when somebody's rights have changed.
 */
export type Program = (deployment: Stored) => Process;

interface Pod {
  process: Process;
  generation: number;
}

const rbac = new Set<unknown>([
  resources.roles,
  resources.roleBindings,
  resources.clusterRoles,
  resources.clusterRoleBindings,
]);

/** Whether a write may have changed what somebody may do. */
export const changesRights = ({ definition }: StoreEvent): boolean => rbac.has(definition);

const keyOf = ({ metadata }: Stored): string => `${metadata.namespace ?? ''}/${metadata.name}`;

const ownerOf = ({ metadata }: Stored): { kind: string; name: string } =>
  metadata.ownerReferences?.find(({ controller }) => controller) ?? { kind: '', name: '' };

/**
 * Scheduler, kubelet and Deployment controller in one: runs a Deployment's program after a while and
 * reports its status and its pods. A changed spec rolls: the new process starts, then the old one ends.
 */
export class PodRunner {
  readonly #context: ChainContext;
  readonly #programs: ReadonlyMap<string, Program>;
  readonly #pods = new Map<string, Pod>();
  readonly #halted = new Set<string>();
  readonly #unwatch: () => void;

  /** @param programs by the kind of the Deployment's controller; other Deployments just get ready */
  constructor(context: ChainContext, programs: ReadonlyMap<string, Program>) {
    this.#context = context;
    this.#programs = programs;
    this.#unwatch = context.store.watch((event) => {
      this.#observe(event);
    });
  }

  /** Takes the pods of a controller's Deployment down, or lets them start again. */
  setRunning(
    controller: { kind: string; namespace: string; name: string },
    isRunning: boolean,
  ): void {
    const deployments = this.#context.store
      .list(resources.deployments, { namespace: controller.namespace })
      .filter((one) => {
        const owner = ownerOf(one);
        return owner.kind === controller.kind && owner.name === controller.name;
      });
    for (const deployment of deployments) {
      const key = keyOf(deployment);
      if (isRunning) {
        this.#halted.delete(key);
        this.#startLater(key);
      } else {
        this.#halted.add(key);
        this.#end(key);
        this.#report(deployment, false);
      }
    }
  }

  stop(): void {
    this.#unwatch();
    [...this.#pods.keys()].forEach((key) => {
      this.#end(key);
    });
  }

  #observe(event: StoreEvent): void {
    if (changesRights(event)) {
      this.#context.store
        .list(resources.deployments)
        .map(keyOf)
        .filter((key) => !this.#pods.has(key))
        .forEach((key) => {
          this.#startLater(key);
        });
    }
    if (event.definition === resources.pods && event.type === 'DELETED') {
      this.#replace(event.object);
    }
    if (event.definition !== resources.deployments) {
      return;
    }
    const key = keyOf(event.object);
    if (event.type === 'DELETED') {
      this.#end(key);
      this.#halted.delete(key);
      return;
    }
    if (event.type === 'ADDED') {
      this.#report(event.object, false);
    }
    if (this.#pods.get(key)?.generation !== event.object.metadata.generation) {
      this.#startLater(key);
    }
  }

  /** A pod that somebody deletes ends at once; a new one takes its place after a while. */
  #replace({ metadata }: Stored): void {
    const owners = new Set(metadata.ownerReferences?.map(({ uid }) => uid));
    const deployment = this.#context.store
      .list(resources.deployments, { namespace: metadata.namespace })
      .find(({ metadata: { uid } }) => owners.has(uid));
    if (!deployment || !isPodOf(deployment, metadata.name)) {
      return;
    }
    const key = keyOf(deployment);
    if (this.#pods.has(key)) {
      this.#end(key);
      this.#report(deployment, false);
      this.#startLater(key);
    }
  }

  #startLater(key: string): void {
    const { timers, delays } = this.#context;
    timers.after(delays.podStart, () => {
      this.#start(key);
    });
  }

  #start(key: string): void {
    const [namespace = '', name = ''] = key.split('/');
    const deployment = this.#context.store.find(resources.deployments, { namespace, name });
    const generation = deployment?.metadata.generation ?? 0;
    const running = this.#pods.get(key);
    if (deployment === undefined || this.#halted.has(key) || running?.generation === generation) {
      return;
    }
    if (replicasOf(deployment) === 0) {
      this.#end(key);
      this.#report(deployment, true);
      return;
    }
    try {
      const program = this.#programs.get(ownerOf(deployment).kind);
      const process = program?.(deployment) ?? { stop: () => undefined };
      running?.process.stop();
      this.#pods.set(key, { process, generation });
      this.#report(deployment, true);
    } catch (error) {
      this.#context.log(key, error instanceof Error ? error.message : String(error));
      this.#report(deployment, running !== undefined);
    }
  }

  #end(key: string): void {
    this.#pods.get(key)?.process.stop();
    this.#pods.delete(key);
  }

  #report(deployment: Stored, isReady: boolean): void {
    const { store } = this.#context;
    showPods(store, deployment, isReady);
    report(store, resources.deployments, {
      key: deployment.metadata,
      status: (current) => {
        const replicas = replicasOf(current);
        const { name, generation } = current.metadata;
        return {
          observedGeneration: generation,
          replicas,
          updatedReplicas: replicas,
          ...(isReady
            ? { readyReplicas: replicas, availableReplicas: replicas }
            : { unavailableReplicas: replicas }),
          conditions: withVerdicts(
            current.status?.conditions,
            availability(isReady, name),
            store.clock.timestamp(),
          ),
        };
      },
    });
  }
}
