import { celString } from '../../../src/domain/cel';
import { activeLabel } from '../../../src/domain/marks';
import type { EventListenerSpec } from '../../../src/k8s/event-listener';

/** How a listener finds the lanes that an event is for. */
export interface Layout {
  readonly title: string;
  /** A merge patch of its spec. */
  readonly specFor: (streams: readonly string[]) => NullableFields<EventListenerSpec>;
}

/** A merge patch takes a field away where it is null. */
type NullableFields<T> = { [K in keyof T]: T[K] | null };

const streamLabel = 'bench.imagetriggers.dev/stream';
const bucketLabel = 'bench.imagetriggers.dev/bucket';

const buckets = 16;
const alphabet = '-._0123456789abcdefghijklmnopqrstuvwxyz';

/** A number from the letters of a name that CEL can make too: it has no hash and no sum. */
const bucketOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum + alphabet.indexOf(letter) + 1, 0) % buckets;

const letters = celString(alphabet);
const bucketCel = `size(body.metadata.name.split('').map(c, ${letters}.substring(0, ${letters}.indexOf(c) + 1)).join('')) % ${buckets}`;

/** The labels of the lanes of a stream for every layout. */
export const layoutLabels = (stream: string): Record<string, string> => ({
  [streamLabel]: stream,
  [bucketLabel]: String(bucketOf(stream)),
});

const groupOf = (name: string, filter: string, labels: Record<string, string>): unknown => ({
  name,
  interceptors: [
    {
      ref: { name: 'cel', kind: 'ClusterInterceptor' },
      params: [{ name: 'filter', value: filter }],
    },
  ],
  triggerSelector: { labelSelector: { matchLabels: { [activeLabel]: 'true', ...labels } } },
});

export const layouts = {
  lanes: {
    title: 'one call a lane',
    specFor: () => ({
      labelSelector: { matchLabels: { [activeLabel]: 'true' } },
      triggerGroups: null,
    }),
  },
  streams: {
    title: 'a group a stream',
    specFor: (streams) => ({
      labelSelector: null,
      triggerGroups: streams.map((stream) =>
        groupOf(stream, `body.metadata.name == ${celString(stream)}`, { [streamLabel]: stream }),
      ),
    }),
  },
  buckets: {
    title: `${buckets} groups by the name of the stream`,
    specFor: () => ({
      labelSelector: null,
      triggerGroups: Array.from({ length: buckets }, (_, bucket) =>
        groupOf(`bucket-${bucket}`, `${bucketCel} == ${bucket}`, {
          [bucketLabel]: String(bucket),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;
