import { clusterImages } from '../push';
import { listenerClusterRoleManifest, listenerRoleManifest, sourceRoleManifest } from './role';
import {
  listenerClusterRoleBindingManifest,
  listenerRoleBindingManifest,
  sourceRoleBindingManifest,
} from './role-binding';

const labels = { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' };
const watch = { namespace: 'ci', streams: 'images' };
const ofImages = { namespace: 'ci', streams: clusterImages.namespace };

describe('listenerRoleBindingManifest', () => {
  it('gives the listener its Role', () => {
    expect(listenerRoleBindingManifest('ci')).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'image-triggers-listener', namespace: 'ci', labels },
      subjects: [{ kind: 'ServiceAccount', name: 'image-triggers-listener', namespace: 'ci' }],
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'image-triggers-listener',
      },
    });
  });
});

describe('sourceRoleBindingManifest', () => {
  it('gives the adapter, which runs elsewhere, the Role of the watched namespace', () => {
    expect(sourceRoleBindingManifest(watch)).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'image-triggers-source-ci', namespace: 'images', labels },
      subjects: [{ kind: 'ServiceAccount', name: 'image-triggers-source', namespace: 'ci' }],
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'image-triggers-source-ci',
      },
    });
  });
});

describe('sourceRoleBindingManifest of all Images', () => {
  it('gives the adapter the ClusterRole', () => {
    expect(sourceRoleBindingManifest(ofImages)).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'image-triggers-source-ci', labels },
      subjects: [{ kind: 'ServiceAccount', name: 'image-triggers-source', namespace: 'ci' }],
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'image-triggers-source-ci',
      },
    });
  });
});

describe('listenerClusterRoleBindingManifest', () => {
  it('gives all ServiceAccounts the ClusterRole', () => {
    expect(listenerClusterRoleBindingManifest()).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'image-triggers-listener' },
      subjects: [
        { kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: 'system:serviceaccounts' },
      ],
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'image-triggers-listener',
      },
    });
  });
});

describe('every binding', () => {
  const long = { namespace: 'n'.repeat(63), streams: 's'.repeat(63) };
  it.each([
    [listenerRoleBindingManifest('ci'), listenerRoleManifest('ci')],
    [sourceRoleBindingManifest(watch), sourceRoleManifest(watch)],
    [sourceRoleBindingManifest(long), sourceRoleManifest(long)],
    [sourceRoleBindingManifest(ofImages), sourceRoleManifest(ofImages)],
    [listenerClusterRoleBindingManifest(), listenerClusterRoleManifest()],
  ])('names a role that is built, in the same namespace', ({ metadata, roleRef }, role) => {
    expect([roleRef.kind, roleRef.name]).toEqual([role.kind, role.metadata.name]);
    expect(metadata.namespace).toBe(role.metadata.namespace);
  });
});
