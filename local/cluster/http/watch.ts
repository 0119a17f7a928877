import { apiVersionOf, type K8sObject } from '../../../src/k8s/resource';
import type { ApiContext } from '../api-context';
import { isApiError } from '../api-error';
import type { StoreEvent } from '../event-queue';
import { formOf, objectJson } from './read';
import { countIn, isTrue, type ApiRequest } from './request';
import { selectedObjects, selectionOf } from './selection';
import type { Target } from './target';
import { changeOf } from './watch-change';
import { watchStartOf } from './watch-start';

/** Where the frames of a watch go. */
export interface WatchSink {
  /** One JSON event, with its newline. */
  send(frame: string): void;
  /** Ends the watch as a server does whose time is up. */
  end(): void;
}

export interface WatchRequest {
  readonly context: ApiContext;
  readonly target: Target;
  readonly request: ApiRequest;
}

/** A watch that is ready to be sent. */
export interface Watch {
  /** Sends what is there and everything that happens, until the returned function is called. */
  start(sink: WatchSink): () => void;
}

const bookmarkIntervalMs = 60_000;
const defaultTimeoutSeconds = 1800;
/** Timers cannot wait for much longer. */
const longestTimeoutSeconds = 86_400;

type Frame = readonly [type: string, json: string];

const bookmark = (
  { context, target }: WatchRequest,
  annotations?: Record<string, string>,
): K8sObject => ({
  apiVersion: apiVersionOf(target.definition.kind),
  kind: target.definition.kind.kind,
  metadata: {
    resourceVersion: String(context.store.resourceVersion),
    ...(annotations && { annotations }),
  },
});

/** What the watch's first frames and each write say. */
const framesOf = (watchRequest: WatchRequest) => {
  const { context, target, request } = watchRequest;
  const selection = selectionOf(context, target, request);
  const form = formOf(context, target, request);
  const { tellsState, marksStateEnd, version } = watchStartOf(request.query);
  const json = (object: K8sObject) => objectJson(object, { ...form, now: context.clock.now() });
  const ofEvent = (event: StoreEvent): Frame[] => {
    const change =
      event.definition.kind === selection.source.kind ? changeOf(event, selection) : undefined;
    return change === undefined ? [] : [[change.type, json(change.object)]];
  };
  const stateEnd = { 'k8s.io/initial-events-end': 'true' };
  return {
    ofEvent,
    bookmark: (): Frame => ['BOOKMARK', json(bookmark(watchRequest))],
    /** @throws ApiError Expired */
    first: (): Frame[] =>
      tellsState
        ? [
            ...selectedObjects(context, selection).map((one): Frame => ['ADDED', json(one)]),
            ...(marksStateEnd
              ? [['BOOKMARK', json(bookmark(watchRequest, stateEnd))] as const]
              : []),
          ]
        : version === 0
          ? []
          : context.log.since(version).flatMap(ofEvent),
  };
};

/**
 * Watches the objects of a target: what is there (without a version), or what happened since a
 * version, then everything that happens. A version that is too old is told by an ERROR event.
 *
 * @throws ApiError for parameters that cannot be read
 */
export const watch = (watchRequest: WatchRequest): Watch => {
  const { context, request } = watchRequest;
  const frames = framesOf(watchRequest);
  const asked = countIn(request.query, 'timeoutSeconds') ?? defaultTimeoutSeconds;
  const seconds = Math.min(asked, longestTimeoutSeconds);
  const wantsBookmarks = isTrue(request.query, 'allowWatchBookmarks');
  return {
    start: (sink) => {
      const send = ([type, json]: Frame): void =>
        sink.send(`{"type":"${type}","object":${json}}\n`);
      try {
        frames.first().forEach(send);
      } catch (error) {
        if (!isApiError(error, 'Expired')) {
          throw error;
        }
        send(['ERROR', JSON.stringify(error.status)]);
        sink.end();
        return () => undefined;
      }
      const unsubscribe = context.store.watch((event) => frames.ofEvent(event).forEach(send));
      const bookmarks = wantsBookmarks
        ? setInterval(() => send(frames.bookmark()), bookmarkIntervalMs).unref()
        : undefined;
      const timeout = setTimeout(() => sink.end(), seconds * 1000).unref();
      return () => {
        unsubscribe();
        clearInterval(bookmarks);
        clearTimeout(timeout);
      };
    },
  };
};
