import { clusterImages } from '../push';
import { listenerClusterRoleManifest, listenerRoleManifest, sourceRoleManifest } from './role';

const labels = { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' };

describe('listenerRoleManifest', () => {
  it('lets the listener read its triggers and create runs, and no more', () => {
    expect(listenerRoleManifest('ci')).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'image-triggers-listener', namespace: 'ci', labels },
      rules: [
        {
          apiGroups: ['triggers.tekton.dev'],
          resources: [
            'eventlisteners',
            'triggers',
            'triggerbindings',
            'triggertemplates',
            'interceptors',
          ],
          verbs: ['list', 'watch'],
        },
        { apiGroups: ['tekton.dev'], resources: ['pipelineruns'], verbs: ['create'] },
      ],
    });
  });
});

describe('sourceRoleManifest', () => {
  it('lets the adapter read the ImageStreams of the watched namespace', () => {
    expect(sourceRoleManifest({ namespace: 'ci', streams: 'images' })).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'image-triggers-source-ci', namespace: 'images', labels },
      rules: [
        {
          apiGroups: ['image.openshift.io'],
          resources: ['imagestreams'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    });
  });
});

describe('sourceRoleManifest of all Images', () => {
  it('lets the adapter read them in the whole cluster, and no more', () => {
    expect(sourceRoleManifest({ namespace: 'ci', streams: clusterImages.namespace })).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'image-triggers-source-ci', labels },
      rules: [
        {
          apiGroups: ['image.openshift.io'],
          resources: ['images'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    });
  });
});

describe('listenerClusterRoleManifest', () => {
  it('lets listeners read the two cluster-wide kinds', () => {
    expect(listenerClusterRoleManifest()).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'image-triggers-listener' },
      rules: [
        {
          apiGroups: ['triggers.tekton.dev'],
          resources: ['clusterinterceptors', 'clustertriggerbindings'],
          verbs: ['list', 'watch'],
        },
      ],
    });
  });
});
