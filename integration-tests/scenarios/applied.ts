import { apiVersionOf } from '../../src/k8s/resource';
import type { Manifest } from '../../src/k8s/resource';
import { clusterRoleBindingKind, roleBindingKind } from '../../src/k8s/role-binding';
import { clusterRoleKind, roleKind } from '../../src/k8s/role';
import type { Kind } from './api-client';

/** An object that somebody applies by hand. */
export interface Applied {
  readonly kind: Kind;
  readonly manifest: Manifest;
}

/** Everything that only looks. */
export const reads = ['get', 'list', 'watch'];
export const imageGroup = 'image.openshift.io';
export const triggersGroup = 'triggers.tekton.dev';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

export const object = (
  kind: Kind,
  metadata: Manifest['metadata'],
  content: Record<string, unknown> = {},
): Applied => ({
  kind,
  manifest: { apiVersion: apiVersionOf(kind), kind: kind.kind, metadata, ...content },
});

/** Allows a ServiceAccount something in its project, or in the whole cluster. */
export const allow = (
  { namespace, name }: { namespace: string; name: string },
  where: 'project' | 'cluster',
  rules: Rule[],
): Applied[] => {
  const isProject = where === 'project';
  const metadata = isProject ? { name, namespace } : { name: `${namespace}-${name}` };
  const role = isProject ? roleKind : clusterRoleKind;
  const subject = { kind: 'ServiceAccount', name, namespace };
  const roleRef = {
    apiGroup: 'rbac.authorization.k8s.io',
    kind: role.kind,
    name: metadata.name,
  };
  return [
    object(role, metadata, { rules }),
    object(isProject ? roleBindingKind : clusterRoleBindingKind, metadata, {
      subjects: [subject],
      roleRef,
    }),
  ];
};

/** What a listener's pod reads and makes in its project; its cluster-wide reads are there already. */
export const listenerRules: Rule[] = [
  {
    apiGroups: [triggersGroup],
    resources: [
      'eventlisteners',
      'triggers',
      'triggerbindings',
      'triggertemplates',
      'interceptors',
    ],
    verbs: reads,
  },
  { apiGroups: ['tekton.dev'], resources: ['pipelineruns'], verbs: ['create'] },
];
