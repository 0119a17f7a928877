import type { ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { Watch, WatchSink } from './watch';

interface Connection extends WatchSink {
  cut(): void;
  onClose(listener: () => void): void;
}

/** The connections of the watches that are open. */
export class OpenWatches {
  readonly #connections = new Set<Connection>();

  get count(): number {
    return this.#connections.size;
  }

  /** Breaks every connection, as a restart of the API server does. */
  cut(): void {
    this.#connections.forEach((connection) => connection.cut());
  }

  /** Streams a watch as chunks of one HTTP response. */
  serveHttp(watch: Watch, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.flushHeaders();
    this.#serve(watch, {
      send: (frame) => response.write(frame),
      end: () => response.end(),
      cut: () => response.destroy(),
      onClose: (listener) => response.on('close', listener),
    });
  }

  /** Streams a watch as text frames. */
  serveWebSocket(watch: Watch, socket: WebSocket): void {
    this.#serve(watch, {
      send: (frame) => socket.send(frame),
      end: () => socket.close(),
      cut: () => socket.terminate(),
      onClose: (listener) => socket.on('close', listener),
    });
  }

  #serve(watch: Watch, connection: Connection): void {
    let stop = (): void => undefined;
    this.#connections.add(connection);
    connection.onClose(() => {
      stop();
      this.#connections.delete(connection);
    });
    stop = watch.start(connection);
  }
}
