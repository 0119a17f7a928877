import { deepStrictEqual, doesNotMatch, match, notStrictEqual, ok } from 'node:assert/strict';
import { strictEqual } from 'node:assert/strict';
import { connect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import type { Check } from '../chart/checks';
import { files } from './fixture';
import type { WebServer } from './nginx';
import { ask, askWithoutTls } from './request';

const { manifest } = files;

/** The protocol and the certificate of a connection, or the code of the error that ended it. */
const handshake = (server: WebServer, options: ConnectionOptions) =>
  new Promise<{ error?: string; protocol?: string | null; fingerprint?: string }>((resolve) => {
    const socket = connect({
      host: '127.0.0.1',
      port: server.port,
      ca: server.certificate(),
      ...options,
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve({ error: error.code }));
    socket.on('secureConnect', () => {
      const { fingerprint256 } = socket.getPeerCertificate();
      resolve({ protocol: socket.getProtocol(), fingerprint: fingerprint256 });
      socket.destroy();
    });
  });

const securityHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  server: 'nginx',
};

const tlsChecks = (server: WebServer): Check[] => [
  {
    name: 'serves nothing without TLS',
    run: async () => {
      const { status, body } = await askWithoutTls(server, manifest);
      strictEqual(status, 400);
      doesNotMatch(body.toString(), /plugin-manifest/);
    },
  },
  {
    name: 'speaks TLS 1.2 and 1.3, and nothing older',
    run: async () => {
      for (const protocol of ['TLSv1.2', 'TLSv1.3'] as const) {
        const reached = await handshake(server, { minVersion: protocol, maxVersion: protocol });
        strictEqual(reached.protocol, protocol);
      }
      const old = await handshake(server, {
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        // Else this side would refuse it.
        ciphers: 'DEFAULT@SECLEVEL=0',
      });
      strictEqual(old.error, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
    },
  },
  {
    name: 'accepts no cipher without forward secrecy or authentication of the data',
    run: async () => {
      const ciphers = 'ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA:AES128-GCM-SHA256';
      const { error } = await handshake(server, { maxVersion: 'TLSv1.2', ciphers });
      strictEqual(error, 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE');
    },
  },
  {
    name: 'shows a renewed certificate without a restart',
    run: async () => {
      const before = await handshake(server, {});
      server.renewCertificate();
      const after = await handshake(server, {});
      ok(after.fingerprint !== undefined, after.error);
      notStrictEqual(after.fingerprint, before.fingerprint);
      strictEqual((await ask(server, { path: manifest })).status, 200);
    },
  },
];

const methodChecks = (server: WebServer): Check[] => [
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE'].map((method) => ({
    name: `refuses the method ${method}`,
    run: async () => {
      const { status, headers } = await ask(server, { path: manifest, method });
      deepStrictEqual(
        { status, allow: headers.allow, cache: headers['cache-control'] },
        { status: 405, allow: 'GET, HEAD', cache: 'no-store' },
      );
    },
  })),
  {
    name: 'answers HEAD like GET, without the file',
    run: async () => {
      const { status, headers, body } = await ask(server, { path: manifest, method: 'HEAD' });
      const got = await ask(server, { path: manifest });
      deepStrictEqual([status, body.length], [200, 0]);
      strictEqual(headers['content-length'], String(got.body.length));
      strictEqual(headers.allow, undefined);
    },
  },
];

const headerChecks = (server: WebServer): Check[] =>
  [
    { path: manifest, status: 200 },
    { path: files.chunk, status: 200 },
    { path: '/absent', status: 404 },
    { path: manifest, method: 'POST', status: 405 },
  ].map(({ status, ...question }) => ({
    name: `has the security headers, and no version: ${status} ${question.path}`,
    run: async () => {
      const reply = await ask(server, question);
      strictEqual(reply.status, status);
      const sent = Object.keys(securityHeaders).map((name) => [name, reply.headers[name]]);
      deepStrictEqual(Object.fromEntries(sent), securityHeaders);
      doesNotMatch(reply.body.toString(), /nginx\/\d/);
    },
  }));

const pathChecks = (server: WebServer): Check[] => [
  ...['/', '/locales', '/locales/', '/locales/en', '/built/'].map((path) => ({
    name: `neither lists nor redirects to a folder: ${path}`,
    run: async () => {
      const { status, headers } = await ask(server, { path });
      deepStrictEqual([status, headers.location], [404, undefined]);
    },
  })),
  ...[
    '/../certificates/tls.key',
    '/locales/../../certificates/tls.key',
    '/%2e%2e/certificates/tls.key',
    '/..%2fcertificates%2ftls.key',
    '/locales/..%2f..%2fcertificates/tls.key',
    '/..%5ccertificates%5ctls.key',
    '/.../certificates/tls.key',
    '/%00/../certificates/tls.key',
  ].map((path) => ({
    name: `never leaves the served folder: ${path}`,
    run: async () => {
      const { status, body } = await ask(server, { path });
      ok(status === 400 || status === 404, `It answered ${status ?? 'nothing'}.`);
      doesNotMatch(body.toString(), /PRIVATE KEY/);
    },
  })),
];

/** What it refuses, and what it says of itself. */
export const protectionChecks = (server: WebServer): Check[] => [
  ...tlsChecks(server),
  ...methodChecks(server),
  ...headerChecks(server),
  ...pathChecks(server),
];

/** What it leaves behind on the machine; to be run last. */
export const traceChecks = (server: WebServer): Check[] => [
  {
    name: "logs accesses, but not the kubelet's probes",
    run: async () => {
      const headers = { 'user-agent': 'kube-probe/1.35' };
      await ask(server, { path: '/by-the-kubelet', headers });
      await ask(server, { path: '/by-the-console' });
      // Its one worker logs a request before it takes the next.
      await ask(server, { path: '/afterwards' });
      match(server.log(), /"GET \/by-the-console HTTP\/1\.1" 404/);
      doesNotMatch(server.log(), /by-the-kubelet/);
    },
  },
  {
    name: 'runs without rights and writes to one folder only',
    run: () => {
      const folders = ['client-body', 'fastcgi', 'proxy', 'scgi', 'uwsgi'];
      deepStrictEqual(server.written(), [...folders, 'nginx.pid'].sort());
    },
  },
  {
    name: 'has logged no error',
    run: () => doesNotMatch(server.log(), /\[(warn|error|crit|alert|emerg)\]/),
  },
];
