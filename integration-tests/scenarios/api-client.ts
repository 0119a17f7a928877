import type { JsonPatch, RemovePreconditions } from '../../src/domain/cluster-verbs';
import { ClusterError, problemCodeOf, problemOf } from '../../src/domain/problem';
import { nameOf, namespaceOf } from '../../src/k8s/resource';
import type { K8sObject, Manifest, ResourceKind } from '../../src/k8s/resource';

/** What the API's paths need to know of a kind. */
export type Kind = Pick<ResourceKind, 'apiGroup' | 'apiVersion' | 'kind' | 'plural'>;

/** Names an object of a kind. */
export interface Key {
  readonly namespace?: string;
  readonly name: string;
}

/** Which objects of a kind. */
interface ListOptions {
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

/** A request on its way to the API server. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly kind: Kind;
  /** Absent for a cluster-scoped kind, and for a list of all namespaces. */
  readonly namespace?: string;
  /** Of the object, which a create has in its body only; empty for a list. */
  readonly name: string;
  readonly dryRun: boolean;
}

/** `refused`: the API server never does it. `answer-lost`: it does, and nobody hears of it. */
export type Fault = 'refused' | 'answer-lost';

interface Content {
  readonly type: string;
  readonly body: unknown;
}

interface Call extends ApiRequest {
  readonly subresource?: 'status' | `proxy/${string}`;
  readonly query?: Record<string, string>;
  readonly content?: Content;
}

const serviceKind: Kind = { apiVersion: 'v1', kind: 'Service', plural: 'services' };

interface StatusFields {
  readonly message?: string;
  readonly reason?: string;
}

const asJson = (body: unknown): Content => ({ type: 'application/json', body });

const pathOf = ({ method, kind, namespace, name, subresource }: Call): string => {
  const { apiGroup, apiVersion, plural } = kind;
  const root = apiGroup === undefined ? `/api/${apiVersion}` : `/apis/${apiGroup}/${apiVersion}`;
  const scope = namespace === undefined ? root : `${root}/namespaces/${namespace}`;
  const isCreate = method === 'POST' && subresource === undefined;
  if (isCreate || name === '') return `${scope}/${plural}`;
  const path = `${scope}/${plural}/${name}`;
  return subresource === undefined ? path : `${path}/${subresource}`;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy or a missing API group answers in plain text, which then is the message.
    return { message: text.trim() };
  }
};

/** A request with its whole answer. @throws ClusterError where there is none */
const exchange = async (
  url: URL,
  request: RequestInit,
): Promise<{ response: Response; text: string }> => {
  try {
    const response = await fetch(url, request);
    return { response, text: await response.text() };
  } catch (error) {
    throw new ClusterError({ code: 'network', message: problemOf(error).message });
  }
};

/** A Kubernetes API server over HTTP, as one user. Every method rejects with a `ClusterError`. */
export class ApiClient {
  /** What goes wrong with a request on purpose; the API server does not know. */
  fault: (request: ApiRequest) => Fault | undefined = () => undefined;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Undefined where there is no such object. */
  async get<T extends K8sObject>(kind: Kind, key: Key): Promise<T | undefined> {
    try {
      return await this.send<T>({ method: 'GET', kind, ...key, dryRun: false });
    } catch (error) {
      if (problemOf(error).code === 'not-found') return undefined;
      throw error;
    }
  }

  /** The objects of a namespace, or of all where none is named. */
  async list<T extends K8sObject>(
    kind: Kind,
    { namespace, labelSelector = '', fieldSelector = '' }: ListOptions = {},
  ): Promise<T[]> {
    const query = { labelSelector, fieldSelector };
    const call: Call = { method: 'GET', kind, namespace, name: '', dryRun: false, query };
    const { items } = await this.send<{ items: T[] }>(call);
    return items;
  }

  /** @param options with `dryRun`, nothing is stored */
  async create<T extends K8sObject = K8sObject>(
    kind: Kind,
    manifest: Manifest,
    { dryRun = false }: { dryRun?: boolean } = {},
  ): Promise<T> {
    const namespace = namespaceOf(manifest) || undefined;
    const query = dryRun ? { dryRun: 'All' } : undefined;
    const content = asJson(manifest);
    return this.send({
      method: 'POST',
      kind,
      namespace,
      name: nameOf(manifest),
      dryRun,
      query,
      content,
    });
  }

  /** A JSON patch where the changes are a list, else a merge patch. */
  async patch<T extends K8sObject = K8sObject>(
    kind: Kind,
    key: Key,
    changes: JsonPatch | object,
  ): Promise<T> {
    const form = Array.isArray(changes) ? 'json-patch' : 'merge-patch';
    const content = { type: `application/${form}+json`, body: changes };
    return this.send({ method: 'PATCH', kind, ...key, dryRun: false, content });
  }

  /** What a JSON patch would make of an object; nothing is stored. */
  async tryPatch<T extends K8sObject = K8sObject>(
    kind: Kind,
    key: Key,
    patch: JsonPatch,
  ): Promise<T> {
    const content = { type: 'application/json-patch+json', body: patch };
    const query = { dryRun: 'All' };
    return this.send({ method: 'PATCH', kind, ...key, dryRun: true, query, content });
  }

  /** A merge patch of the status alone, as a controller writes it. */
  async patchStatus(kind: Kind, key: Key, changes: object): Promise<void> {
    const content = { type: 'application/merge-patch+json', body: changes };
    const subresource = 'status';
    await this.send({ method: 'PATCH', kind, ...key, subresource, dryRun: false, content });
  }

  /** Deletes an object; what it owns goes later. */
  async remove(kind: Kind, key: Key, preconditions?: RemovePreconditions): Promise<void> {
    const options = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background' };
    const content = asJson({ ...options, preconditions });
    await this.send({ method: 'DELETE', kind, ...key, dryRun: false, content });
  }

  /**
   * Posts to a Service through the API server's proxy.
   * @param service its name as `SCHEME:NAME:PORT`
   */
  async postToService<T>(service: Key, path: string, body: object): Promise<T> {
    const content = asJson(body);
    const subresource = `proxy/${path}` as const;
    const kind = serviceKind;
    return this.send({ method: 'POST', kind, ...service, subresource, dryRun: false, content });
  }

  private async send<T>(call: Call): Promise<T> {
    const fault = this.fault(call);
    if (fault === 'refused')
      throw new ClusterError({ code: 'unavailable', message: 'refused by the scenario' });
    const answer = await this.fetch(call);
    if (fault === 'answer-lost')
      throw new ClusterError({ code: 'network', message: 'the scenario lost the answer' });
    return answer as T;
  }

  private async fetch(call: Call): Promise<unknown> {
    const { method, query, content } = call;
    const url = new URL(`${pathOf(call)}?${new URLSearchParams(query).toString()}`, this.url);
    const { response, text } = await exchange(url, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.token}`,
        ...(content && { 'Content-Type': content.type }),
      },
      ...(content && { body: JSON.stringify(content.body) }),
    });
    const body = parse(text);
    if (response.ok) return body;
    const { message = response.statusText, reason } = body as StatusFields;
    throw new ClusterError({ code: problemCodeOf(response.status, reason), message });
  }
}
