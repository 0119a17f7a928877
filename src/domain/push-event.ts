import { imageKind } from '../k8s/image';
import type { Image } from '../k8s/image';
import { imageStreamKind } from '../k8s/image-stream';
import type { ImageStream, NamedTagEventList, TagEvent } from '../k8s/image-stream';
import { apiVersionOf, nameOf, namespaceOf } from '../k8s/resource';
import type { Manifest } from '../k8s/resource';
import { laneCount } from './draft';
import type { ImageTrigger } from './image-trigger';
import { manager } from './marks';
import { isClusterImages } from './push';
import type { Push } from './push';
import { receiverName } from './relay-names';
import { freshSeconds, readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';
import { isDecidedByTag, tagMatcher } from './tag-rule';

/** An event as an ApiServerSource sends it, by hand: a CloudEvent in binary mode. */
export interface PushEvent {
  /** The name of the listener that it is for. */
  readonly listener: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: EventBody;
}

/** The whole ImageStream, or an Image. */
export type EventBody = ImageStream | Image;

/**
 * Why the listener would not run the push of an event: it does not select the trigger; the stream
 * does not hold the push any more; the trigger's filter does not let it pass, or takes newer images
 * of the same event before it; or somebody changed the filter, so that nobody can tell.
 */
export type PushEventProblem = 'paused' | 'push-gone' | 'filtered' | 'changed-by-hand';

export type EventOfPush =
  | { readonly outcome: 'event'; readonly event: PushEvent }
  | { readonly outcome: 'impossible'; readonly problem: PushEventProblem };

const sender = 'sent-by';

/**
 * The id of an event that a user sends. It is in the cause record of what comes of it, so that such
 * a run is never taken for a proof that the event source works.
 * @param by the user; undefined where the console knows none
 */
export const sentEventId = (by: string | undefined, now: Date): string =>
  `${sender}:${encodeURIComponent(by ?? '')}:${now.getTime()}`;

/** Who sent an event, empty if unknown; undefined where an event source did. */
export const senderOf = (eventId: string | undefined): string | undefined => {
  const [mark, by = '', time] = (eventId ?? '').split(':');
  if (mark !== sender || time === undefined) return undefined;
  try {
    return decodeURIComponent(by);
  } catch {
    // Somebody else's id: that it came by hand is sure all the same.
    return '';
  }
};

type PushKey = Pick<Push, 'digest' | 'created'>;

/**
 * What of a tag was there right after a push: where it holds the push, that and what is below it, for
 * images of one second are in order only there. The API writes all times alike, to the second.
 */
const itemsAt = (items: readonly TagEvent[], { digest, created }: PushKey): TagEvent[] => {
  const own = items.findIndex((item) => item.image === digest && item.created === created);
  return own < 0 ? items.filter((item) => item.created <= created) : items.slice(own);
};

const tagsAt = ({ status }: ImageStream, push: PushKey): NamedTagEventList[] =>
  (status?.tags ?? []).flatMap((tag) => {
    const items = itemsAt(tag.items ?? [], push);
    return items.length > 0 ? [{ ...tag, items }] : [];
  });

/**
 * What the lanes take of an event at the time of the push, as their filter says it
 * (`pushInterceptors`). Of a rule that asks for more than the tag, only the listener can tell: then it
 * is all that they may take.
 */
const takenBy = (
  filter: PushFilter,
  tags: readonly NamedTagEventList[],
  { created }: PushKey,
): readonly string[] => {
  const { rule, activatedAt } = filter;
  const isDecided = isDecidedByTag(rule);
  const matches = isDecided ? tagMatcher(rule) : () => true;
  const since = Date.parse(created) - freshSeconds * 1000;
  const keys = tags.flatMap(({ tag, items }) => {
    const head = items?.[0];
    const isTaken =
      head?.image.startsWith('sha256:') === true &&
      matches(tag) &&
      Date.parse(head.created) > since &&
      Date.parse(head.created) >= Date.parse(activatedAt);
    return isTaken ? [`${head.created} ${head.image}`] : [];
  });
  const taken = [...new Set(keys)].sort();
  return isDecided ? taken.slice(-laneCount(filter)) : taken;
};

/** The headers of the real one (knative/eventing pkg/adapter/apiserver/events). */
const headersOf = (
  { kind, metadata: { namespace, name } }: Manifest,
  id: string,
  time: string,
): Record<string, string> => {
  const isImage = kind === imageKind.kind;
  const { plural } = isImage ? imageKind : imageStreamKind;
  const apiVersion = apiVersionOf(imageStreamKind);
  const scope = namespace === undefined ? '' : `/namespaces/${namespace}`;
  return {
    'Ce-Id': id,
    'Ce-Specversion': '1.0',
    'Ce-Source': `/${manager}`,
    'Ce-Type': `dev.knative.apiserver.resource.${isImage ? 'add' : 'update'}`,
    'Ce-Subject': `/apis/${apiVersion}${scope}/${plural}/${name}`,
    'Ce-Time': time,
    'Ce-Apiversion': apiVersion,
    'Ce-Kind': kind,
    'Ce-Name': name,
    ...(namespace !== undefined && { 'Ce-Namespace': namespace }),
    'Content-Type': 'application/json',
  };
};

/** An Image, with what the lanes read of it. */
const imageBody = ({ digest, created }: PushKey, reference: string): Manifest & Image => ({
  apiVersion: apiVersionOf(imageKind),
  kind: imageKind.kind,
  metadata: { name: digest, creationTimestamp: created },
  dockerImageReference: reference,
});

const streamBody = (
  stream: ImageStream,
  tags: readonly NamedTagEventList[],
): Manifest & ImageStream => ({
  ...stream,
  apiVersion: apiVersionOf(imageStreamKind),
  kind: imageStreamKind.kind,
  metadata: { ...stream.metadata, name: nameOf(stream), namespace: namespaceOf(stream) },
  status: { ...stream.status, tags: [...tags] },
});

const impossible = (problem: PushEventProblem): EventOfPush => ({ outcome: 'impossible', problem });

/**
 * The event by which the listener would have heard of a push: the stream as it was right after it,
 * at its time. To send it is safe: every push that it shows gets the run of its own name, or has it.
 * @param stream as it is now
 * @param id of the event (`sentEventId`)
 */
export const pushEvent = (
  trigger: ImageTrigger,
  { stream, push, id }: { stream: ImageStream; push: PushKey; id: string },
): EventOfPush => {
  const filter = readPushFilter(trigger.name, trigger.objects.lanes[0]?.spec?.interceptors);
  if (!filter || !trigger.binding) return impossible('changed-by-hand');
  if (trigger.active !== 'all') return impossible('paused');
  const tags = tagsAt(stream, push);
  const item = tags
    .flatMap(({ items }) => items ?? [])
    .find(({ image, created }) => image === push.digest && created === push.created);
  if (!item) return impossible('push-gone');
  const isTaken = takenBy(filter, tags, push).includes(`${push.created} ${push.digest}`);
  if (!isTaken) return impossible('filtered');
  const body = isClusterImages(trigger.binding.stream)
    ? imageBody(push, item.dockerImageReference)
    : streamBody(stream, tags);
  const listener = receiverName(trigger.binding.stream.namespace);
  const headers = headersOf(body, id, push.created);
  return { outcome: 'event', event: { listener, headers, body } };
};
