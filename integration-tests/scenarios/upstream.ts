import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { digestOf, manifestType } from './image';
import type { Image } from './image';

const host = '127.0.0.1';

interface Content {
  readonly type: string;
  readonly body: string;
}

/** What registries call what they do not have (opencontainers/distribution-spec, error codes). */
type Missing = 'MANIFEST_UNKNOWN' | 'BLOB_UNKNOWN' | 'UNSUPPORTED';

/**
 * A registry outside of the cluster, of one repository, over HTTP on loopback: as much of
 * opencontainers/distribution-spec as an import asks for.
 */
export class Upstream {
  private readonly tags = new Map<string, Image>();
  private readonly images = new Map<string, Image>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer(({ method, url = '' }, response) => {
      this.answer(url, method === 'HEAD', response);
    });
  }

  /** Serves a registry as long as an action takes. */
  static async use(action: (upstream: Upstream) => Promise<void>): Promise<void> {
    const upstream = new Upstream();
    const { server } = upstream;
    await new Promise<void>((resolve) => {
      server.listen(0, host, resolve);
    });
    try {
      await action(upstream);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  /** Moves a tag to an image. */
  move(tag: string, image: Image): void {
    this.tags.set(tag, image);
    this.images.set(image.digest, image);
  }

  /** The pull spec of a tag, whether it is there or not. */
  pullSpecOf(tag: string): string {
    const { port } = this.server.address() as AddressInfo;
    return `${host}:${port}/vendor/web:${tag}`;
  }

  private answer(url: string, headOnly: boolean, response: ServerResponse): void {
    const found = this.find(url);
    const isFound = typeof found !== 'string';
    const { type, body } = isFound
      ? found
      : { type: 'application/json', body: JSON.stringify({ errors: [{ code: found }] }) };
    response.writeHead(isFound ? 200 : 404, {
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
      'Docker-Content-Digest': digestOf(body),
      'Docker-Distribution-Api-Version': 'registry/2.0',
    });
    response.end(headOnly ? undefined : body);
  }

  private find(url: string): Content | Missing {
    if (url === '/v2/') return { type: 'application/json', body: '{}' };
    const [, kind, reference = ''] = /^\/v2\/vendor\/web\/(manifests|blobs)\/(.+)$/.exec(url) ?? [];
    if (kind === 'manifests') {
      const image = this.tags.get(reference) ?? this.images.get(reference);
      return image ? { type: manifestType, body: image.manifest } : 'MANIFEST_UNKNOWN';
    }
    if (kind === 'blobs') {
      const image = [...this.images.values()].find(({ config }) => digestOf(config) === reference);
      return image ? { type: 'application/octet-stream', body: image.config } : 'BLOB_UNKNOWN';
    }
    return 'UNSUPPORTED';
  }
}
