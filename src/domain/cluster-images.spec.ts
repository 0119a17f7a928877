import type { Image } from '../k8s/image';
import { aDigest } from '../testing/builders';
import { imagesAsStream, repositoryOf } from './cluster-images';
import { clusterImages, keyOfStream, pushesOf, streamKey } from './push';

const anImage = (digit: string, repository: string, created: string): Image => ({
  metadata: { name: aDigest(digit), creationTimestamp: created },
  dockerImageReference: `${repository}@${aDigest(digit)}`,
});

const first = '2026-03-01T12:00:00Z';
const second = '2026-03-01T12:00:01Z';

describe('repositoryOf', () => {
  it.each([
    [`registry.example:5000/shop/cart@${aDigest()}`, 'registry.example:5000/shop/cart'],
    ['registry.example:5000/shop/cart', 'registry.example:5000/shop/cart'],
    ['', ''],
  ])('is what of %s stands before the digest', (reference, repository) => {
    expect(repositoryOf(reference)).toBe(repository);
  });
});

describe('imagesAsStream', () => {
  it('has a tag for each repository, with its images, the newest first', () => {
    const stream = imagesAsStream([
      anImage('a', 'r.example/shop/cart', first),
      anImage('b', 'quay.io/vendor/base', first),
      anImage('c', 'r.example/shop/cart', second),
    ]);
    expect(
      stream.status?.tags?.map(({ tag, items }) => [tag, items?.map(({ image }) => image)]),
    ).toEqual([
      ['r.example/shop/cart', [aDigest('c'), aDigest('a')]],
      ['quay.io/vendor/base', [aDigest('b')]],
    ]);
  });

  it('is the stream that all Images of the cluster are called', () => {
    expect(keyOfStream(imagesAsStream([]))).toBe(streamKey(clusterImages));
  });

  it('holds each image as a push of its repository, at the time at which it was new', () => {
    const image = anImage('a', 'r.example/shop/cart', first);
    expect(pushesOf(imagesAsStream([image]))).toEqual([
      {
        stream: clusterImages,
        tags: ['r.example/shop/cart'],
        aliases: [],
        leftBy: [],
        digest: aDigest('a'),
        reference: image.dockerImageReference,
        created: first,
      },
    ]);
  });

  it('leaves out an image without a pull spec, which no lane takes', () => {
    const { metadata } = anImage('a', 'r.example/shop/cart', first);
    expect(imagesAsStream([{ metadata }]).status?.tags).toEqual([]);
  });
});
