import { fieldOf, isRecord } from '../../object';
import { resources } from '../../resources';
import type { Store } from '../../store';
import { interceptWithCel, type InterceptorRequest } from '../cel/interceptor';
import type { Headers } from '../header';
import type { ListenerRequest, ListenerResponse } from './listener';

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const serviceOf = (interceptor: object): Record<string, unknown> =>
  recordOf(recordOf(recordOf(fieldOf(interceptor, 'spec')).clientConfig).service);

/** Which of the interceptors of a server an Interceptor or ClusterInterceptor means. */
export const servedPathOf = (interceptor: object): string => textOf(serviceOf(interceptor).path);

/** Where a ClusterInterceptor is served (pkg/apis/triggers/v1alpha1 ResolveAddress). */
const addressOf = (interceptor: object): string => {
  const { name, namespace, path, port } = serviceOf(interceptor);
  const host = `${textOf(name)}.${textOf(namespace)}.svc.cluster.local`;
  return `https://${host}:${JSON.stringify(port)}/${textOf(path)}`;
};

const headersOf = (value: unknown): Headers =>
  Object.fromEntries(
    Object.entries(recordOf(value)).map(([name, values]) => [name, [values].flat().map(textOf)]),
  );

/** Null, as which nothing can be said of it, for a body that is no JSON. */
const parseBody = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return null;
  }
};

/** A request as it is sent (pkg/apis/triggers/v1beta1 InterceptorRequest). */
const requestOf = (
  sent: Record<string, unknown>,
  context: Record<string, unknown>,
): InterceptorRequest => ({
  body: parseBody(textOf(sent.body)),
  header: headersOf(sent.header),
  requestURL: textOf(context.event_url),
  extensions: recordOf(sent.extensions),
  params: Object.entries(recordOf(sent.interceptor_params)).map(([name, value]) => ({
    name,
    value,
  })),
});

const answerAsCel = (text: string): ListenerResponse => {
  try {
    const sent: unknown = JSON.parse(text);
    if (isRecord(sent) && isRecord(sent.context))
      return { code: 200, body: interceptWithCel(requestOf(sent, sent.context)) };
    const status = { code: 3, message: 'no request context passed' };
    return { code: 200, body: { continue: false, status } };
  } catch (error) {
    return { code: 400, body: `failed to parse body as InterceptorRequest: ${String(error)}` };
  }
};

/**
 * The server of Triggers' own interceptors, of which only `cel` is there (tektoncd/triggers
 * pkg/interceptors/server/server.go ExecuteInterceptor). Undefined where none has the address.
 */
export const answerAsInterceptor = (
  store: Store,
  { url, body }: ListenerRequest,
): ListenerResponse | undefined => {
  const found = store
    .list(resources.clusterInterceptors)
    .find((interceptor) => addressOf(interceptor) === url);
  if (found === undefined) return undefined;
  return servedPathOf(found) === 'cel'
    ? answerAsCel(body)
    : { code: 501, body: `The interceptor ${found.metadata.name} is not part of this cluster.` };
};
