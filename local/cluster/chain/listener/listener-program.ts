import type { ChainContext } from '../context';
import { serviceAccountUser } from '../../rbac/user';
import type { WorkInProgress } from '../work-in-progress';
import { environmentOf, serviceAccountOf } from '../workload/deployment';
import type { Program } from '../workload/pod-runner';
import { Informers } from './informers';
import type { ListenerRequest, ListenerResponse } from './listener';
import { Listener } from './listener';

/** By which client-go asks whether it may begin a watch with a list (features/envvar.go). */
const watchListVariable = 'KUBE_FEATURE_WatchListClient';

/** Every form in which the cluster's DNS knows a Service; the namespace may go without saying. */
const hostPattern =
  /^http:\/\/el-([^.:/]+)(?:\.([^.:/]+)(?:\.svc(?:\.cluster\.local)?)?)?:8080(?:\/|$)/;

/** The running listeners, as cluster DNS and Services reach them. */
export class Listeners {
  readonly #running = new Map<string, Listener>();
  readonly #failing = new Set<string>();

  /**
   * The program of the pods of an EventListener's Deployment (cmd/eventlistenersink/main.go): it
   * listens once all of its informers have been filled (knative.dev/pkg controller.StartInformers).
   */
  program(context: ChainContext, work: WorkInProgress): Program {
    return (deployment) => {
      const { namespace = '', ownerReferences = [] } = deployment.metadata;
      const name = ownerReferences.find(({ kind }) => kind === 'EventListener')?.name ?? '';
      const user = serviceAccountUser(namespace, serviceAccountOf(deployment));
      const variables = environmentOf(context.store, deployment);
      const listsFirst = variables.get(watchListVariable) === 'false';
      const known = new Informers(context, { user, namespace, listsFirst });
      const missing = known.start();
      if (missing.length > 0) {
        known.stop();
        throw new Error(
          `failed to start informers: User "${user.name}" cannot ${missing.join(', ')}`,
        );
      }
      const key = `${namespace}/${name}`;
      const listener = new Listener(context, work, { name, namespace, user, known });
      this.#running.set(key, listener);
      return {
        stop: () => {
          known.stop();
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
