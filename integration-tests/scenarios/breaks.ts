import assert from 'node:assert/strict';
import { metadataPath } from '../../src/domain/cluster-verbs';
import type { JsonPatch, ResourceRef } from '../../src/domain/cluster-verbs';
import {
  activeLabel,
  groupLabel,
  listenerAccountName,
  relayName,
  sourceAccountName,
  triggerLabel,
} from '../../src/domain/marks';
import { sourceName, sourceRoleName } from '../../src/domain/relay-names';
import { apiServerSourceKind } from '../../src/k8s/api-server-source';
import { eventListenerKind } from '../../src/k8s/event-listener';
import { networkPolicyKind } from '../../src/k8s/network-policy';
import { apiVersionOf } from '../../src/k8s/resource';
import type { K8sObject, Manifest, ResourceKind } from '../../src/k8s/resource';
import { roleBindingKind } from '../../src/k8s/role-binding';
import { roleKind } from '../../src/k8s/role';
import { serviceAccountKind } from '../../src/k8s/service-account';
import { triggerBindingKind } from '../../src/k8s/trigger-binding';
import { triggerTemplateKind } from '../../src/k8s/trigger-template';
import { triggerKind } from '../../src/k8s/trigger';
import type { ScenarioContext } from './scenario-context';
import { verbsOf } from './verbs';

/** Something that somebody does to a trigger `web` or what it shares, by hand. */
export interface Break {
  readonly title: string;
  readonly run: (context: ScenarioContext) => Promise<void>;
}

const refIn = (
  context: ScenarioContext,
  kind: ResourceKind,
  name: string,
): ResourceRef & { namespace: string } => ({ kind, namespace: context.projects.pipelines, name });

const removeOne = async (context: ScenarioContext, ref: ResourceRef): Promise<K8sObject> => {
  const verbs = verbsOf(context.admin);
  const found = await verbs.get(ref);
  assert.ok(found, `there is a ${ref.kind.kind} ${ref.name}`);
  await verbs.remove(ref, { uid: found.metadata?.uid ?? '' });
  return found;
};

const deleted = (kind: ResourceKind, name: string): Break => ({
  title: `${kind.kind} ${name} deleted`,
  run: async (context) => {
    await removeOne(context, refIn(context, kind, name));
  },
});

const patched = (kind: ResourceKind, name: string, patch: JsonPatch): Break => ({
  title: `${kind.kind} ${name} changed: ${patch.map(({ path }) => path).join(' ')}`,
  run: async (context) => {
    await verbsOf(context.admin).patch(refIn(context, kind, name), patch);
  },
});

const without = (label: string): JsonPatch => [
  { op: 'remove', path: metadataPath('labels', label) },
];

/** A RoleBinding keeps its Role: somebody who wants another one makes it anew. */
const boundToOtherRole: Break = {
  title: `RoleBinding ${listenerAccountName} made anew for another Role`,
  run: async (context) => {
    const found = await removeOne(context, refIn(context, roleBindingKind, listenerAccountName));
    const { name = '', namespace, labels, annotations } = found.metadata ?? {};
    const manifest: Manifest & Record<string, unknown> = {
      ...found,
      apiVersion: apiVersionOf(roleBindingKind),
      kind: roleBindingKind.kind,
      metadata: { name, namespace, labels, annotations },
      roleRef: { apiGroup: roleBindingKind.apiGroup, kind: 'ClusterRole', name: 'view' },
    };
    await context.admin.create(roleBindingKind, manifest);
  },
};

/** What the source of the project's own ImageStreams is called, and what lets it read them. */
const sourceParts = ['apiserversources', 'roles', 'rolebindings'] as const;

const sourceDeleted = (plural: (typeof sourceParts)[number]): Break => ({
  title: `${plural} of the source deleted`,
  run: async (context) => {
    const namespace = context.projects.pipelines;
    const role = sourceRoleName({ namespace, streams: namespace });
    const refs = {
      apiserversources: refIn(context, apiServerSourceKind, sourceName(namespace)),
      roles: refIn(context, roleKind, role),
      rolebindings: refIn(context, roleBindingKind, role),
    };
    await removeOne(context, refs[plural]);
  },
});

/** Of the trigger's own objects; what its runs do cannot be found again where it is gone. */
export const ownBreaks: readonly Break[] = [
  deleted(triggerKind, 'web-2'),
  deleted(triggerKind, 'web-4'),
  patched(triggerKind, 'web', [{ op: 'replace', path: '/spec/bindings', value: [] }]),
  patched(triggerKind, 'web', [{ op: 'replace', path: '/spec/interceptors', value: [] }]),
  patched(triggerKind, 'web-3', [
    { op: 'add', path: '/spec/interceptors/0/params/0/value', value: 'false' },
  ]),
  patched(triggerKind, 'web', without(activeLabel)),
  patched(triggerKind, 'web-2', without(groupLabel)),
  patched(triggerKind, 'web-3', without(triggerLabel)),
  patched(triggerTemplateKind, 'web', [
    { op: 'add', path: '/spec/params/0', value: { name: 'more', default: '' } },
  ]),
  patched(triggerTemplateKind, 'web', without(triggerLabel)),
];

/** Of what the triggers of a project share. */
export const sharedBreaks: readonly Break[] = [
  deleted(serviceAccountKind, listenerAccountName),
  deleted(roleKind, listenerAccountName),
  patched(roleKind, listenerAccountName, [{ op: 'replace', path: '/rules', value: [] }]),
  deleted(roleBindingKind, listenerAccountName),
  boundToOtherRole,
  deleted(triggerBindingKind, relayName),
  patched(triggerBindingKind, relayName, [{ op: 'remove', path: '/spec/params/0' }]),
  deleted(networkPolicyKind, relayName),
  deleted(eventListenerKind, relayName),
  patched(eventListenerKind, relayName, [{ op: 'remove', path: '/spec/triggerGroups' }]),
  deleted(serviceAccountKind, sourceAccountName),
  ...sourceParts.map(sourceDeleted),
];
