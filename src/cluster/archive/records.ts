import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { fieldsOf } from '../../domain/fields';
import { ClusterError } from '../../domain/problem';
import { recordsPath, resultsAlias } from '../../k8s/results-record';
import type { RecordsQuery } from '../../k8s/results-record';
import type { K8sObject } from '../../k8s/resource';
import { isNamedObject } from '../live/watch-frame';
import { httpStatusOf, parseProblem } from '../parse-problem';
import { pluginName } from '../version';

/** A page of what Tekton Results has. */
export interface RecordsPage {
  /** Newest first. What cannot be read as an object is left out. */
  readonly objects: readonly K8sObject[];
  /** RFC 3339: when the last one of them was first seen; undefined on an empty page. */
  readonly oldest: string | undefined;
  /** By which the next page is asked for; empty where there is none. */
  readonly next: string;
}

/** Why nothing can be read: there is no Tekton Results, or the user may not. */
export class ArchiveError extends ClusterError {
  constructor(
    readonly state: 'absent' | 'forbidden' | 'failed',
    error: ClusterError,
  ) {
    super(error.problem);
  }
}

/**
 * What a status says of Tekton Results. The console answers 404 where the ConsolePlugin has no such
 * proxy, and 502 where nothing answers behind it (openshift/console pkg/plugins, pkg/proxy); a
 * service without a pod may be a 503. Its own 401 means no permission: a session that had ended
 * could not have read the cluster.
 */
const stateOfStatus: Partial<Record<number, ArchiveError['state']>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'absent',
  502: 'absent',
  503: 'absent',
};

const asArchiveError = (error: unknown): ArchiveError =>
  new ArchiveError(
    stateOfStatus[httpStatusOf(error) ?? 0] ?? 'failed',
    new ClusterError(parseProblem(error)),
  );

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const jsonOf = (base64: string): unknown => {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const pageOf = (body: unknown): RecordsPage => {
  const { records, next_page_token: next, nextPageToken } = fieldsOf(body);
  const all = Array.isArray(records) ? records.map(fieldsOf) : [];
  return {
    objects: all.map(({ data }) => jsonOf(textOf(fieldsOf(data).value))).filter(isNamedObject),
    oldest: textOf(all.at(-1)?.create_time) || undefined,
    next: textOf(next) || textOf(nextPageToken),
  };
};

/**
 * Reads a page of records as the user, through the console's proxy for plugins, which sends the
 * user's token along (ConsolePlugin, `authorization: UserToken`).
 *
 * @throws ArchiveError
 */
export const fetchRecords = async (query: RecordsQuery): Promise<RecordsPage> => {
  const path = `api/proxy/plugin/${pluginName}/${resultsAlias}/${recordsPath(query)}`;
  const { pathname, search } = new URL(path, document.baseURI);
  try {
    const response = await consoleFetch(`${pathname}${search}`, {
      headers: { Accept: 'application/json' },
    });
    return pageOf(await response.json());
  } catch (error) {
    throw asArchiveError(error);
  }
};
