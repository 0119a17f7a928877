import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The kinds of files that the build makes, with names like its own. */
export const files = {
  manifest: '/plugin-manifest.json',
  entry: '/plugin-entry.2c5df2df481403ba8b39.min.js',
  page: '/exposed-OverviewPage-08f3e7f8db598770de6a.min.js',
  chunk: '/1003-668590684b5d388e954a.min.js',
  styles: '/1003-668590684b5d388e954a.min.css',
  icon: '/0123456789abcdef0123.svg',
  license: '/1190-29ccf3c5f48b8775c34c.min.js.LICENSE.txt',
  locale: '/locales/en/plugin__image-triggers-plugin.json',
} as const;

/** What the chart adds to them. */
export const settings = { proxies: '/proxies.json' } as const;

/** What a file of the fixture holds: its path, and enough to be worth compressing. */
export const contentOf = (path: string): string => `${path}\n`.repeat(200);

/** Writes files of the fixture below a folder. */
export const writeFiles = (folder: string, paths: Readonly<Record<string, string>>): void => {
  for (const path of Object.values(paths)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contentOf(path));
  }
};

/**
 * Writes a new self-signed certificate over the one that is there.
 * @param whose as openssl has it: `IP:...` or `DNS:...`
 * @throws Error where openssl is missing
 */
export const writeCertificate = (folder: string, whose = 'IP:127.0.0.1'): void => {
  const key = join(folder, 'tls.key');
  const args = [
    ...['req', '-x509', '-nodes', '-days', '1', '-subj', '/CN=web-server'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ...['-addext', `subjectAltName=${whose}`],
    ...['-keyout', key, '-out', join(folder, 'tls.crt')],
  ];
  try {
    execFileSync('openssl', args, { stdio: 'pipe' });
  } catch (error) {
    throw new Error('openssl could not make a certificate: is it installed?', { cause: error });
  }
  chmodSync(key, 0o644);
};
