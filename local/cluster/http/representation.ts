import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from '../api-error';

/** The forms in which objects are answered. */
export type Representation = 'Object' | 'Table' | 'PartialObjectMetadata';

const parametersOf = (part: string): ReadonlyMap<string, string> =>
  new Map(
    part
      .split(';')
      .slice(1)
      .map((parameter) => parameter.trim().split('='))
      .map(([key = '', value = '']) => [key, value]),
  );

const representationIn = (part: string): Representation | undefined => {
  const type = part.replace(/;.*$/, '').trim();
  const parameters = parametersOf(part);
  const as = parameters.get('as');
  if (type === '*/*' || type === 'application/*') {
    return 'Object';
  }
  if (type !== 'application/json') {
    return undefined;
  }
  if (as === undefined) {
    return 'Object';
  }
  if (parameters.get('g') !== 'meta.k8s.io' || parameters.get('v') !== 'v1') {
    return undefined;
  }
  switch (as) {
    case 'Table':
      return 'Table';
    case 'PartialObjectMetadata':
    case 'PartialObjectMetadataList':
      return 'PartialObjectMetadata';
    default:
      return undefined;
  }
};

/**
 * The first form of an `Accept` header that is served.
 *
 * @throws ApiError NotAcceptable
 */
export const representationOf = ({ accept = '' }: IncomingHttpHeaders): Representation => {
  const parts = accept.split(',').filter((part) => part.trim() !== '');
  const [representation] =
    parts.length === 0
      ? ['Object' as const]
      : parts.map(representationIn).filter((one) => one !== undefined);
  if (representation === undefined) {
    throw new ApiError({
      code: 406,
      reason: 'NotAcceptable',
      message: 'only the following media types are accepted: application/json',
      details: {},
    });
  }
  return representation;
};

/** Whether an `Accept` header asks for aggregated discovery; v2 is the only version served. */
export const acceptsAggregatedDiscovery = ({ accept = '' }: IncomingHttpHeaders): boolean =>
  accept.split(',').some((part) => {
    const parameters = parametersOf(part);
    return (
      parameters.get('g') === 'apidiscovery.k8s.io' &&
      parameters.get('v') === 'v2' &&
      parameters.get('as') === 'APIGroupDiscoveryList'
    );
  });
