import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { fieldsOf } from '../domain/fields';
import type { PushEvent } from '../domain/push-event';
import { listenerPort, servicePrefix } from '../k8s/event-listener';
import { asClusterError } from './parse-problem';

/**
 * Sends an event to the listener of a project, through the API server's proxy of its Service, which
 * takes `create` on `services/proxy`. The console passes the event's headers on (openshift/console
 * pkg/proxy drops none but its own), and the API server takes the user's token off before the Service
 * sees the request. The listener answers before it has looked at the event.
 * @returns what the listener calls the event, which is a label of each run that it makes of it
 * (tektoncd/triggers pkg/sink, Response); undefined where it does not say
 * @throws ClusterError
 */
export const sendToListener = async (
  namespace: string,
  { listener, headers, body }: PushEvent,
): Promise<string | undefined> => {
  const service = `http:${servicePrefix}${listener}:${listenerPort}`;
  const path = `/api/kubernetes/api/v1/namespaces/${namespace}/services/${service}/proxy/`;
  const response = await asClusterError(
    consoleFetch(path, { method: 'POST', headers: { ...headers }, body: JSON.stringify(body) }),
  );
  const answer: unknown = await response.json().catch(() => undefined);
  const { eventID } = fieldsOf(answer);
  return typeof eventID === 'string' ? eventID : undefined;
};
