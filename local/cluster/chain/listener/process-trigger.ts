import { randomUUID } from 'node:crypto';
import type { K8sObject } from '../../../../src/k8s/resource';
import type { TriggerSpec } from '../../../../src/k8s/trigger';
import type { TriggerTemplateSpec } from '../../../../src/k8s/trigger-template';
import { fieldOf, isRecord } from '../../object';
import { serviceAccountUser, type User } from '../../rbac/user';
import { resources } from '../../resources';
import type { ChainContext } from '../context';
import type { NamedValue } from '../trigger/binding-params';
import { resolveParams } from '../trigger/binding-params';
import { parseResource, renderTemplate } from '../trigger/template';
import { createAs } from './create-as';
import type { ListenerEvent } from './event';
import type { Reader } from './informers';
import { intercept } from './interceptors';
import type { SelectedTrigger } from './select-triggers';

/** The listener on whose behalf a trigger runs. */
export interface ListenerPod {
  name: string;
  namespace: string;
  user: User;
  known: Reader;
}

const isNamedValue = (value: unknown): value is NamedValue =>
  isRecord(value) && typeof value.name === 'string' && typeof value.value === 'string';

const paramsOf = (binding: K8sObject): NamedValue[] => {
  const spec = fieldOf(binding, 'spec');
  const params: unknown = isRecord(spec) ? spec.params : [];
  return Array.isArray(params) ? params.filter(isNamedValue) : [];
};

/** pkg/template/resource.go resolveBindingsToParams. */
const bindingParams = (
  known: Reader,
  namespace: string,
  bindings: TriggerSpec['bindings'] = [],
): NamedValue[] => {
  const params = bindings.flatMap(({ name = '', value, ref = '', kind }) => {
    if (name !== '' && value !== undefined) {
      return [{ name, value }];
    }
    const binding =
      kind === 'ClusterTriggerBinding'
        ? known.get(resources.clusterTriggerBindings, { name: ref })
        : known.get(resources.triggerBindings, { name: ref, namespace });
    return paramsOf(binding);
  });
  const names = params.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new Error(`failed to resolve bindings: duplicate param name: ${repeated}`);
  }
  return params;
};

const isTemplateSpec = (value: unknown): value is TriggerTemplateSpec => isRecord(value);

const templateOf = (known: Reader, { namespace, spec }: SelectedTrigger): TriggerTemplateSpec => {
  const inline = fieldOf(spec.template, 'spec');
  if (isTemplateSpec(inline)) {
    return inline;
  }
  const { ref = '' } = spec.template;
  return known.get(resources.triggerTemplates, { name: ref, namespace }).spec ?? {};
};

/** A trigger's own ServiceAccount is impersonated, which the listener's must be allowed to do. */
const creatorOf = (
  { authorizer }: ChainContext,
  { user }: ListenerPod,
  { namespace, spec: { serviceAccountName = '' } }: SelectedTrigger,
): User => {
  if (serviceAccountName === '') {
    return user;
  }
  const definition = resources.serviceAccounts;
  const name = serviceAccountName;
  authorizer.require(user, { definition, verb: 'impersonate', namespace, name });
  return serviceAccountUser(namespace, serviceAccountName);
};

/**
 * Runs a trigger for an event: interceptors, bindings, template, creates. A filter that is not true
 * ends it without a word, the first failed create ends it too (pkg/sink/sink.go processTrigger).
 *
 * Rejects with what the listener's log then says.
 */
export const processTrigger = async (
  context: ChainContext,
  listener: ListenerPod,
  delivery: {
    trigger: SelectedTrigger;
    event: ListenerEvent;
    extensions: Record<string, unknown>;
  },
): Promise<void> => {
  const { trigger, event, extensions } = delivery;
  const { known } = listener;
  const response = intercept(known, trigger.spec.interceptors ?? [], {
    namespace: trigger.namespace,
    event,
    extensions,
  });
  if (!response.continue) {
    return;
  }
  const params = bindingParams(known, trigger.namespace, trigger.spec.bindings);
  const template = templateOf(known, trigger);
  const values = resolveParams(params, template.params ?? [], {
    body: event.body,
    header: event.header,
    extensions: response.extensions,
    eventId: event.id,
  });
  const user = creatorOf(context, listener, trigger);
  const uid = randomUUID();
  const origin = { eventListener: listener.name, trigger: trigger.name, eventId: event.id };
  for (const resource of template.resourcetemplates ?? []) {
    const object = parseResource(renderTemplate(resource, values, uid), origin);
    const namespace = object.metadata?.namespace ?? trigger.namespace;
    await createAs(context, user, { ...object, metadata: { ...object.metadata, namespace } });
  }
};
