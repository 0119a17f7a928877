import type { TriggerInterceptor } from '../../../../src/k8s/trigger';
import { notFound } from '../../api-error';
import { resources } from '../../resources';
import { interceptWithCel, type InterceptorResponse } from '../cel/interceptor';
import type { ListenerEvent } from './event';
import type { Reader } from './informers';
import { servedPathOf } from './interceptor-server';

interface Interception {
  /** In which a NamespacedInterceptor is looked for. */
  readonly namespace: string;
  readonly event: ListenerEvent;
  readonly extensions: Record<string, unknown>;
}

/**
 * Runs the interceptors of a trigger one after the other, each with the extensions of those before
 * it (pkg/sink/sink.go ExecuteInterceptors). Whatever they are called, only `cel` is served.
 *
 * Throws where an interceptor cannot be called.
 */
export const intercept = (
  known: Reader,
  interceptors: readonly TriggerInterceptor[],
  { namespace, event, extensions }: Interception,
): InterceptorResponse => {
  let added = extensions;
  for (const { ref, params = [] } of interceptors) {
    const name = ref?.name ?? '';
    const isNamespaced = ref?.kind === 'NamespacedInterceptor';
    const interceptor = isNamespaced
      ? known.find(resources.interceptors, { name, namespace })
      : known.find(resources.clusterInterceptors, { name });
    if (interceptor === undefined || servedPathOf(interceptor) !== 'cel') {
      const definition = isNamespaced ? resources.interceptors : resources.clusterInterceptors;
      const { message } = notFound(definition, name);
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
