import type { PushField } from '../push-fields';
import { pushFields, templateParam } from '../push-fields';
import type { PushScope } from '../found-chain/push-scope';

/** A part of an event that is a field of a push, by the kind of object that the event is about. */
type FieldPattern = readonly [PushField, RegExp];

/**
 * Where the events of an ApiServerSource hold what the form calls a field of the push: the body is
 * the object, and the headers are lower case here. An Image is named by its digest, and its
 * reference is a pull spec with it (openshift/api image/v1 types.go, Image). Of an ImageStream, the
 * first item of a tag is the newest push; a trigger asks for the tag that was pushed, whichever of the
 * tags a chain has asked for.
 */
const patterns: Record<PushScope['of'], readonly FieldPattern[]> = {
  images: [
    ['reference', /^body\.dockerImageReference$/],
    ['digest', /^body\.metadata\.name$|^header\.ce-name$/],
    ['digest', /^body\.dockerImageReference\.split\(['"]@['"]\)\[1\]$/],
  ],
  streams: [
    ['stream', /^body\.metadata\.name$|^header\.ce-name$/],
    ['streamNamespace', /^body\.metadata\.namespace$|^header\.ce-namespace$/],
    ['tag', /^body\.status\.tags\b.*\.tag$/],
    ['reference', /^body\.status\.tags\b.*\.items\[0\]\.dockerImageReference$/],
    ['digest', /^body\.status\.tags\b.*\.items\[0\]\.image$/],
    ['pushedAt', /^body\.status\.tags\b.*\.items\[0\]\.created$/],
  ],
};

/** What a TriggerBinding asks an event for, without its `$(` and `)`. */
const normal = (expression: string): string =>
  expression.startsWith('header.') ? expression.toLowerCase() : expression;

/** What an interceptor adds to an event: what each extension is in terms of the event itself. */
export type Extensions = ReadonlyMap<string, string>;

/** `extensions.newest.image` is whatever `newest` is, and its `image`. */
const withoutExtension = (expression: string, extensions: Extensions): string => {
  const [, key = '', rest = ''] = /^extensions\.([\w-]+)(.*)$/.exec(expression) ?? [];
  const extension = extensions.get(key);
  return extension === undefined ? expression : `${extension.trim()}${rest}`;
};

/** By what the expressions of a chain are read. */
export interface EventShape {
  /** The kinds of objects of which its sources tell. */
  readonly kinds: readonly PushScope['of'][];
  readonly extensions: Extensions;
}

/** The field of a push that an expression is; undefined where there is none, or could be two. */
export const pushFieldOf = (expression: string, shape: EventShape): PushField | undefined => {
  const text = normal(withoutExtension(expression, shape.extensions));
  const fields = shape.kinds.flatMap((kind) =>
    patterns[kind].filter(([, pattern]) => pattern.test(text)).map(([field]) => field),
  );
  const [field, ...others] = new Set(fields);
  return others.length === 0 ? field : undefined;
};

/** A text of a chain in the words of a trigger's template. */
export interface ReadValue {
  readonly text: string;
  /** What of the event it asked for, as it was written: `$(body.metadata.name)`. */
  readonly asks: readonly string[];
  /** Those of them that no field of a push gives. */
  readonly unknown: readonly string[];
}

const placeholder = /\$\(((?:[^()]|\([^()]*\))*)\)/g;

/** Reads the value of a parameter of a TriggerBinding. */
export const readValue = (value: string, shape: EventShape): ReadValue => {
  const asks: string[] = [];
  const unknown: string[] = [];
  const text = value.replace(placeholder, (whole, expression: string) => {
    asks.push(whole);
    const field = pushFieldOf(expression.trim(), shape);
    if (field) return templateParam(pushFields[field].param);
    unknown.push(whole);
    return whole;
  });
  return { text, asks, unknown };
};
