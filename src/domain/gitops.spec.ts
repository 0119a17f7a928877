import { eventListenerKind } from '../k8s/event-listener';
import type { ObjectMeta } from '../k8s/resource';
import { serviceAccountKind } from '../k8s/service-account';
import { triggerKind } from '../k8s/trigger';
import { gitOpsGroups, gitOpsOwnerOf, withoutToolMarks } from './gitops';
import type { GitOpsOwner } from './gitops';
import { managedLabels } from './marks';

const self = 'triggers.tekton.dev/Trigger:ci/web';
const trackedAs = (value: string): ObjectMeta => ({
  annotations: { 'argocd.argoproj.io/tracking-id': value },
});
const instance = { 'app.kubernetes.io/instance': 'shop' };
const labelledBy = (manager: string, path = 'f:labels'): ObjectMeta => ({
  labels: instance,
  managedFields: [
    { manager: 'kubectl' },
    {
      manager,
      fieldsV1: { 'f:metadata': { [path]: { '.': {}, 'f:app.kubernetes.io/instance': {} } } },
    },
  ],
});
const flux = (group: string, labels: Record<string, string>): ObjectMeta => ({
  labels: Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [`${group}.toolkit.fluxcd.io/${key}`, value]),
  ),
});
const argo = (name: string, namespace?: string): GitOpsOwner => ({
  kind: 'argo-application',
  ...(namespace === undefined ? {} : { namespace }),
  name,
});

test.each<[string, ObjectMeta, GitOpsOwner | undefined]>([
  ['nothing', {}, undefined],
  ["the plugin's own labels", { labels: managedLabels }, undefined],
  ['Argo CD by annotation', trackedAs(`shop:${self}`), argo('shop')],
  ['an Application of another namespace', trackedAs(`team_shop:${self}`), argo('shop', 'team')],
  [
    'an annotation of another object',
    trackedAs('shop:triggers.tekton.dev/Trigger:ci/db'),
    undefined,
  ],
  [
    'an annotation of another namespace',
    trackedAs('shop:triggers.tekton.dev/Trigger:dev/web'),
    undefined,
  ],
  ['an annotation of another group', trackedAs('shop:/Trigger:ci/web'), undefined],
  ['an annotation of no form', trackedAs('shop'), undefined],
  ['an annotation without an Application', trackedAs(`:${self}`), undefined],
  [
    'a copy of an object that Argo CD labels too',
    { ...labelledBy('argocd-controller'), ...trackedAs('shop:triggers.tekton.dev/Trigger:ci/db') },
    undefined,
  ],
  ['the common label, whoever wrote it', { labels: instance }, undefined],
  ["Helm's common label", labelledBy('helm'), undefined],
  ['the common label that Argo CD wrote', labelledBy('argocd-controller'), argo('shop')],
  [
    'an annotation of that name that Argo CD wrote',
    labelledBy('argocd-controller', 'f:annotations'),
    undefined,
  ],
  [
    "a label in Argo CD's own domain",
    { labels: { 'argocd.argoproj.io/instance': 'shop' } },
    argo('shop'),
  ],
  [
    'a Kustomization of Flux',
    flux('kustomize', { name: 'apps', namespace: 'flux-system' }),
    { kind: 'flux-kustomization', namespace: 'flux-system', name: 'apps' },
  ],
  [
    'a HelmRelease of Flux',
    flux('helm', { name: 'shop', namespace: 'team' }),
    { kind: 'flux-helm-release', namespace: 'team', name: 'shop' },
  ],
  ['half of the marks of Flux', flux('kustomize', { name: 'apps' }), undefined],
])('%s', (_, metadata, owner) => {
  const object = { metadata: { name: 'web', namespace: 'ci', ...metadata } };
  expect(gitOpsOwnerOf({ kind: triggerKind, object })).toEqual(owner);
});

test('objects of the core group have no group before their kind', () => {
  const metadata = { name: 'web', namespace: 'ci', ...trackedAs('shop:/ServiceAccount:ci/web') };
  expect(gitOpsOwnerOf({ kind: serviceAccountKind, object: { metadata } })).toEqual(argo('shop'));
});

test('objects are gathered by what applies them, in their order', () => {
  const object = (name: string, labels: Record<string, string>) => ({
    metadata: { name, namespace: 'ci', ...flux('kustomize', labels) },
  });
  const apps = { name: 'apps', namespace: 'flux-system' };
  const groups = gitOpsGroups([
    { kind: triggerKind, object: object('web', apps) },
    { kind: triggerKind, object: object('web-2', { ...apps, name: 'base' }) },
    { kind: triggerKind, object: object('web-3', {}) },
    { kind: eventListenerKind, object: object('image-triggers', apps) },
  ]);
  expect(
    groups.map(({ owner, objects }) => [
      owner.name,
      objects.map(({ kind, name }) => [kind.kind, name]),
    ]),
  ).toEqual([
    [
      'apps',
      [
        ['Trigger', 'web'],
        ['EventListener', 'image-triggers'],
      ],
    ],
    ['base', [['Trigger', 'web-2']]],
  ]);
});

test('what is handed to a tool has no mark of a tool, and every other one', () => {
  const others = { 'argocd.argoproj.io/sync-wave': '2', team: 'shop' };
  const metadata = {
    ...labelledBy('argocd-controller'),
    annotations: { ...trackedAs(`shop:${self}`).annotations, ...others },
  };
  expect(withoutToolMarks({ metadata })).toEqual({ labels: {}, annotations: others });
  expect(withoutToolMarks({ metadata: labelledBy('helm') }).labels).toEqual(instance);
  const fluxed = flux('helm', { name: 'shop', namespace: 'team' });
  expect(withoutToolMarks({ metadata: fluxed }).labels).toEqual({});
});
