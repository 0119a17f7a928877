import { allNamespaces, namespaceOfPath, pathInNamespace } from './namespace-route';

describe('namespaceOfPath', () => {
  it.each([
    ['/image-streams/ns/shop', 'shop'],
    ['/k8s/ns/shop/tekton.dev~v1~PipelineRun/run-1', 'shop'],
    ['/image-streams/all-namespaces', allNamespaces],
    ['/overview', undefined],
    ['/image-triggers/history/ns/shop', undefined],
  ])('%s: %s', (path, namespace) => {
    expect(namespaceOfPath(path)).toBe(namespace);
  });
});

describe('pathInNamespace', () => {
  it.each([
    ['/image-streams/ns/shop', 'bank', '/image-streams/ns/bank'],
    ['/image-streams/ns/shop', allNamespaces, '/image-streams/all-namespaces'],
    ['/image-streams/all-namespaces', 'shop', '/image-streams/ns/shop'],
    ['/k8s/ns/shop/pods/pod-1', 'bank', '/k8s/ns/bank/pods'],
    ['/k8s/ns/shop/pods/pod-1', 'shop', '/k8s/ns/shop/pods/pod-1'],
    ['/k8s/ns/shop/pods/new', 'bank', '/k8s/ns/bank/pods/new'],
    ['/k8s/ns/shop/pods/new', allNamespaces, '/k8s/all-namespaces/pods'],
    ['/overview', 'shop', '/overview'],
  ])('%s in %s: %s', (path, namespace, expected) => {
    expect(pathInNamespace(path, namespace)).toBe(expected);
  });
});
