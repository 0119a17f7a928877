import { isRecord } from '../cluster/object';
import type { Controls } from './api/door';
import type { ServiceProxy } from './network/service-proxy';
import type { PodRunner } from './pods/pod-runner';

/** What a control plane lets others do to it. */
interface Controlled {
  readonly pods: Pick<PodRunner, 'setRunning'>;
  readonly services: Pick<ServiceProxy, 'setFailing'>;
  restartApiServer(): Promise<void>;
}

const isTexts = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((text) => typeof text === 'string');

const recordOf = (body: unknown): Record<string, unknown> => (isRecord(body) ? body : {});

/**
 * The same for other processes: `pods` takes `{ namespace, labels, running }`, `services` takes
 * `{ service, failing }`, `api-server` restarts it.
 */
export const handlersFor = ({
  pods,
  services,
  ...controlPlane
}: Controlled): Controls['handlers'] => ({
  pods: async (body) => {
    const { namespace, labels, running } = recordOf(body);
    if (typeof namespace !== 'string' || !isTexts(labels) || typeof running !== 'boolean')
      throw new Error('A choice of pods is { namespace, labels, running }.');
    await pods.setRunning({ namespace, labels }, running);
  },
  services: (body) => {
    const { service, failing } = recordOf(body);
    if (typeof service !== 'string' || typeof failing !== 'boolean')
      throw new Error('A choice of a service is { service, failing }.');
    services.setFailing(service, failing);
  },
  'api-server': () => controlPlane.restartApiServer(),
});
