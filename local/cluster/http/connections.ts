import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Outage } from '../outage';
import { controlPrefix } from './control';

/**
 * The connections of clients; Node's own list leaves out those that asked for an upgrade. In an
 * outage they break, but for those to the control endpoint: it is not the API server's.
 */
export class Connections {
  readonly #open = new Set<Socket>();
  readonly #controlling = new Set<Socket>();
  readonly #outage: Outage;

  constructor(outage: Outage) {
    this.#outage = outage;
    outage.subscribe((isDown) => {
      if (isDown) {
        this.#cut();
      }
    });
  }

  add(socket: Socket): void {
    this.#open.add(socket);
    socket.on('close', () => {
      this.#open.delete(socket);
      this.#controlling.delete(socket);
    });
  }

  /** Whether a request can be served; where the API server is away, its connection breaks. */
  admit({ url, socket }: IncomingMessage): boolean {
    if (url?.startsWith(controlPrefix)) {
      this.#controlling.add(socket);
      return true;
    }
    this.#controlling.delete(socket);
    if (this.#outage.isDown) {
      socket.resetAndDestroy();
    }
    return !this.#outage.isDown;
  }

  close(): void {
    this.#open.forEach((socket) => socket.destroy());
  }

  #cut(): void {
    this.#open.forEach((socket) => {
      if (!this.#controlling.has(socket)) {
        socket.resetAndDestroy();
      }
    });
  }
}
