import type { ApiContext } from '../api-context';
import { badRequest, methodNotAllowed, type Status } from '../api-error';
import { isRecord, type Stored } from '../object';
import type { RemoveOptions } from '../removal';
import type { ResourceDefinition } from '../resource-definition';
import { jsonAnswer, type Answer } from './answer';
import { list } from './read';
import { isDryRun, parseJson, type ApiRequest } from './request';
import { selectedObjects, selectionOf } from './selection';
import type { Target } from './target';

const policies = ['Background', 'Foreground', 'Orphan'] as const;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const policyOf = (body: Record<string, unknown>, query: URLSearchParams) => {
  const text = textOf(body.propagationPolicy) ?? textOf(query.get('propagationPolicy'));
  const policy = policies.find((one) => one === text);
  if (text !== undefined && policy === undefined) {
    throw badRequest(
      `invalid: DeletionPropagation: Invalid value: "${text}": needs to be one of "Foreground", "Background", "Orphan" or nil`,
    );
  }
  return policy ?? (body.orphanDependents === true ? 'Orphan' : undefined);
};

/** The metav1.DeleteOptions of a request, from its body and its query. */
const optionsOf = ({ body, query }: ApiRequest): RemoveOptions => {
  const value = body.trim() === '' ? {} : parseJson(body);
  const fields = isRecord(value) ? value : {};
  const preconditions = isRecord(fields.preconditions) ? fields.preconditions : {};
  const dryRuns = Array.isArray(fields.dryRun) ? fields.dryRun.map(String) : [];
  return {
    preconditions: {
      uid: textOf(preconditions.uid),
      resourceVersion: textOf(preconditions.resourceVersion),
    },
    propagationPolicy: policyOf(fields, query),
    dryRun: isDryRun([...dryRuns, ...query.getAll('dryRun')]),
  };
};

const successOf = (
  { kind }: ResourceDefinition,
  { name, uid }: { name: string; uid?: string },
): Status => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  details: {
    name,
    ...(kind.apiGroup === undefined ? {} : { group: kind.apiGroup }),
    kind: kind.plural,
    ...(uid === undefined ? {} : { uid }),
  },
});

/** Deletes one object; one that finalizers hold is answered itself instead of a success. */
export const remove = (context: ApiContext, target: Target, request: ApiRequest): Answer => {
  const { definition, name = '', namespace } = target;
  const view = context.admission.viewOf(definition);
  if (view !== undefined) {
    if (view.remove === undefined) {
      throw methodNotAllowed();
    }
    view.remove({ name, namespace, user: request.user });
    return jsonAnswer(successOf(definition, { name }));
  }
  const { from: source = definition } = context.admission.derivationOf(definition) ?? {};
  const removed: Stored = context.store.remove(source, { name, namespace }, optionsOf(request));
  const isHeld =
    context.store.find(source, removed.metadata)?.metadata.deletionTimestamp !== undefined;
  return isHeld && removed.metadata.deletionTimestamp !== undefined
    ? jsonAnswer(removed)
    : jsonAnswer(successOf(definition, removed.metadata));
};

/** Deletes the selected objects and answers them as a list. */
export const removeCollection = (
  context: ApiContext,
  target: Target,
  request: ApiRequest,
): Answer => {
  const options = optionsOf(request);
  const selection = selectionOf(context, target, request);
  const answer = list(context, target, request);
  for (const { metadata } of selectedObjects(context, selection)) {
    context.store.remove(target.definition, metadata, options);
  }
  return answer;
};
