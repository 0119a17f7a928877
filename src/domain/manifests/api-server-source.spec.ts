import { clusterImages } from '../push';
import { apiServerSourceManifest } from './api-server-source';

describe('apiServerSourceManifest', () => {
  it('sends the ImageStreams of one namespace to the listener of another', () => {
    expect(apiServerSourceManifest({ namespace: 'ci', streams: 'images' })).toEqual({
      apiVersion: 'sources.knative.dev/v1',
      kind: 'ApiServerSource',
      metadata: {
        name: 'image-triggers-images',
        namespace: 'ci',
        labels: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' },
      },
      spec: {
        mode: 'Resource',
        serviceAccountName: 'image-triggers-source',
        resources: [{ apiVersion: 'image.openshift.io/v1', kind: 'ImageStream' }],
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'images' } },
        sink: { uri: 'http://el-image-triggers.ci.svc.cluster.local:8080' },
      },
    });
  });

  it('sends all Images of the cluster, which no namespace selects', () => {
    const watch = { namespace: 'ci', streams: clusterImages.namespace };
    expect(apiServerSourceManifest(watch)).toMatchObject({
      metadata: { name: 'image-triggers', namespace: 'ci' },
      spec: {
        mode: 'Resource',
        serviceAccountName: 'image-triggers-source',
        resources: [{ apiVersion: 'image.openshift.io/v1', kind: 'Image' }],
        sink: { uri: 'http://el-image-triggers-any-image.ci.svc.cluster.local:8080' },
      },
    });
    expect(apiServerSourceManifest(watch).spec).not.toHaveProperty('namespaceSelector');
  });

  it('watches the whole name of a namespace that its own name cuts', () => {
    const streams = 's'.repeat(63);
    const { metadata, spec } = apiServerSourceManifest({ namespace: 'ci', streams });
    expect(metadata.name).toHaveLength(63);
    expect(spec.namespaceSelector?.matchLabels).toEqual({ 'kubernetes.io/metadata.name': streams });
  });
});
