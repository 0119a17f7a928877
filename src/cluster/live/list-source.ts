import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { fieldsOf } from '../../domain/fields';
import { ClusterError } from '../../domain/problem';
import type { Problem } from '../../domain/problem';
import type { K8sObject } from '../../k8s/resource';
import { parseProblem } from '../parse-problem';
import { keepOf } from './keep';
import { listPath } from './list-query';
import type { ListQuery } from './list-query';
import { acceptOf, objectsOf } from './table';
import { isNamedObject, parseWatchFrame } from './watch-frame';
import type { WatchFrame } from './watch-frame';

/** All objects of a query, and the version from which a watch tells what happened since. */
export interface Listed {
  readonly objects: readonly K8sObject[];
  readonly version: string;
}

export interface WatchHandlers {
  readonly opened: () => void;
  readonly told: (frame: WatchFrame) => void;
  /** It ended, or never began: a socket does not say why. */
  readonly closed: () => void;
}

/** Where the objects of one query come from. */
export interface ListSource {
  /**
   * @param version `0`: whatever the server has in its cache, which is fast and may be some seconds
   * old; empty: as it is now (kubernetes.io, API concepts, "Resource versions")
   * @throws ClusterError
   */
  list(version: '0' | '', signal: AbortSignal): Promise<Listed>;
  /** Tells what happens after a version. Returns what ends it; no handler is called after that. */
  watch(version: string, handlers: WatchHandlers): () => void;
}

const noList: Problem = {
  code: 'unexpected',
  message: 'The API server answered with something that is no list.',
};

/** @throws ClusterError for a Status, `{}` or anything else that is no list */
const listedOf = (body: unknown, query: ListQuery): Listed => {
  const objects = objectsOf(body, query.kind);
  const { kind, metadata } = fieldsOf(body);
  if (!objects) throw new ClusterError(kind === 'Status' ? parseProblem(body) : noList);
  const { resourceVersion } = fieldsOf(metadata);
  return {
    objects: objects.filter(isNamedObject).map(keepOf(query)),
    version: typeof resourceVersion === 'string' ? resourceVersion : '',
  };
};

/** A list has no name that could be missing: its 404 says that the API is not served. */
const ofList = (error: unknown): ClusterError => {
  const problem = parseProblem(error);
  return new ClusterError(
    problem.code === 'not-found' ? { ...problem, code: 'api-missing' } : problem,
  );
};

/**
 * Lists and watches through the console, as its user.
 *
 * @param protocols WebSocket subprotocols that carry whom the user impersonates; a browser's
 * WebSocket has no headers of its own (openshift/console, pkg/proxy)
 */
export const consoleSource = (query: ListQuery, protocols: readonly string[]): ListSource => ({
  list: async (version, signal) => {
    const params: Record<string, string> = version === '' ? {} : { resourceVersion: version };
    try {
      const response = await consoleFetch(listPath(query, params), {
        headers: { Accept: acceptOf(query.kind) },
        signal,
      });
      return listedOf(await response.json(), query);
    } catch (error) {
      throw ofList(error);
    }
  },
  watch: (version, { opened, told, closed }) => {
    const params = { watch: 'true', allowWatchBookmarks: 'true', resourceVersion: version };
    const url = new URL(listPath(query, params), document.baseURI);
    const keep = keepOf(query);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url, [...protocols]);
    socket.onopen = opened;
    socket.onmessage = ({ data }) => told(parseWatchFrame(data, keep));
    socket.onclose = closed;
    return () => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    };
  },
});
