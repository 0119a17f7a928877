import type { K8sObject } from '../../src/k8s/resource';
import type { Stored } from './object';
import type { User } from './rbac/user';
import { resourceKeyOf, type ResourceDefinition } from './resource-definition';

export type Operation = 'CREATE' | 'UPDATE';

/** A create of a kind that is answered by a handler instead of the store. */
export interface CreateRequest {
  readonly object: K8sObject;
  /** Absent for cluster-scoped kinds. */
  readonly namespace?: string;
  readonly user: User;
  /** Nothing may be kept; the answer is the would-be object. */
  readonly dryRun: boolean;
}

/** A read or delete of a kind that is answered by a handler instead of the store. */
interface ViewRequest {
  readonly name: string;
  readonly namespace?: string;
  readonly user: User;
}

/** How a kind is served that the store does not hold; a verb without a handler is refused (405). */
export interface View {
  get?(request: ViewRequest): K8sObject;
  list?(request: Omit<ViewRequest, 'name'>): K8sObject[];
  update?(request: CreateRequest): K8sObject;
  remove?(request: ViewRequest): void;
}

/** A kind whose objects are another view of a stored kind's, such as Project of Namespace. */
export interface Derivation {
  readonly from: ResourceDefinition;
  readonly derive: (object: Stored) => Stored;
  /** Whether a user sees an object in lists and watches. */
  readonly isVisible: (object: Stored, user: User) => boolean;
}

/** A request for what is behind an object, such as the proxy of a Service. */
interface ConnectRequest {
  readonly method: string;
  readonly name: string;
  readonly namespace?: string;
  /** The path after the subresource, without a leading slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface ConnectResponse {
  readonly code: number;
  readonly body: string;
  readonly contentType?: string;
}

export type ConnectHandler = (
  request: ConnectRequest,
) => ConnectResponse | Promise<ConnectResponse>;

type Defaulter = (object: K8sObject) => K8sObject;
type Validator = (object: Stored, operation: Operation) => void;
export type CreateHandler = (request: CreateRequest) => K8sObject | Promise<K8sObject>;

/** Where controllers plug in what webhooks and aggregated API servers do on a real cluster. */
export class Admission {
  readonly #defaulters = new Map<string, Defaulter[]>();
  readonly #validators = new Map<string, Validator[]>();
  readonly #createHandlers = new Map<string, CreateHandler>();
  readonly #views = new Map<string, View>();
  readonly #derivations = new Map<string, Derivation>();
  readonly #connectHandlers = new Map<string, ConnectHandler>();

  /** Changes every object of a kind before it is validated, as a mutating webhook does. */
  registerDefaulter<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    complete: (object: T) => K8sObject,
  ): void {
    this.#append(this.#defaulters, definition, (object) =>
      definition.holds(object) ? complete(object) : object,
    );
  }

  /** Checks every object of a kind before it is written; it refuses by throwing an ApiError. */
  registerValidator<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    validate: (object: Stored<T>, operation: Operation) => void,
  ): void {
    this.#append(this.#validators, definition, (object, operation) => {
      if (definition.holds(object)) {
        validate(object, operation);
      }
    });
  }

  /** Answers the creates of a kind that the store does not hold, such as ImageStreamMapping. */
  registerCreateHandler(definition: ResourceDefinition, handler: CreateHandler): void {
    this.#createHandlers.set(resourceKeyOf(definition), handler);
  }

  /** Answers all but the creates of a kind that the store does not hold, such as ImageStreamTag. */
  registerView(definition: ResourceDefinition, view: View): void {
    this.#views.set(resourceKeyOf(definition), view);
  }

  /** Answers reads and watches of a kind from the objects of another. */
  registerDerivation(definition: ResourceDefinition, derivation: Derivation): void {
    this.#derivations.set(resourceKeyOf(definition), derivation);
  }

  /** Answers every method of a subresource such as `proxy` (of services) or `log` (of pods). */
  registerConnectHandler(
    definition: ResourceDefinition,
    subresource: string,
    handler: ConnectHandler,
  ): void {
    this.#connectHandlers.set(`${resourceKeyOf(definition)}/${subresource}`, handler);
  }

  complete(definition: ResourceDefinition, object: K8sObject): K8sObject {
    const defaulters = this.#defaulters.get(resourceKeyOf(definition)) ?? [];
    return defaulters.reduce((completed, complete) => complete(completed), object);
  }

  /** @throws ApiError of the first validator that refuses the object */
  validate(definition: ResourceDefinition, object: Stored, operation: Operation): void {
    for (const validate of this.#validators.get(resourceKeyOf(definition)) ?? []) {
      validate(object, operation);
    }
  }

  createHandlerOf(definition: ResourceDefinition): CreateHandler | undefined {
    return this.#createHandlers.get(resourceKeyOf(definition));
  }

  viewOf(definition: ResourceDefinition): View | undefined {
    return this.#views.get(resourceKeyOf(definition));
  }

  derivationOf(definition: ResourceDefinition): Derivation | undefined {
    return this.#derivations.get(resourceKeyOf(definition));
  }

  connectHandlerOf(
    definition: ResourceDefinition,
    subresource: string,
  ): ConnectHandler | undefined {
    return this.#connectHandlers.get(`${resourceKeyOf(definition)}/${subresource}`);
  }

  #append<T>(registered: Map<string, T[]>, definition: ResourceDefinition, entry: T): void {
    const key = resourceKeyOf(definition);
    registered.set(key, [...(registered.get(key) ?? []), entry]);
  }
}
