import { isDeepStrictEqual } from 'node:util';
import { apiVersionOf, nameOf, namespaceOf, type K8sObject } from '../../src/k8s/resource';
import type { Admission, Operation } from './admission';
import {
  alreadyExists,
  badRequest,
  forbidden,
  invalid,
  noSuchResource,
  notFound,
} from './api-error';
import type { Clock } from './clock';
import type { StoreListener } from './event-queue';
import { fieldOf, type ObjectKey, type Stored } from './object';
import { generatedName, metadataErrors } from './object-meta';
import { checkUpdate, counted, createdObject, keyOf, updatedObject } from './registry-rules';
import type { WriteOptions } from './registry-rules';
import { checkPreconditions, finalizersOnDelete, isFinal, type RemoveOptions } from './removal';
import type { ResourceDefinition } from './resource-definition';
import { resources, type ResourceRegistry } from './resources';
import type { LabelMatcher } from '../../src/k8s/label-selector';
import { Storage } from './storage';
import { sealed } from './stored-object';

export interface ListOptions {
  namespace?: string;
  name?: string;
  labels?: LabelMatcher;
}

interface StoreParts {
  clock: Clock;
  admission: Admission;
  registry: ResourceRegistry;
}

const nameAttempts = 8;

/**
 * The objects of the cluster, with the rules of the API server's registry: names, versions,
 * generations, conflicts, finalizers. Synchronous, in memory, without authorization.
 * Objects are frozen: to change one, write a changed copy.
 */
export class Store {
  readonly clock: Clock;
  readonly admission: Admission;
  readonly registry: ResourceRegistry;
  readonly #storage = new Storage();

  constructor({ clock, admission, registry }: StoreParts) {
    this.clock = clock;
    this.admission = admission;
    this.registry = registry;
  }

  /** The version of the last write. */
  get resourceVersion(): number {
    return this.#storage.version;
  }

  /** The object, or undefined where there is none. */
  find<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    key: ObjectKey,
  ): Stored<T> | undefined {
    return this.#storage.find(definition, key);
  }

  /** @throws ApiError NotFound */
  get<T extends K8sObject>(definition: ResourceDefinition<T>, key: ObjectKey): Stored<T> {
    const object = this.find(definition, key);
    if (object === undefined) {
      throw notFound(definition, key.name);
    }
    return object;
  }

  /** The selected objects, by namespace and name. */
  list<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    { namespace, name, labels }: ListOptions = {},
  ): Stored<T>[] {
    return this.#storage
      .list(definition, namespace)
      .filter(
        ({ metadata }) =>
          (name === undefined || metadata.name === name) &&
          (labels === undefined || labels(metadata.labels ?? {})),
      );
  }

  /**
   * Takes in a new object: gives it a name (from generateName), uid, version and creation time.
   * A status is dropped where the kind has a status subresource, unless it is written whole.
   *
   * @throws ApiError Invalid, AlreadyExists, NotFound (of the namespace), or a validator's
   */
  create<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    object: NoInfer<T>,
    { dryRun = false, whole = false }: WriteOptions = {},
  ): Stored<T> {
    if (!this.registry.serves(definition)) {
      throw noSuchResource();
    }
    const namespace = this.#namespaceFor(definition, object);
    const name = this.#nameFor(definition, object);
    const parts = { name, namespace, clock: this.clock, whole };
    const created = this.#admit(definition, createdObject(definition, object, parts), 'CREATE');
    if (this.find(definition, created.metadata) !== undefined) {
      throw alreadyExists(definition, name);
    }
    return dryRun ? created : this.#storage.keep(definition, created);
  }

  /**
   * Replaces an object. Nothing is written, told or counted where nothing changes.
   *
   * @throws ApiError NotFound, Conflict (stale version or other uid), Invalid, or a validator's
   */
  update<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    object: NoInfer<T>,
    options: WriteOptions = {},
  ): Stored<T> {
    const existing = this.get(definition, keyOf(object));
    checkUpdate(definition, object, existing);
    const { whole = false } = options;
    const next = updatedObject(definition, object, { existing, whole });
    return this.#replace(definition, next, options);
  }

  /**
   * Replaces the status of an object and nothing else.
   *
   * @throws ApiError as update does
   */
  updateStatus<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    object: NoInfer<T>,
    options: WriteOptions = {},
  ): Stored<T> {
    const existing = this.get(definition, keyOf(object));
    checkUpdate(definition, object, existing);
    return this.#replace(definition, { ...existing, status: fieldOf(object, 'status') }, options);
  }

  /**
   * Deletes an object, or marks it as being deleted where finalizers hold it.
   *
   * @returns its last state
   * @throws ApiError NotFound, or Conflict where a precondition does not hold
   */
  remove<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    key: ObjectKey,
    options: RemoveOptions = {},
  ): Stored<T> {
    const existing = this.get(definition, key);
    checkPreconditions(definition, existing, options);
    if (options.dryRun === true || existing.metadata.deletionTimestamp !== undefined) {
      return existing;
    }
    const marked = sealed(definition, {
      ...existing,
      metadata: {
        ...existing.metadata,
        deletionTimestamp: this.clock.timestamp(),
        deletionGracePeriodSeconds: 0,
        finalizers: finalizersOnDelete(existing, options),
      },
    });
    return isFinal(marked)
      ? this.#storage.purge(definition, existing)
      : this.#storage.keep(definition, marked);
  }

  /** Tells a listener of every write from now on, until the returned function is called. */
  watch(listener: StoreListener): () => void {
    return this.#storage.watch(listener);
  }

  /** Namespaces must exist and must not be terminating (plugin NamespaceLifecycle). */
  #namespaceFor(definition: ResourceDefinition, object: K8sObject): string | undefined {
    if (!definition.kind.namespaced) {
      return undefined;
    }
    const namespace = namespaceOf(object);
    if (namespace === '') {
      throw badRequest('an empty namespace may not be set during creation');
    }
    const { status } = this.get(resources.namespaces, { name: namespace });
    if (status?.phase === 'Terminating') {
      throw forbidden(
        definition,
        nameOf(object),
        `unable to create new content in namespace ${namespace} because it is being terminated`,
      );
    }
    return namespace;
  }

  #nameFor(definition: ResourceDefinition, { metadata = {} }: K8sObject): string {
    const { name = '', generateName = '', namespace } = metadata;
    if (name !== '' || generateName === '') {
      return name;
    }
    const names = Array.from({ length: nameAttempts }, () => generatedName(generateName));
    const free = names.find((one) => this.find(definition, { name: one, namespace }) === undefined);
    return free ?? generatedName(generateName);
  }

  /** Completes and checks an object that is about to be written. */
  #admit<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    object: K8sObject,
    operation: Operation,
  ): Stored<T> {
    const { kind } = definition;
    const typed = { ...object, apiVersion: apiVersionOf(kind), kind: kind.kind };
    const completed = this.admission.complete(definition, typed);
    const errors = metadataErrors(definition, completed);
    if (errors.length > 0) {
      throw invalid(definition, nameOf(completed), errors);
    }
    const admitted = sealed(definition, completed);
    this.admission.validate(definition, admitted, operation);
    return admitted;
  }

  #replace<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    next: K8sObject & { metadata: ObjectKey },
    { dryRun = false }: WriteOptions,
  ): Stored<T> {
    const existing = this.get(definition, next.metadata);
    const admitted = this.#admit(definition, next, 'UPDATE');
    if (isDeepStrictEqual(admitted, existing)) {
      return existing;
    }
    const updated = counted(definition, admitted, existing);
    if (!dryRun && isFinal(updated)) {
      return this.#storage.purge(definition, updated);
    }
    return dryRun ? updated : this.#storage.keep(definition, updated);
  }
}
