import { networkPolicyManifest } from './network-policy';

describe('networkPolicyManifest', () => {
  it('lets adapters of this namespace reach the listener, and nobody else', () => {
    expect(networkPolicyManifest({ namespace: 'ci', streams: 'images' })).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        name: 'image-triggers',
        namespace: 'ci',
        labels: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' },
      },
      spec: {
        podSelector: { matchLabels: { eventlistener: 'image-triggers' } },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              {
                podSelector: {
                  matchExpressions: [
                    { key: 'eventing.knative.dev/sourceName', operator: 'Exists' },
                  ],
                },
              },
            ],
            ports: [{ protocol: 'TCP', port: 8080 }],
          },
        ],
      },
    });
  });
});
