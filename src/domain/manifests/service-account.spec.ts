import { serviceAccountManifest } from './service-account';

describe('serviceAccountManifest', () => {
  it('is an account of ours', () => {
    expect(serviceAccountManifest('ci', 'image-triggers-source')).toEqual({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: 'image-triggers-source',
        namespace: 'ci',
        labels: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' },
      },
    });
  });
});
