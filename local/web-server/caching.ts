import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import type { Check } from '../chart/checks';
import { contentOf, files as built, settings } from './fixture';
import type { WebServer } from './nginx';
import { ask } from './request';

const files = { ...built, ...settings } as const;

const forEver = 'public, max-age=31536000, immutable';

/** How long a browser may keep each file of the fixture. */
const cacheControls: Readonly<Record<keyof typeof files, string>> = {
  manifest: 'no-store',
  entry: 'no-cache',
  page: forEver,
  chunk: forEver,
  styles: forEver,
  icon: forEver,
  license: 'no-cache',
  locale: 'no-cache',
  proxies: 'no-cache',
};

const contentTypes: Readonly<Record<keyof typeof files, string>> = {
  manifest: 'application/json; charset=utf-8',
  entry: 'text/javascript; charset=utf-8',
  page: 'text/javascript; charset=utf-8',
  chunk: 'text/javascript; charset=utf-8',
  styles: 'text/css; charset=utf-8',
  icon: 'image/svg+xml',
  license: 'text/plain; charset=utf-8',
  locale: 'application/json; charset=utf-8',
  proxies: 'application/json; charset=utf-8',
};

const names = [
  'manifest',
  'entry',
  'page',
  'chunk',
  'styles',
  'icon',
  'license',
  'locale',
  'proxies',
] as const;

const gzip = { 'accept-encoding': 'gzip' };

/** How files reach the browser, and how long it keeps them. */
export const cachingChecks = (server: WebServer): Check[] => [
  ...names.map((name) => ({
    name: `serves and lets be kept: ${name}, ${cacheControls[name]}`,
    run: async () => {
      const { status, headers, body } = await ask(server, { path: files[name] });
      deepStrictEqual(
        { status, type: headers['content-type'], cache: headers['cache-control'] },
        { status: 200, type: contentTypes[name], cache: cacheControls[name] },
      );
      strictEqual(body.toString(), contentOf(files[name]));
    },
  })),
  ...names.map((name) => ({
    name: `compresses: ${name}`,
    run: async () => {
      const { headers, body } = await ask(server, { path: files[name], headers: gzip });
      strictEqual(headers['content-encoding'], 'gzip');
      strictEqual(headers.vary, 'Accept-Encoding');
      strictEqual(gunzipSync(body).toString(), contentOf(files[name]));
      const plain = await ask(server, { path: files[name] });
      strictEqual(plain.headers['content-encoding'], undefined);
      strictEqual(plain.headers.vary, 'Accept-Encoding');
    },
  })),
  ...(['entry', 'chunk', 'locale'] as const).map((name) => ({
    name: `revalidates without sending it again, compressed or not: ${name}`,
    run: async () => {
      for (const headers of [{}, gzip]) {
        const { etag } = (await ask(server, { path: files[name], headers })).headers;
        notStrictEqual(etag, undefined);
        const again = await ask(server, {
          path: files[name],
          headers: { ...headers, 'if-none-match': etag ?? '' },
        });
        strictEqual(again.status, 304);
        strictEqual(again.headers['cache-control'], cacheControls[name]);
        strictEqual(again.body.length, 0);
      }
    },
  })),
  ...['/absent.js', '/exposed-Gone-0123456789abcdef0123.min.js', '/locales/xx/absent.json'].map(
    (path) => ({
      name: `lets nobody keep that a file is missing: ${path}`,
      run: async () => {
        const { status, headers } = await ask(server, { path });
        deepStrictEqual(
          { status, cache: headers['cache-control'] },
          { status: 404, cache: 'no-store' },
        );
      },
    }),
  ),
];

/** Every script and style sheet of a real build has a name that lets it be kept. */
export const buildCheck = (server: WebServer, scripts: readonly string[]): Check => ({
  name: `lets be kept for ever: the ${scripts.length} scripts and style sheets in dist, but the entry`,
  run: async () => {
    const kept = await Promise.all(
      scripts.map(async (name) => {
        const { status, headers } = await ask(server, { path: `/built/${name}` });
        return { name, status, cache: headers['cache-control'] };
      }),
    );
    const expected = (name: string): string =>
      name.startsWith('plugin-entry.') ? 'no-cache' : forEver;
    deepStrictEqual(
      kept,
      scripts.map((name) => ({ name, status: 200, cache: expected(name) })),
    );
  },
});
