import type { NamedTagEventList, TagEvent } from '../../../src/k8s/image-stream';
import { freshImage } from '../chain/image/push';
import { registryHost } from '../chain/image/tag-history';
import { resources } from '../resources';
import type { Store } from '../store';
import { shopStreams, type SeedPush, type SeedStream, type SeedTag } from './shop-streams';

const hour = 3_600_000;

const timestamp = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

const itemOf = (stream: SeedStream, [build, hoursAgo]: SeedPush, now: Date): TagEvent => {
  const { namespace, name, upstream = `${registryHost}/${namespace}/${name}` } = stream;
  const { digest } = freshImage(`${namespace}/${name} ${build}`);
  return {
    // Nobody pushes on the full hour: a few minutes more, by the build.
    created: timestamp(new Date(now.getTime() - hoursAgo * hour - ((build * 7) % 55) * 60_000)),
    dockerImageReference: `${upstream}@${digest}`,
    image: digest,
    generation: 1,
  };
};

const failedImport = (lastTransitionTime: string): NamedTagEventList['conditions'] => [
  {
    type: 'ImportSuccess',
    status: 'False',
    reason: 'InternalError',
    message:
      'Internal error occurred: registry.old.shop.example/cart:2.1: Get "https://registry.old.shop.example/v2/": dial tcp: lookup registry.old.shop.example: no such host',
    lastTransitionTime,
  },
];

const historyOf = (stream: SeedStream, { tag, pushes }: SeedTag, now: Date): NamedTagEventList =>
  pushes === null
    ? { tag, items: null, ...{ conditions: failedImport(timestamp(now)) } }
    : { tag, items: pushes.map((push) => itemOf(stream, push, now)) };

const createImages = (store: Store, items: readonly TagEvent[]): void => {
  for (const { image, dockerImageReference } of items) {
    if (store.find(resources.images, { name: image }) === undefined) {
      const object = { metadata: { name: image }, dockerImageReference };
      store.create(resources.images, object);
    }
  }
};

/** The shop's ImageStreams, their pushes as long ago as they say, counted from the cluster's now. */
export const seedImageStreams = (store: Store): void => {
  if (!store.registry.serves(resources.imageStreams)) {
    return;
  }
  const now = store.clock.now();
  for (const seed of shopStreams) {
    const { namespace, name, labels, specTags } = seed;
    const stream = store.create(resources.imageStreams, {
      metadata: { name, namespace, ...(labels === undefined ? {} : { labels }) },
      ...(specTags === undefined ? {} : { spec: { tags: [...specTags] } }),
    });
    const tags = seed.tags.map((tag) => historyOf(seed, tag, now));
    const seeded = new Set(tags.map(({ tag }) => tag));
    const own = (stream.status?.tags ?? []).filter(({ tag }) => !seeded.has(tag));
    createImages(
      store,
      tags.flatMap(({ items }) => items ?? []),
    );
    store.updateStatus(resources.imageStreams, {
      ...stream,
      ...{ status: { ...stream.status, tags: [...tags, ...own] } },
    });
  }
};
