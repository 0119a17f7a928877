import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { apiServerOfContext } from './kubeconfig';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const base64 = (text: string) => Buffer.from(text).toString('base64');

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const aConfig = (user: object, cluster: object = {}): string =>
  write(
    'config',
    stringify({
      contexts: [{ name: 'dev', context: { cluster: 'c1', user: 'u1' } }],
      clusters: [{ name: 'c1', cluster: { server: 'https://api.example:6443', ...cluster } }],
      users: [{ name: 'u1', user }],
    }),
  );

const credentialsOf = async (user: object) =>
  apiServerOfContext('dev', aConfig(user)).users[0].credentials();

describe('apiServerOfContext', () => {
  it('reads server, authority and the skipping of its check', () => {
    const data = aConfig({}, { 'certificate-authority-data': base64('PEM') });
    expect(apiServerOfContext('dev', data)).toMatchObject({
      url: 'https://api.example:6443',
      ca: 'PEM',
      skipTlsVerify: false,
    });
    write('ca.pem', 'PEM from a file');
    const file = aConfig(
      {},
      { 'certificate-authority': 'ca.pem', 'insecure-skip-tls-verify': true },
    );
    expect(apiServerOfContext('dev', file)).toMatchObject({
      ca: 'PEM from a file',
      skipTlsVerify: true,
    });
  });

  it('knows tokens, token files and client certificates', async () => {
    expect(await credentialsOf({ token: 't1' })).toMatchObject({ token: 't1' });
    write('token', 't2\n');
    expect(await credentialsOf({ tokenFile: 'token' })).toMatchObject({ token: 't2' });
    const pair = { 'client-certificate-data': base64('CERT'), 'client-key-data': base64('KEY') };
    expect(await credentialsOf(pair)).toEqual({ certificate: 'CERT', key: 'KEY' });
  });

  it('asks an exec plugin, again only when its answer ends', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const plugin = write(
      'plugin',
      `#!/bin/sh\necho x >> "$COUNT"\necho '{"status":{"token":"'"$1"'","expirationTimestamp":"${until}"}}'\n`,
    );
    chmodSync(plugin, 0o755);
    const count = write('count', '');
    const exec = { command: './plugin', args: ['t3'], env: [{ name: 'COUNT', value: count }] };
    const { users } = apiServerOfContext('dev', aConfig({ exec }));
    expect(await users[0].credentials()).toMatchObject({ token: 't3' });
    expect(await users[0].credentials()).toMatchObject({ token: 't3' });
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(count, 'utf8')).toBe('x\n');
  });

  it('says which plugin failed, with its hint', async () => {
    const exec = { command: './missing', installHint: 'Install it.' };
    await expect(credentialsOf({ exec })).rejects.toThrow(/missing" failed: .*Install it\./);
  });

  it('takes a context from one file and its user from another', () => {
    const first = write(
      'a',
      stringify({ contexts: [{ name: 'dev', context: { cluster: 'c1', user: 'u1' } }] }),
    );
    const second = aConfig({ token: 't' });
    expect(apiServerOfContext('dev', `${first}:${second}`).users[0].name).toBe('u1');
  });

  it('names the contexts that there are', () => {
    expect(() => apiServerOfContext('prod', aConfig({}))).toThrow(
      'There is no context "prod" in the kubeconfig. Known contexts: dev.',
    );
  });

  it('says which file it cannot read', () => {
    expect(() => apiServerOfContext('dev', join(folder, 'gone'))).toThrow(
      /gone cannot be read: .*ENOENT/,
    );
  });
});
