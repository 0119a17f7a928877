import { badRequest, invalid } from '../api-error';
import { builtIn, kindOf } from '../resource-definition';
import { isTrue } from './request';

/** Where a watch begins. */
export interface WatchStart {
  /** Tell what is there before what happens. */
  readonly tellsState: boolean;
  /** Mark the end of what was there by a bookmark. */
  readonly marksStateEnd: boolean;
  /** Tell what happened after this version; 0 where the state is told, or from now on. */
  readonly version: number;
}

const listOptions = builtIn(kindOf('meta.k8s.io/v1/ListOptions', 'listoptions'));

const forbiddenMatch = (cause: string) =>
  invalid(listOptions, '', [
    {
      field: 'resourceVersionMatch',
      reason: 'FieldValueForbidden',
      message: `Forbidden: ${cause}`,
    },
  ]);

/**
 * Reads the parameters of a watch (apimachinery pkg/apis/meta/internalversion/validation).
 *
 * @throws ApiError BadRequest or Invalid
 */
export const watchStartOf = (query: URLSearchParams): WatchStart => {
  const version = query.get('resourceVersion') ?? '';
  const match = query.get('resourceVersionMatch') ?? '';
  if (!/^\d*$/.test(version)) {
    throw badRequest(`Invalid resource version "${version}"`);
  }
  if (!query.has('sendInitialEvents')) {
    if (match !== '') {
      throw forbiddenMatch(
        'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      );
    }
    const tellsState = version === '' || version === '0';
    return { tellsState, marksStateEnd: false, version: Number(version) };
  }
  if (match !== 'NotOlderThan') {
    throw forbiddenMatch('sendInitialEvents requires setting resourceVersionMatch to NotOlderThan');
  }
  const tellsState = isTrue(query, 'sendInitialEvents');
  const marksStateEnd = tellsState && isTrue(query, 'allowWatchBookmarks');
  return { tellsState, marksStateEnd, version: Number(version) };
};
