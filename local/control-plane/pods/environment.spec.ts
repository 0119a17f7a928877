import { expand, fieldOf } from './environment';
import type { Pod } from './pod';

const variables = new Map([['NAME', 'web']]);

describe('environment of a pod', () => {
  it.each([
    ['--el=$(NAME)', '--el=web'],
    ['$(NAME)-$(NAME)', 'web-web'],
    ['$(OTHER)', '$(OTHER)'],
    ['$$(NAME)', '$(NAME)'],
    ['$NAME', '$NAME'],
  ])('expands %s to %s', (text, expected) => {
    expect(expand(text, variables)).toBe(expected);
  });

  const pod: Pod = {
    metadata: { name: 'el-web-1', namespace: 'ci', labels: { 'app.kubernetes.io/name': 'el' } },
    spec: { containers: [], serviceAccountName: 'listener' },
  };
  const facts = {
    address: '10.200.1.1',
    nodeAddress: '10.200.0.1',
    api: { host: '10.200.0.1', port: 6443 },
  };

  it.each([
    ['metadata.namespace', 'ci'],
    ["metadata.labels['app.kubernetes.io/name']", 'el'],
    ["metadata.annotations['none']", ''],
    ['spec.serviceAccountName', 'listener'],
    ['status.podIP', '10.200.1.1'],
  ])('reads the field %s', (path, expected) => {
    expect(fieldOf(pod, path, facts)).toBe(expected);
  });
});
