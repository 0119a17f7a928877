import { allNamespaces } from '../host/namespace-route';
import { inOrder, isActive, targetOf } from './navigation';

const link = { id: 'streams', name: 'ImageStreams', href: '/image-streams' };

describe('targetOf', () => {
  it.each([
    [{ ...link, namespaced: true }, 'shop', '/image-streams/ns/shop'],
    [{ ...link, namespaced: true }, allNamespaces, '/image-streams/all-namespaces'],
    [{ ...link, href: 'pods', prefixNamespaced: true }, 'shop', '/k8s/ns/shop/pods'],
    [{ ...link, href: '/k8s/ns/x/pods', prefixNamespaced: true }, 'shop', '/k8s/ns/shop/pods'],
    [{ ...link, href: 'pods', prefixNamespaced: true }, allNamespaces, '/k8s/all-namespaces/pods'],
    [link, 'shop', '/image-streams'],
  ])('%j in %s: %s', (of, namespace, target) => {
    expect(targetOf(of, namespace)).toBe(target);
  });
});

describe('isActive', () => {
  it.each([
    [link, '/image-streams/ns/shop/new', true],
    [link, '/image-streams-old', false],
    [{ ...link, href: 'pods' }, '/k8s/ns/shop/pods/pod-1', true],
    [{ ...link, startsWith: ['triggers'] }, '/k8s/ns/shop/triggers/x', true],
    [link, '/history', false],
  ])('%j at %s: %s', (of, path, active) => {
    expect(isActive(of, path)).toBe(active);
  });
});

describe('inOrder', () => {
  const order = (...items: Parameters<typeof inOrder>[0][number][]) =>
    inOrder(items).map(({ id }) => id);

  it('puts items before and after those that they name, else last', () => {
    expect(
      order(
        { id: 'a' },
        { id: 'b' },
        { id: 'c', insertBefore: 'b' },
        { id: 'd', insertAfter: ['x', 'a'] },
      ),
    ).toEqual(['a', 'd', 'c', 'b']);
  });

  it('ignores names that nobody has', () => {
    expect(order({ id: 'a', insertBefore: 'x' }, { id: 'b', insertAfter: 'y' })).toEqual([
      'a',
      'b',
    ]);
  });
});
