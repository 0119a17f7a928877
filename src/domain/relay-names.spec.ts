import fc from 'fast-check';
import { clusterImages } from './push';
import { sourceName, sourceRoleName, watchesImages } from './relay-names';

const legal = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const long = (end: string): string => `${'n'.repeat(62)}${end}`;

describe('the names of a source', () => {
  it('name the namespace that it watches, or its own', () => {
    expect(sourceName('images')).toBe('image-triggers-images');
    expect(sourceRoleName({ namespace: 'ci', streams: 'images' })).toBe('image-triggers-source-ci');
  });

  it('name no namespace where it watches all Images', () => {
    const streams = clusterImages.namespace;
    expect(watchesImages({ streams })).toBe(true);
    expect(watchesImages({ streams: 'images' })).toBe(false);
    expect(sourceName(streams)).toBe('image-triggers');
    expect(sourceRoleName({ namespace: 'ci', streams })).toBe('image-triggers-source-ci');
  });

  it('are legal and stable for every namespace', () => {
    const namespaces = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
    fc.assert(
      fc.property(namespaces, (namespace) => {
        expect(sourceName(namespace)).toMatch(legal);
        expect(sourceRoleName({ namespace, streams: 'images' })).toMatch(legal);
        expect(sourceName(namespace)).toBe(sourceName(namespace));
      }),
    );
  });

  it.each([
    [48, `image-triggers-${'n'.repeat(48)}`],
    [49, `image-triggers-${'n'.repeat(39)}-d682c2f1`],
  ])('are cut for namespaces of more than 48 characters (%i)', (length, name) => {
    expect(sourceName('n'.repeat(length))).toBe(name);
  });

  it('tell long namespaces apart that end differently', () => {
    expect(sourceName(long('a'))).not.toBe(sourceName(long('b')));
    expect(sourceName(long('a'))).toHaveLength(63);
  });
});
