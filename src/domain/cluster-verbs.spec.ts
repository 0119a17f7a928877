import { metadataPath } from './cluster-verbs';

describe('metadataPath', () => {
  it.each([
    ['labels', 'app', '/metadata/labels/app'],
    ['labels', 'imagetriggers.dev/active', '/metadata/labels/imagetriggers.dev~1active'],
    ['annotations', 'a~b/c~1', '/metadata/annotations/a~0b~1c~01'],
  ] as const)('of %s %s', (field, key, path) => {
    expect(metadataPath(field, key)).toBe(path);
  });
});
