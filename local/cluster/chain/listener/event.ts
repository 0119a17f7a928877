import type { Headers } from '../header';

/** A request that reached a listener. */
export interface ListenerEvent {
  /** The parsed JSON of its body. */
  body: unknown;
  header: Headers;
  requestURL: string;
  /** The listener's own id of it. */
  id: string;
}
