import type { ChainContext } from '../context';
import { attributesOf } from '../../rbac/authorizer';
import { serviceAccountUser, type User } from '../../rbac/user';
import { resources } from '../../resources';
import type { WorkInProgress } from '../work-in-progress';
import { serviceAccountOf } from '../workload/deployment';
import type { Program } from '../workload/pod-runner';
import type { ListenerRequest, ListenerResponse } from './listener';
import { Listener } from './listener';

const {
  eventListeners,
  triggers,
  triggerBindings,
  triggerTemplates,
  interceptors,
  clusterInterceptors,
  clusterTriggerBindings,
} = resources;

const inNamespace = [eventListeners, triggers, triggerBindings, triggerTemplates, interceptors];
const inCluster = [clusterInterceptors, clusterTriggerBindings];

/** The informers that cannot sync for want of rights; the pod is not ready before all of them did. */
const forbiddenReads = ({ authorizer }: ChainContext, user: User, namespace: string): string[] =>
  [...inNamespace, ...inCluster].flatMap((definition) =>
    ['list', 'watch']
      .filter((verb) => {
        const scope = inNamespace.includes(definition) ? { namespace } : {};
        return !authorizer.allows(user, attributesOf({ definition, verb, ...scope }));
      })
      .map((verb) => `${verb} ${definition.kind.plural}`),
  );

/** Every form in which the cluster's DNS knows a Service; the namespace may go without saying. */
const hostPattern =
  /^http:\/\/el-([^.:/]+)(?:\.([^.:/]+)(?:\.svc(?:\.cluster\.local)?)?)?:8080(?:\/|$)/;

/** The running listeners, as cluster DNS and Services reach them. */
export class Listeners {
  readonly #running = new Map<string, Listener>();
  readonly #failing = new Set<string>();

  /** The program of the pods of an EventListener's Deployment (cmd/eventlistenersink/main.go). */
  program(context: ChainContext, work: WorkInProgress): Program {
    return (deployment) => {
      const { namespace = '', ownerReferences = [] } = deployment.metadata;
      const name = ownerReferences.find(({ kind }) => kind === 'EventListener')?.name ?? '';
      const user = serviceAccountUser(namespace, serviceAccountOf(deployment));
      const forbidden = forbiddenReads(context, user, namespace);
      if (forbidden.length > 0) {
        const problem = `User "${user.name}" cannot ${forbidden.join(', ')}`;
        throw new Error(`failed to start informers: ${problem}`);
      }
      const key = `${namespace}/${name}`;
      const listener = new Listener(context, work, { name, namespace, user });
      this.#running.set(key, listener);
      return {
        stop: () => {
          if (this.#running.get(key) === listener) {
            this.#running.delete(key);
          }
        },
      };
    };
  }

  /** @param key `NAMESPACE/NAME` of the EventListener */
  setFailing(key: string, isFailing: boolean): void {
    if (isFailing) {
      this.#failing.add(key);
    } else {
      this.#failing.delete(key);
    }
  }

  /**
   * The answer of the listener behind a URL; undefined where the connection is refused.
   *
   * @param from the namespace of the pod that asks, in which its resolver searches first
   */
  deliver(request: ListenerRequest, from = ''): ListenerResponse | undefined {
    const [, name = '', namespace = from] = hostPattern.exec(request.url) ?? [];
    const key = `${namespace}/${name}`;
    return this.#failing.has(key)
      ? { code: 500, body: {} }
      : this.#running.get(key)?.receive(request);
  }
}
