import type { K8sObject } from '../k8s/resource';
import { isManaged } from './marks';

describe('isManaged', () => {
  it.each<[string, K8sObject, boolean]>([
    [
      'an object of ours',
      { metadata: { labels: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' } } },
      true,
    ],
    ['of Helm', { metadata: { labels: { 'app.kubernetes.io/managed-by': 'Helm' } } }, false],
    ['without labels', { metadata: {} }, false],
    ['an empty object', {}, false],
  ])('%s', (_, object, managed) => {
    expect(isManaged(object)).toBe(managed);
  });
});
