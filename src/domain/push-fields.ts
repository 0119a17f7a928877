import { isClusterImages } from './push';
import type { Push, StreamRef } from './push';

/** A field of the push that a Pipeline's parameter can take its value from. */
export type PushField = 'reference' | 'digest' | 'tag' | 'stream' | 'streamNamespace' | 'pushedAt';

interface FieldSource {
  /** The parameter of the shared TriggerBinding and of every TriggerTemplate. */
  readonly param: string;
  /** Where the listener finds it: the CEL interceptor's extensions, the body or the headers. */
  readonly value: string;
}

/** The fields of the push, each a parameter of the relay's TriggerBinding. */
export const pushFields: Record<PushField, FieldSource> = {
  reference: { param: 'image-reference', value: '$(extensions.push.dockerImageReference)' },
  digest: { param: 'image-digest', value: '$(extensions.push.image)' },
  tag: { param: 'image-tag', value: '$(extensions.tag)' },
  stream: { param: 'image-stream', value: '$(body.metadata.name)' },
  streamNamespace: { param: 'image-stream-namespace', value: '$(body.metadata.namespace)' },
  pushedAt: { param: 'pushed-at', value: '$(extensions.push.created)' },
};

const isPushField = (text: string): text is PushField => Object.hasOwn(pushFields, text);

/** All fields, in the order in which the form offers them. */
export const pushFieldKeys: readonly PushField[] = Object.keys(pushFields).filter(isPushField);

/** What the template needs besides the fields that a user can choose. */
const eventFields = {
  id: { param: 'event-id', value: '$(header.Ce-Id)' },
  time: { param: 'event-time', value: '$(header.Ce-Time)' },
  runName: { param: 'run-name', value: '$(extensions.run-name)' },
} satisfies Record<string, FieldSource>;

/** Fields that an Image has: of those it came to, it knows neither tag nor ImageStream. */
const imageFields: ReadonlySet<PushField> = new Set(['reference', 'digest', 'pushedAt']);

/** Whether the pushes of an ImageStream, or of `clusterImages`, have a field; of none, any may. */
export const hasField = (stream: StreamRef | undefined, field: PushField): boolean =>
  !stream || !isClusterImages(stream) || imageFields.has(field);

/**
 * Every parameter that the TriggerBinding hands to a TriggerTemplate. What an Image has in place of a
 * tag is its repository (`imagesAsStream`): for the record of the run, not for Pipelines.
 */
export const bindingParams = (stream?: StreamRef): readonly FieldSource[] => [
  ...pushFieldKeys
    .filter((field) => field === 'tag' || hasField(stream, field))
    .map((field) => pushFields[field]),
  ...Object.values(eventFields),
];

/** The placeholder of a parameter in a TriggerTemplate. */
export const templateParam = (param: string): string => `$(tt.params.${param})`;

/** What of a push its fields are made of. */
type BoundPush = Pick<Push, 'stream' | 'digest' | 'reference' | 'created'>;

const values: Record<PushField, (push: BoundPush, tag: string) => string> = {
  reference: (push) => push.reference,
  digest: (push) => push.digest,
  tag: (_, tag) => tag,
  stream: (push) => push.stream.name,
  streamNamespace: (push) => push.stream.namespace,
  pushedAt: (push) => push.created,
};

/** The value that a field has for a push that came by a tag. */
export const pushFieldValue = (field: PushField, push: Push, tag: string): string =>
  values[field](push, tag);

/** An event as a TriggerBinding sees it, once the interceptors of a lane are through with it. */
export interface BoundEvent {
  readonly id: string;
  /** RFC 3339 */
  readonly time: string;
  readonly push: BoundPush;
  readonly tag: string;
  readonly runName: string;
}

/** What each expression that a parameter of the relay's TriggerBinding can be comes to. */
export const bindingValues = (event: BoundEvent): ReadonlyMap<string, string> =>
  new Map([
    ...pushFieldKeys.map(
      (field) => [pushFields[field].value, values[field](event.push, event.tag)] as const,
    ),
    [eventFields.id.value, event.id],
    [eventFields.time.value, event.time],
    [eventFields.runName.value, event.runName],
  ]);

/** Reads the key of a field; undefined for any other text. */
export const parsePushField = (text: string): PushField | undefined =>
  isPushField(text) ? text : undefined;

/** A text of the form with its fields, such as `$(tag)`, filled in. */
export const fillFields = (text: string, valueOf: (field: PushField) => string): string =>
  text.replace(/\$\((\w+)\)/g, (whole, name: string) => {
    const field = parsePushField(name);
    return field ? valueOf(field) : whole;
  });

/** Whether the pushes of an ImageStream, or of `clusterImages`, have all fields that stand in a text. */
export const hasFieldsOf = (stream: StreamRef | undefined, text: string): boolean =>
  pushFieldKeys.every((field) => hasField(stream, field) || !text.includes(`$(${field})`));

/** Whether a `$(` in a text is the beginning of no field: Tekton would look for something else. */
export const hasOtherPlaceholder = (text: string): boolean =>
  fillFields(text, () => 'x').includes('$(');

/** A text of the form as a TriggerTemplate has it: its fields are parameters there. */
export const toTemplate = (text: string): string =>
  fillFields(text, (field) => templateParam(pushFields[field].param));

/** A text of a TriggerTemplate as the form has it. */
export const fromTemplate = (text: string): string =>
  pushFieldKeys.reduce(
    (read, field) => read.replaceAll(templateParam(pushFields[field].param), `$(${field})`),
    text,
  );
