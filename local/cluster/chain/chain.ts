import type { Outage } from '../outage';
import type { Authorizer } from '../rbac/authorizer';
import type { Store } from '../store';
import type { ChainContext, Delays, LogLine } from './context';
import { registerImageApi } from './image/image-api';
import { startEventListenerController } from './listener/event-listener-controller';
import { answerAsInterceptor } from './listener/interceptor-server';
import type { ListenerRequest, ListenerResponse } from './listener/listener';
import { Listeners } from './listener/listener-program';
import { registerServiceProxy } from './listener/service-proxy';
import { startRunController } from './run/run-controller';
import { adapterProgram } from './source/adapter-program';
import { startSourceController } from './source/source-controller';
import { Timers } from './timers';
import { registerEventingWebhook } from './webhook/eventing-webhook';
import { registerPipelinesWebhook } from './webhook/pipelines-webhook';
import { registerTriggersWebhook } from './webhook/triggers-webhook';
import { WorkInProgress } from './work-in-progress';
import { PodRunner } from './workload/pod-runner';

interface ChainOptions {
  delays: Delays;
  /** Told of every line that a pod of the chain logs. */
  onLog?: (line: LogLine) => void;
}

/** What of a cluster the chain works with. */
interface ChainHost {
  readonly store: Store;
  readonly authorizer: Authorizer;
  readonly outage: Outage;
}

/** What of the chain a caller may switch and see. */
export interface Chain {
  /** Stops or starts the adapter of an ApiServerSource; what changes in between is never sent. */
  setSourceRunning(namespace: string, name: string, isRunning: boolean): void;
  /** Stops or starts the pod of an EventListener; meanwhile its connections are refused. */
  setListenerRunning(namespace: string, name: string, isRunning: boolean): void;
  /** Lets the Service of an EventListener answer 500 to everything, as a proxy before it may. */
  setListenerFailing(namespace: string, name: string, isFailing: boolean): void;
  /** Hands a request to the listener behind a cluster URL; undefined where nothing listens. */
  deliver(request: ListenerRequest): ListenerResponse | undefined;
  /** Resolves when every event is sent or dropped and every trigger has run; runs go on. */
  settled(): Promise<void>;
  /** Ends every pod, controller and timer. */
  stop(): void;
}

const silent = () => undefined;

/**
 * Lets a store behave as a cluster with OpenShift's image API, Tekton Pipelines and Triggers and
 * Knative Eventing does: webhooks, controllers, and the pods that carry events from a push to a run.
 */
export const startChain = (
  { store, authorizer, outage }: ChainHost,
  { delays, onLog = silent }: ChainOptions,
): Chain => {
  const timers = new Timers();
  const work = new WorkInProgress();
  const listeners = new Listeners();
  const context: ChainContext = {
    store,
    authorizer,
    outage,
    timers,
    delays,
    log: (pod, message) => {
      onLog({ time: store.clock.timestamp(), pod, message });
    },
  };

  registerTriggersWebhook(store.admission);
  registerPipelinesWebhook(store.admission);
  registerEventingWebhook(store.admission);
  registerImageApi(store);
  registerServiceProxy(
    store.admission,
    (request) => listeners.deliver(request) ?? answerAsInterceptor(store, request),
  );

  const send = adapterProgram(context, work, (url, { headers, body }, from) => {
    return listeners.deliver({ url, headers, body }, from)?.code ?? 'refused';
  });
  const pods = new PodRunner(
    context,
    new Map([
      ['EventListener', listeners.program(context, work)],
      ['ApiServerSource', send],
    ]),
  );
  const controllers = [
    startEventListenerController(context),
    startSourceController(context),
    startRunController(context),
  ];

  return {
    setSourceRunning: (namespace, name, isRunning) => {
      pods.setRunning({ kind: 'ApiServerSource', namespace, name }, isRunning);
    },
    setListenerRunning: (namespace, name, isRunning) => {
      pods.setRunning({ kind: 'EventListener', namespace, name }, isRunning);
    },
    setListenerFailing: (namespace, name, isFailing) => {
      listeners.setFailing(`${namespace}/${name}`, isFailing);
    },
    deliver: (request) => listeners.deliver(request),
    settled: () => work.settled(),
    stop: () => {
      controllers.forEach((end) => {
        end();
      });
      pods.stop();
      timers.stop();
    },
  };
};
