import type { ApiServerSource } from '../../k8s/api-server-source';
import { eventListenerKind, servicePrefix } from '../../k8s/event-listener';
import { namespaceOf } from '../../k8s/resource';
import { textOf } from './items';

/** Names an object of a known kind. */
export interface ObjectRef {
  readonly namespace: string;
  readonly name: string;
}

const listenerBehind = (namespace: string, service: string): ObjectRef | undefined =>
  service.startsWith(servicePrefix)
    ? { namespace, name: service.slice(servicePrefix.length) }
    : undefined;

const hostOf = (uri: string): string | undefined => {
  try {
    return new URL(uri).hostname;
  } catch {
    // No URL: the source is not ready, and says so itself.
    return undefined;
  }
};

/** The kinds that a sink can refer to, each with the listener behind an object of it. */
const referred: Readonly<Record<string, (ref: ObjectRef) => ObjectRef | undefined>> = {
  [eventListenerKind.kind]: (ref) => ref,
  Service: ({ namespace, name }) => listenerBehind(namespace, name),
};

/**
 * The listener to which a source sends: by a reference to it or to its Service, or by the address
 * of its Service, which needs no namespace within the source's own.
 */
export const listenerOfSink = (source: ApiServerSource): ObjectRef | undefined => {
  const { ref, uri } = source.spec?.sink ?? {};
  const own = namespaceOf(source);
  if (ref) {
    const { kind, name, namespace = own } = ref;
    return Object.hasOwn(referred, kind)
      ? referred[kind]?.({ namespace: textOf(namespace), name: textOf(name) })
      : undefined;
  }
  const [service = '', namespace = own, zone = 'svc'] = hostOf(textOf(uri))?.split('.') ?? [];
  return zone === 'svc' ? listenerBehind(namespace, service) : undefined;
};
