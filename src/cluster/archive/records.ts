import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { fieldsOf } from '../../domain/fields';
import { ClusterError } from '../../domain/problem';
import { recordsPath, resultsAlias } from '../../k8s/results-record';
import type { RecordsQuery } from '../../k8s/results-record';
import type { K8sObject } from '../../k8s/resource';
import { isNamedObject } from '../live/watch-frame';
import { httpStatusOf, parseProblem } from '../parse-problem';
import { pluginName } from '../version';
import { fetchProxies } from './proxies';

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
 * What a status says of Tekton Results. The console answers 404 where it knows no such proxy of the
 * ConsolePlugin, and 502 where nothing answers behind it (openshift/console pkg/plugins, pkg/proxy).
 * A 401 of Tekton Results means no permission: a session that had ended could not have read the
 * cluster.
 */
const stateOfStatus: Partial<Record<number, ArchiveError['state']>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'absent',
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

const notOffered = new ArchiveError(
  'absent',
  new ClusterError({ code: 'not-found', message: `The console has no proxy ${resultsAlias}.` }),
);

/**
 * Reads a page of records as the user, through the console's proxy for plugins, which sends the
 * user's token along (ConsolePlugin, `authorization: UserToken`), if there is such a proxy.
 *
 * @throws ArchiveError
 */
const fetchRecords = async (
  query: RecordsQuery,
  proxies: Promise<readonly string[]>,
): Promise<RecordsPage> => {
  const path = `api/proxy/plugin/${pluginName}/${resultsAlias}/${recordsPath(query)}`;
  const { pathname, search } = new URL(path, document.baseURI);
  try {
    if (!(await proxies).includes(resultsAlias)) throw notOffered;
    const response = await consoleFetch(`${pathname}${search}`, {
      headers: { Accept: 'application/json' },
    });
    return pageOf(await response.json());
  } catch (error) {
    throw error instanceof ArchiveError ? error : asArchiveError(error);
  }
};

/** Reads records by `fetchRecords`; whether there is a proxy is asked with the first ones. */
export const recordsReader = (): ((query: RecordsQuery) => Promise<RecordsPage>) => {
  let proxies: Promise<readonly string[]> | undefined;
  return async (query) => {
    const asked = (proxies ??= fetchProxies());
    // What could not be asked is asked again.
    asked.catch(() => (proxies = undefined));
    return fetchRecords(query, asked);
  };
};
