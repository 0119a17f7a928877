import type { ApiObject } from '../api/client';

/** A Service, as far as it is about addresses. */
export interface Service extends ApiObject {
  readonly spec: {
    readonly clusterIP?: string;
    readonly ports?: readonly { readonly name?: string; readonly port: number }[];
  };
}

/** An EndpointSlice (discovery.k8s.io/v1), as far as it is about addresses. */
export interface EndpointSlice extends ApiObject {
  readonly ports?: readonly { readonly name?: string; readonly port?: number }[] | null;
  readonly endpoints?:
    | readonly {
        readonly addresses: readonly string[];
        readonly conditions?: { readonly ready?: boolean };
      }[]
    | null;
}

/** Where connections to a service go. */
export interface Backend {
  readonly address: string;
  readonly port: number;
}

/** A port of a service that has an address of its own. */
export interface ServicePort {
  /** `NAME.NAMESPACE` */
  readonly service: string;
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** `NAME.NAMESPACE` of a service, or of the service of a slice. */
export const serviceName = ({ metadata }: ApiObject): string =>
  `${metadata.labels?.['kubernetes.io/service-name'] ?? metadata.name}.${metadata.namespace ?? ''}`;

export const keyOfSlice = ({ metadata }: EndpointSlice): string =>
  `${metadata.namespace ?? ''}/${metadata.name}`;

/** The ports of a service; none of one that is headless. */
export const portsOf = (service: Service): ServicePort[] => {
  const { clusterIP, ports = [] } = service.spec;
  if (clusterIP === undefined || clusterIP === 'None') return [];
  return ports.map(({ name = '', port }) => ({
    service: serviceName(service),
    name,
    address: clusterIP,
    port,
  }));
};

/** The addresses of the pods of a slice that are ready. */
export const readyAddresses = ({ endpoints }: EndpointSlice): string[] =>
  (endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready !== false)
    .flatMap(({ addresses }) => addresses);

/** Where a slice takes connections to a port of its service: to the pods that are ready. */
export const backendsOf = (slice: EndpointSlice, name: string): Backend[] => {
  const port = (slice.ports ?? []).find((candidate) => (candidate.name ?? '') === name)?.port;
  return port === undefined ? [] : readyAddresses(slice).map((address) => ({ address, port }));
};
