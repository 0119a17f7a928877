import { listenerGroups } from '../event-groups';
import { eventListenerManifest } from './event-listener';

describe('eventListenerManifest', () => {
  it('selects active lanes in groups, and has one trigger that never fires', () => {
    expect(eventListenerManifest({ namespace: 'ci', streams: 'images' })).toEqual({
      apiVersion: 'triggers.tekton.dev/v1beta1',
      kind: 'EventListener',
      metadata: {
        name: 'image-triggers',
        namespace: 'ci',
        labels: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' },
      },
      spec: {
        serviceAccountName: 'image-triggers-listener',
        triggers: [
          {
            name: 'inert',
            interceptors: [
              {
                ref: { name: 'cel', kind: 'ClusterInterceptor' },
                params: [{ name: 'filter', value: 'false' }],
              },
            ],
            template: { ref: 'image-triggers-none' },
          },
        ],
        triggerGroups: listenerGroups(),
        resources: { kubernetesResource: { replicas: 1 } },
      },
    });
  });
});
