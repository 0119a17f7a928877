import { applyPatch, JsonPatchError, type Operation } from 'fast-json-patch';
import { ApiError, badRequest } from '../api-error';
import { isRecord } from '../object';
import type { ResourceDefinition } from '../resource-definition';
import { parseJson } from './request';

/** RFC 7386: null removes a field, an object is merged, all else replaces. */
const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) {
    return patch;
  }
  const merged: Record<string, unknown> = isRecord(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      Reflect.deleteProperty(merged, field);
    } else {
      merged[field] = mergePatch(merged[field], value);
    }
  }
  return merged;
};

const operations = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

const isOperation = (value: unknown): value is Operation =>
  isRecord(value) &&
  typeof value.op === 'string' &&
  operations.includes(value.op) &&
  typeof value.path === 'string';

/** RFC 6902. */
const jsonPatch = (target: object, patch: unknown): unknown => {
  if (!Array.isArray(patch) || !patch.every(isOperation)) {
    throw badRequest('json: cannot unmarshal the body into a JSON patch');
  }
  try {
    return applyPatch(structuredClone(target), patch, true, true).newDocument;
  } catch (error) {
    if (!(error instanceof JsonPatchError)) {
      throw error;
    }
    throw new ApiError({
      code: 422,
      reason: 'Invalid',
      message: 'the server rejected our request due to an error in our request',
      details: {},
    });
  }
};

const jsonPatchType = 'application/json-patch+json';
const mergePatchType = 'application/merge-patch+json';
const strategicPatchType = 'application/strategic-merge-patch+json';

interface PatchBody {
  readonly mediaType: string;
  readonly body: string;
}

/**
 * An object after a patch. A strategic merge patch of a built-in kind replaces lists, as a merge
 * patch does; a custom resource has none.
 *
 * @throws ApiError UnsupportedMediaType, BadRequest, or Invalid where a patch does not apply
 */
export const patched = (
  definition: ResourceDefinition,
  object: object,
  { mediaType, body }: PatchBody,
): unknown => {
  const accepted = definition.custom
    ? [jsonPatchType, mergePatchType]
    : [jsonPatchType, mergePatchType, strategicPatchType];
  if (!accepted.includes(mediaType)) {
    throw new ApiError({
      code: 415,
      reason: 'UnsupportedMediaType',
      message: `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`,
      details: {},
    });
  }
  const patch = parseJson(body);
  return mediaType === jsonPatchType ? jsonPatch(object, patch) : mergePatch(object, patch);
};
