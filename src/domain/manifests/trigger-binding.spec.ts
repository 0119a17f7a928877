import { clusterImages } from '../push';
import { triggerBindingManifest } from './trigger-binding';

describe('triggerBindingManifest', () => {
  it('hands on the fields of a push', () => {
    expect(triggerBindingManifest({ namespace: 'ci', streams: 'images' })).toEqual({
      apiVersion: 'triggers.tekton.dev/v1beta1',
      kind: 'TriggerBinding',
      metadata: {
        name: 'image-triggers',
        namespace: 'ci',
        labels: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' },
      },
      spec: {
        params: [
          { name: 'image-reference', value: '$(extensions.push.dockerImageReference)' },
          { name: 'image-digest', value: '$(extensions.push.image)' },
          { name: 'image-tag', value: '$(extensions.tag)' },
          { name: 'image-stream', value: '$(body.metadata.name)' },
          { name: 'image-stream-namespace', value: '$(body.metadata.namespace)' },
          { name: 'pushed-at', value: '$(extensions.push.created)' },
          { name: 'event-id', value: '$(header.Ce-Id)' },
          { name: 'event-time', value: '$(header.Ce-Time)' },
          { name: 'run-name', value: '$(extensions.run-name)' },
        ],
      },
    });
  });

  it('hands on of an Image what it has, by a name of its own', () => {
    const { metadata, spec } = triggerBindingManifest({
      namespace: 'ci',
      streams: clusterImages.namespace,
    });
    expect(metadata.name).toBe('image-triggers-any-image');
    expect(spec.params).toEqual([
      { name: 'image-reference', value: '$(extensions.push.dockerImageReference)' },
      { name: 'image-digest', value: '$(extensions.push.image)' },
      { name: 'image-tag', value: '$(extensions.tag)' },
      { name: 'pushed-at', value: '$(extensions.push.created)' },
      { name: 'event-id', value: '$(header.Ce-Id)' },
      { name: 'event-time', value: '$(header.Ce-Time)' },
      { name: 'run-name', value: '$(extensions.run-name)' },
    ]);
  });
});
