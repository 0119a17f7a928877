import { createHash } from 'node:crypto';
import type { StreamRef } from '../../../src/domain/push';
import { imageStreamKind } from '../../../src/k8s/image-stream';
import type { NamedTagEventList, TagEvent } from '../../../src/k8s/image-stream';
import type { ApiClient } from '../../scenarios/api-client';

/** As many as the pruner keeps of a busy tag where nobody prunes. */
const itemsPerTag = 50;
const dayMs = 24 * 3_600_000;

const itemOf = ({ namespace, name }: StreamRef, n: number): TagEvent => {
  const digest = createHash('sha256').update(`${namespace}/${name} ${n}`).digest('hex');
  return {
    created: new Date(Date.now() - (n + 1) * dayMs).toISOString().replace(/\.\d+Z$/, 'Z'),
    dockerImageReference: `image-registry.openshift-image-registry.svc:5000/${namespace}/${name}@sha256:${digest}`,
    image: `sha256:${digest}`,
    generation: 1,
  };
};

const tagsOf = (stream: StreamRef, bytes: number): NamedTagEventList[] => {
  const items = Math.max(1, Math.round(bytes / JSON.stringify(itemOf(stream, 0)).length));
  return Array.from({ length: Math.ceil(items / itemsPerTag) }, (_, tag) => ({
    tag: `v${tag}`,
    items: Array.from({ length: Math.min(itemsPerTag, items - tag * itemsPerTag) }, (_item, n) =>
      itemOf(stream, tag * itemsPerTag + n),
    ),
  }));
};

/** Gives a stream a history of about so many bytes of JSON, whose pushes are days ago. */
export const fillStream = async (
  client: ApiClient,
  stream: StreamRef,
  bytes: number,
): Promise<void> => {
  const status = { tags: tagsOf(stream, bytes) };
  await client.patchStatus(imageStreamKind, stream, { status });
};
