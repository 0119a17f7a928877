/**
 * What is known of a value before it is there. Numbers are `dyn`: those of JSON are doubles for CEL,
 * and compare with all others.
 */
export type Shape =
  | { readonly is: 'scalar'; readonly type: string }
  | { readonly is: 'list' | 'map'; readonly of: Shape }
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, Shape>> };

export const scalar = (type: string): Shape => ({ is: 'scalar', type });
export const any = scalar('dyn');
export const bool = scalar('bool');
const text = scalar('string');
const listOf = (of: Shape): Shape => ({ is: 'list', of });
const mapOf = (of: Shape): Shape => ({ is: 'map', of });
const object = (fields: Readonly<Record<string, Shape>>): Shape => ({ is: 'object', fields });

/** What a shape is called in CEL. */
export const typeOfShape = (shape: Shape): string => {
  if (shape.is === 'scalar') return shape.type;
  return shape.is === 'list' ? 'list' : 'map';
};

const condition = object({
  type: text,
  status: text,
  reason: text,
  message: text,
  lastTransitionTime: text,
  generation: any,
});

/** An entry of `status.tags` (openshift/api image/v1 NamedTagEventList). */
const tagHistory = object({
  tag: text,
  items: listOf(
    object({ created: text, dockerImageReference: text, image: text, generation: any }),
  ),
  conditions: listOf(condition),
});

/** An entry of `spec.tags` (openshift/api image/v1 TagReference). */
const tagReference = object({
  name: text,
  annotations: mapOf(text),
  from: object({ kind: text, name: text, namespace: text }),
  reference: bool,
  generation: any,
  importPolicy: object({ insecure: bool, scheduled: bool, importMode: text }),
  referencePolicy: object({ type: text }),
});

const imageStream = object({
  apiVersion: text,
  kind: text,
  metadata: object({
    name: text,
    namespace: text,
    uid: text,
    resourceVersion: text,
    generation: any,
    creationTimestamp: text,
    labels: mapOf(text),
    annotations: mapOf(text),
    ownerReferences: listOf(any),
    finalizers: listOf(text),
    managedFields: listOf(any),
  }),
  spec: object({ lookupPolicy: object({ local: bool }), tags: listOf(tagReference) }),
  status: object({
    dockerImageRepository: text,
    publicDockerImageRepository: text,
    tags: listOf(tagHistory),
  }),
});

/**
 * What an expression can name: `t`, the tag that is asked about, and what Triggers hands to its
 * interceptor (tektoncd/triggers pkg/interceptors/cel/cel.go, makeCelEnv), but `extensions`, which
 * has nothing at that time.
 */
export const eventShapes: Readonly<Record<string, Shape>> = {
  t: tagHistory,
  body: imageStream,
  header: mapOf(listOf(text)),
  requestURL: text,
};

/** Whether a value can be true or false, as far as is known. */
export const isBool = (shape: Shape): boolean => ['bool', 'dyn'].includes(typeOfShape(shape));
