import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { configurationFor, freePort, imageCommand } from './configuration';
import { files, settings, writeCertificate, writeFiles } from './fixture';

/** A running nginx with the chart's configuration. */
export interface WebServer {
  readonly port: number;
  /** The certificate that it should show now. */
  certificate(): Buffer;
  /** Replaces the certificate's files, as the service CA does. */
  renewCertificate(): void;
  /** What it has logged so far, its accesses and its errors. */
  log(): string;
  /** The names in the one folder that it may write to. */
  written(): string[];
  stop(): Promise<void>;
}

/** Debian keeps it where only root's PATH leads. */
const env = { PATH: `${process.env.PATH ?? ''}${delimiter}/usr/sbin` };

/** Without rights: the image's account where the tests run as root, else whoever runs them. */
const account = process.getuid?.() === 0 ? { uid: 1001, gid: 1001 } : undefined;

const giveToAccount = (path: string): void => {
  if (account) chownSync(path, account.uid, account.gid);
};

/** nginx writes its process id once it listens. */
const listening = (child: ChildProcess, folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const watcher = watch(folder, (_, name) => {
      if (name !== 'nginx.pid') return;
      watcher.close();
      resolve();
    });
    child.once('exit', () => {
      watcher.close();
      reject(new Error('nginx ended at its start.'));
    });
  });

/** A new folder with all that nginx reads, and the one below it that it may write to. */
const prepare = (built: string | undefined) => {
  const home = mkdtempSync(join(tmpdir(), 'web-server-'));
  chmodSync(home, 0o755);
  const at = (name: string): string => join(home, name);
  const places = {
    files: at('files'),
    settings: at('settings'),
    certificates: at('certificates'),
    writable: at('writable'),
  };
  Object.values(places).forEach((folder) => mkdirSync(folder));
  giveToAccount(places.writable);
  writeFiles(places.files, files);
  writeFiles(places.settings, settings);
  if (built !== undefined) cpSync(built, join(places.files, 'built'), { recursive: true });
  writeCertificate(places.certificates);
  writeFileSync(at('log'), '');
  giveToAccount(at('log'));
  return { home, places, log: at('log'), configuration: at('nginx.conf') };
};

/**
 * Starts nginx as the image does, on a free port of loopback.
 * @param built the folder of a build, served below `/built`
 * @throws Error where nginx or openssl is missing, or where nginx refuses the configuration
 */
export const startWebServer = async (built?: string): Promise<WebServer> => {
  const [program = '', ...args] = imageCommand();
  if (spawnSync(program, ['-v'], { env }).error !== undefined)
    throw new Error('nginx is missing: install it, such as by apt-get install nginx-light.');
  const { home, places, log, configuration } = prepare(built);
  const port = await freePort();
  writeFileSync(configuration, configurationFor({ port, ...places }));
  const output = openSync(log, 'a');
  const child = spawn(program, [...args, '-c', configuration], {
    env,
    stdio: ['ignore', output, output],
    ...account,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = (): boolean => child.kill();
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    child.kill('SIGQUIT');
    await ended;
    process.off('exit', kill);
    rmSync(home, { recursive: true });
  };
  try {
    await listening(child, places.writable);
  } catch (error) {
    const said = readFileSync(log, 'utf8');
    await stop();
    throw new Error(said, { cause: error });
  }
  return {
    port,
    certificate: () => readFileSync(join(places.certificates, 'tls.crt')),
    renewCertificate: () => writeCertificate(places.certificates),
    log: () => readFileSync(log, 'utf8'),
    written: () => readdirSync(places.writable).sort(),
    stop,
  };
};

/** The scripts and style sheets of the production build; none where there is no such build. */
export const builtNames = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.min\.(css|js)$/.test(name)) : [];
