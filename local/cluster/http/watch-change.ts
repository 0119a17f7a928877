import type { StoreEvent } from '../event-queue';
import type { Stored } from '../object';
import type { Selection } from './selection';

/** What a watcher is told of a write. */
export interface Change {
  readonly type: StoreEvent['type'];
  readonly object: Stored;
}

/** What a write is to a watcher: objects come and go also by changing labels. */
export const changeOf = (
  { type, object, previous }: StoreEvent,
  { selects, derive }: Selection,
): Change | undefined => {
  const is = type !== 'DELETED' && selects(object);
  const was = previous !== undefined && selects(previous);
  if (is) {
    return { type: was ? 'MODIFIED' : 'ADDED', object: derive(object) };
  }
  if (!was) {
    return undefined;
  }
  if (type === 'DELETED') {
    return { type, object: derive(object) };
  }
  const { resourceVersion } = object.metadata;
  const last = { ...previous, metadata: { ...previous.metadata, resourceVersion } };
  return { type: 'DELETED', object: derive(last) };
};
