import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../process/shell';

/** Files in PEM, all in one folder. */
export interface Certificates {
  /** Of the authority that signed the others. */
  readonly caFile: string;
  readonly ca: string;
  /** Of both API servers. */
  readonly serving: KeyPair;
  /** By which kube-apiserver proves itself to the aggregated one. */
  readonly frontProxy: KeyPair;
  /** Signs the tokens of ServiceAccounts. */
  readonly serviceAccountKey: string;
}

interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** The name by which the aggregated API server knows kube-apiserver. */
export const frontProxyName = 'front-proxy';

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'] as const;

const pairIn = (folder: string, name: string): KeyPair => ({
  certificate: join(folder, `${name}.crt`),
  key: join(folder, `${name}.key`),
});

const selfSigned = async (folder: string): Promise<KeyPair> => {
  const pair = pairIn(folder, 'ca');
  const output = ['-keyout', pair.key, '-out', pair.certificate];
  const subject = ['-subj', '/CN=control-plane', '-days', '2'];
  await run(['openssl', 'req', '-x509', ...newKey, ...subject, ...output]);
  return pair;
};

interface Subject {
  readonly name: string;
  /** As openssl has them: `DNS:...` and `IP:...`. */
  readonly names: readonly string[];
  readonly usage: 'clientAuth' | 'serverAuth';
}

const signed = async (folder: string, ca: KeyPair, subject: Subject): Promise<KeyPair> => {
  const { name, names, usage } = subject;
  const pair = pairIn(folder, name);
  await run([
    ...(['openssl', 'req', '-x509', ...newKey, '-days', '2'] as const),
    ...['-CA', ca.certificate, '-CAkey', ca.key, '-subj', `/CN=${name}`],
    ...['-addext', `extendedKeyUsage=${usage}`, '-addext', 'basicConstraints=CA:FALSE'],
    ...(names.length === 0 ? [] : ['-addext', `subjectAltName=${names.join(',')}`]),
    ...['-keyout', pair.key, '-out', pair.certificate],
  ]);
  return pair;
};

/**
 * Makes an authority and what it signs.
 * @param addresses of the API servers
 * @throws Error with openssl's words
 */
export const makeCertificates = async (
  runFolder: string,
  addresses: readonly string[],
): Promise<Certificates> => {
  const folder = join(runFolder, 'certificates');
  await mkdir(folder, { recursive: true });
  const ca = await selfSigned(folder);
  const serviceAccountKey = join(folder, 'service-account.key');
  const services = ['kubernetes.default.svc', 'api.openshift-apiserver.svc', 'localhost'];
  const names = [...services.map((name) => `DNS:${name}`), ...addresses.map((ip) => `IP:${ip}`)];
  const [serving, frontProxy] = await Promise.all([
    signed(folder, ca, { name: 'serving', names, usage: 'serverAuth' }),
    signed(folder, ca, { name: frontProxyName, names: [], usage: 'clientAuth' }),
    run([
      ...(['openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout'] as const),
      ...['-out', serviceAccountKey],
    ]),
  ]);
  const text = readFileSync(ca.certificate, 'utf8');
  return { caFile: ca.certificate, ca: text, serving, frontProxy, serviceAccountKey };
};
