import { ApiError, type Failure } from '../../api-error';
import { isRecord } from '../../object';
import { digestOf } from './mapping';

/** An image as a registry outside of the cluster serves it. */
export interface UpstreamImage {
  readonly digest: string;
  /** The pull spec with the digest. */
  readonly reference: string;
  readonly manifest: string;
  readonly mediaType: string;
}

interface Reference {
  /** As it was given. */
  readonly text: string;
  readonly host: string;
  readonly repository: string;
  /** A tag or a digest. */
  readonly version: string;
}

const manifestTypes = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
];

/** Names without the host of a registry, which mean Docker's own, are not taken here. */
const referencePattern =
  /^(?<host>[^/]*[.:][^/]*)\/(?<repository>[^:@]+)(?::(?<tag>[^@]+))?(?:@(?<digest>.+))?$/;

const parseReference = (text: string): Reference | undefined => {
  const { host, repository, tag, digest } = referencePattern.exec(text)?.groups ?? {};
  return host === undefined || repository === undefined
    ? undefined
    : { text, host, repository, version: digest ?? tag ?? 'latest' };
};

const failed = (failure: Omit<Failure, 'details'>): ApiError =>
  new ApiError({ ...failure, details: { group: 'image.openshift.io', kind: 'dockerimage' } });

const internalError = (text: string, cause: string): ApiError =>
  failed({
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${text}: ${cause}`,
  });

const errorCodesIn = (body: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(body);
    const errors: unknown = isRecord(value) ? value.errors : undefined;
    return Array.isArray(errors)
      ? errors.map((one: unknown) => (isRecord(one) ? one.code : undefined))
      : [];
  } catch {
    // No registry, but something else that speaks HTTP.
    return [];
  }
};

/** What a registry's refusal is called (importer.go formatRepositoryError). */
const refusal = ({ text }: Reference, status: number, body: string): ApiError => {
  if (errorCodesIn(body).includes('MANIFEST_UNKNOWN'))
    return failed({
      code: 404,
      reason: 'NotFound',
      message: `dockerimage.image.openshift.io "${text}" not found`,
    });
  if (status === 401)
    return failed({
      code: 401,
      reason: 'Unauthorized',
      message: `you may not have access to the container image "${text}"`,
    });
  return internalError(text, `the registry answered ${status}`);
};

/** The registry's address: HTTP only where the import allows it, and where there is no HTTPS. */
const addressOf = async ({ text, host }: Reference, insecure: boolean): Promise<string> => {
  const addresses = ['https', ...(insecure ? ['http'] : [])].map((scheme) => `${scheme}://${host}`);
  const causes: string[] = [];
  for (const address of addresses) {
    try {
      await fetch(`${address}/v2/`);
      return address;
    } catch (error) {
      causes.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw internalError(text, causes.join(', '));
};

/**
 * Fetches an image's manifest, without credentials (openshift-apiserver
 * pkg/image/apiserver/importer/importer.go getManifestFromSource).
 *
 * @throws ApiError NotFound for a tag that the registry does not have, Unauthorized, InternalError
 */
export const fetchImage = async (text: string, insecure: boolean): Promise<UpstreamImage> => {
  const reference = parseReference(text);
  if (reference === undefined) {
    throw internalError(text, 'the reference names no registry');
  }
  const { host, repository, version } = reference;
  const address = await addressOf(reference, insecure);
  const response = await fetch(`${address}/v2/${repository}/manifests/${version}`, {
    headers: { Accept: manifestTypes.join(', ') },
  });
  const manifest = await response.text();
  if (!response.ok) {
    throw refusal(reference, response.status, manifest);
  }
  const digest = digestOf(manifest);
  return {
    digest,
    reference: `${host}/${repository}@${digest}`,
    manifest,
    mediaType: response.headers.get('Content-Type') ?? '',
  };
};
