import { randomUUID } from 'node:crypto';
import type { EventListener } from '../../../../src/k8s/event-listener';
import { isRecord } from '../../object';
import { resources } from '../../resources';
import type { ChainContext } from '../context';
import { canonicalHeaders } from '../header';
import type { WorkInProgress } from '../work-in-progress';
import type { ListenerEvent } from './event';
import { intercept } from './interceptors';
import { processTrigger, type ListenerPod } from './process-trigger';
import { selectTriggers, triggersOf, type SelectedTrigger } from './select-triggers';
import { parseTriggerGroup } from './trigger-group';

export interface ListenerRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface ListenerResponse {
  code: number;
  body: unknown;
}

type Extensions = Record<string, unknown>;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const parseBody = (text: string): Record<string, unknown> => {
  const body: unknown = JSON.parse(text);
  if (!isRecord(body)) {
    throw new SyntaxError('it is no object');
  }
  return body;
};

/**
 * The pod of an EventListener (tektoncd/triggers pkg/sink/sink.go): it answers 202 before it looks at
 * any trigger, then runs them all beside each other. What goes wrong is in its log only.
 */
export class Listener {
  readonly #context: ChainContext;
  readonly #work: WorkInProgress;
  readonly #pod: ListenerPod;

  constructor(context: ChainContext, work: WorkInProgress, pod: ListenerPod) {
    this.#context = context;
    this.#work = work;
    this.#pod = pod;
  }

  /** Takes an event; 400 for a body that is no JSON object, 500 where the EventListener is gone. */
  receive({ url, headers, body }: ListenerRequest): ListenerResponse {
    const { name, namespace, known } = this.#pod;
    const answer = { eventListener: name, namespace };
    let parsed: Record<string, unknown>;
    try {
      parsed = parseBody(body);
    } catch (error) {
      const errorMessage = `Invalid event body format : ${messageOf(error)}`;
      this.#log(errorMessage);
      return { code: 400, body: { ...answer, errorMessage } };
    }
    const listener = known.find(resources.eventListeners, { name, namespace });
    if (listener === undefined) {
      this.#log(`Error getting EventListener ${name} in Namespace ${namespace}`);
      return { code: 500, body: answer };
    }
    const header = canonicalHeaders(headers);
    const event = { body: parsed, header, requestURL: url, id: randomUUID() };
    this.#dispatch(listener, event);
    const eventListenerUID = listener.metadata.uid;
    return { code: 202, body: { ...answer, eventListenerUID, eventID: event.id } };
  }

  #dispatch({ spec = {} }: EventListener, event: ListenerEvent): void {
    const { known, namespace } = this.#pod;
    const { triggers, problems } = triggersOf(known, namespace, spec);
    problems.forEach((problem) => {
      this.#log(problem);
    });
    triggers.forEach((trigger) => {
      this.#start(trigger, event, {});
    });
    spec.triggerGroups?.forEach((group) => {
      this.#startGroup(group, event);
    });
  }

  #start(trigger: SelectedTrigger, event: ListenerEvent, extensions: Extensions): void {
    this.#later(trigger.name, () =>
      processTrigger(this.#context, this.#pod, { trigger, event, extensions }),
    );
  }

  #startGroup(group: unknown, event: ListenerEvent): void {
    const { known, namespace } = this.#pod;
    const { name, interceptors, triggerSelector } = parseTriggerGroup(group);
    this.#later(name, () => {
      const response = intercept(known, interceptors, { namespace, event, extensions: {} });
      if (!response.continue) {
        return;
      }
      selectTriggers(known, namespace, triggerSelector).forEach((trigger) => {
        this.#start(trigger, event, response.extensions);
      });
    });
  }

  /** Runs a trigger on its own: its failure is a line of the log and nobody else's. */
  #later(trigger: string, run: () => void | Promise<void>): void {
    const { timers, delays } = this.#context;
    const work = timers.wait(delays.interceptors).then(async () => {
      try {
        await run();
      } catch (error) {
        this.#log(`trigger ${trigger}: ${messageOf(error)}`);
      }
    });
    void this.#work.track(work);
  }

  #log(message: string): void {
    this.#context.log(`${this.#pod.namespace}/el-${this.#pod.name}`, message);
  }
}
