import type { TriggerInterceptor } from '../../../../src/k8s/trigger';
import { notFound } from '../../api-error';
import { resources } from '../../resources';
import type { Store } from '../../store';
import { interceptWithCel, type InterceptorResponse } from '../cel/interceptor';
import type { ListenerEvent } from './event';

/**
 * Runs the interceptors of a trigger one after the other, each with the extensions of those before
 * it. Only the ClusterInterceptor `cel` is there to answer (pkg/sink/sink.go ExecuteInterceptors).
 *
 * Throws where an interceptor cannot be called.
 */
export const intercept = (
  store: Store,
  interceptors: readonly TriggerInterceptor[],
  { event, extensions }: { event: ListenerEvent; extensions: Record<string, unknown> },
): InterceptorResponse => {
  let added = extensions;
  for (const { ref, params = [] } of interceptors) {
    const name = ref?.name ?? '';
    const interceptor = store.find(resources.clusterInterceptors, { name });
    if (name !== 'cel' || interceptor === undefined) {
      const { message } = notFound(resources.clusterInterceptors, name);
      throw new Error(`url resolution failed for interceptor ${name} with: ${message}`);
    }
    const response = interceptWithCel({
      body: event.body,
      header: event.header,
      requestURL: event.requestURL,
      extensions: added,
      params: params.map((param) => ({ name: param.name, value: param.value })),
    });
    if (!response.continue) {
      return response;
    }
    added = { ...added, ...response.extensions };
  }
  return { continue: true, extensions: added };
};
