import type { TagReference } from '../../../src/k8s/image-stream';

/** A build of an image and the hours since it was put at the head of a tag. */
export type SeedPush = readonly [build: number, hoursAgo: number];

export interface SeedTag {
  tag: string;
  /** Newest first; null for a tag whose import has never succeeded. */
  pushes: readonly SeedPush[] | null;
}

export interface SeedStream {
  namespace: string;
  name: string;
  labels?: Record<string, string>;
  tags: readonly SeedTag[];
  specTags?: readonly TagReference[];
  /** Where its images come from, if not from the cluster's own registry. */
  upstream?: string;
}

const inImages = { namespace: 'shop-images' };
const day = 24;

/** The shop's ImageStreams, with weeks of releases, pull requests and oddities. */
export const shopStreams: readonly SeedStream[] = [
  {
    ...inImages,
    name: 'cart',
    labels: { team: 'checkout' },
    tags: [
      {
        tag: 'latest',
        pushes: [
          [9, 3],
          [8, 2 * day],
          [7, 6 * day],
          [6, 9 * day],
        ],
      },
      {
        tag: 'stable',
        pushes: [
          [8, 1 * day],
          [6, 8 * day],
        ],
      },
      { tag: 'v1.4.2', pushes: [[8, 2 * day]] },
      { tag: 'v1.4.1', pushes: [[6, 9 * day]] },
      { tag: 'v1.4.0', pushes: [[3, 23 * day]] },
    ],
    specTags: [{ name: 'stable', from: { kind: 'ImageStreamTag', name: 'v1.4.2' } }],
  },
  {
    ...inImages,
    name: 'catalog',
    labels: { team: 'discovery' },
    tags: [
      {
        tag: 'latest',
        pushes: [
          [14, 7],
          [13, 31],
          [12, 4 * day],
        ],
      },
      { tag: 'v2.11.0', pushes: [[12, 4 * day]] },
      { tag: 'v2.10.3', pushes: [[10, 16 * day]] },
    ],
  },
  {
    ...inImages,
    name: 'order-service',
    labels: { team: 'checkout' },
    tags: [
      {
        tag: 'latest',
        pushes: [
          [21, 1],
          [20, 26],
          [19, 3 * day],
          [18, 5 * day],
        ],
      },
      {
        tag: 'pr-412',
        pushes: [
          [22, 5],
          [21, 9],
        ],
      },
      { tag: 'v3.0.0', pushes: [[19, 3 * day]] },
      { tag: 'v3.0.0-rc.1', pushes: [[18, 5 * day]] },
    ],
  },
  {
    ...inImages,
    name: 'recommendation-engine',
    labels: { team: 'discovery' },
    tags: [
      { tag: 'latest', pushes: [[5, 12 * day]] },
      {
        tag: 'nightly',
        pushes: [
          [9, 10],
          [8, 34],
          [7, 58],
          [6, 82],
        ],
      },
    ],
  },
  {
    ...inImages,
    name: 'search-indexer',
    labels: { team: 'discovery' },
    tags: [
      { tag: 'v0.9.7', pushes: [[4, 6 * day]] },
      { tag: 'v0.9.6', pushes: [[3, 20 * day]] },
    ],
  },
  {
    ...inImages,
    name: 'storefront',
    labels: { team: 'web' },
    tags: [
      {
        tag: 'latest',
        pushes: [
          [31, 2],
          [30, 20],
          [29, 44],
          [28, 3 * day],
        ],
      },
      {
        tag: 'stable',
        pushes: [
          [30, 18],
          [27, 7 * day],
        ],
      },
      { tag: 'v5.2.1', pushes: [[30, 19]] },
      { tag: 'v5.2.0', pushes: [[27, 8 * day]] },
      { tag: 'canary', pushes: [[31, 2]] },
    ],
  },
  {
    ...inImages,
    name: 'legacy-cart',
    labels: { team: 'checkout' },
    tags: [{ tag: '2.1', pushes: null }],
    specTags: [
      { name: '2.1', from: { kind: 'DockerImage', name: 'registry.old.shop.example/cart:2.1' } },
    ],
  },
  {
    namespace: 'shop-frontend',
    name: 'web-shell',
    labels: { team: 'web' },
    tags: [
      {
        tag: 'main',
        pushes: [
          [17, 4],
          [16, 22],
          [14, 50],
        ],
      },
      {
        tag: 'pr-118',
        pushes: [
          [18, 1],
          [15, 27],
        ],
      },
      { tag: 'pr-121', pushes: [[19, 6]] },
    ],
  },
  {
    namespace: 'shop-payments',
    name: 'fraud-check',
    labels: { team: 'payments' },
    tags: [
      {
        tag: 'latest',
        pushes: [
          [6, 15 * day],
          [5, 30 * day],
        ],
      },
      { tag: 'v1.0.3', pushes: [[6, 15 * day]] },
    ],
  },
  {
    namespace: 'shop-payments',
    name: 'payments-api',
    labels: { team: 'payments' },
    tags: [
      {
        tag: 'latest',
        pushes: [
          [44, 8],
          [43, 3 * day],
          [42, 10 * day],
        ],
      },
      { tag: 'v2.8.0', pushes: [[43, 3 * day]] },
      { tag: 'v2.7.5', pushes: [[42, 10 * day]] },
    ],
  },
  {
    namespace: 'platform',
    name: 'nodejs-22',
    tags: [
      {
        tag: 'latest',
        pushes: [
          [3, 2 * day],
          [2, 9 * day],
          [1, 27 * day],
        ],
      },
    ],
    upstream: 'registry.access.redhat.com/ubi9/nodejs-22',
    specTags: [
      {
        name: 'latest',
        from: { kind: 'DockerImage', name: 'registry.access.redhat.com/ubi9/nodejs-22:latest' },
        importPolicy: { scheduled: true },
      },
    ],
  },
  {
    namespace: 'platform',
    name: 'postgresql-16',
    tags: [],
    specTags: [
      {
        name: 'latest',
        from: { kind: 'DockerImage', name: 'registry.redhat.io/rhel9/postgresql-16:latest' },
        reference: true,
      },
    ],
  },
];
