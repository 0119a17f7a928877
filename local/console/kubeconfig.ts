import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { ApiServer, Credentials } from './api-server';
import { execCredentials } from './exec-credentials';
import { isJsonObject, listAt, objectAt, stringAt, type JsonObject } from './host/json';

/** A named entry of a kubeconfig and the folder to which its relative paths belong. */
interface Entry {
  folder: string;
  value: JsonObject;
}

const filesOf = (variable: string | undefined): string[] =>
  variable === undefined || variable === ''
    ? [join(homedir(), '.kube/config')]
    : variable.split(delimiter).filter((file) => file !== '');

interface ConfigFile {
  folder: string;
  config: unknown;
}

const readConfig = (file: string): ConfigFile => {
  try {
    return { folder: dirname(resolve(file)), config: parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The kubeconfig ${file} cannot be read: ${reason}`, { cause: error });
  }
};

/** The first entry of a name: of several files, the first one wins, as for kubectl. */
const find = (files: ConfigFile[], list: string, name: string): Entry | undefined => {
  for (const { folder, config } of files) {
    const entry = listAt(config, list).find((candidate) => stringAt(candidate, 'name') === name);
    if (entry !== undefined) return { folder, value: objectAt(entry, list.slice(0, -1)) };
  }
  return undefined;
};

const contextNames = (files: ConfigFile[]): string[] =>
  files.flatMap(({ config }) => listAt(config, 'contexts').map((entry) => stringAt(entry, 'name')));

/** PEM that stands in the entry itself (base64) or in a file that it names. */
const pem = ({ folder, value }: Entry, key: string): string | undefined => {
  const data = stringAt(value, `${key}-data`);
  if (data !== '') return Buffer.from(data, 'base64').toString();
  const file = stringAt(value, key);
  return file === '' ? undefined : readFileSync(resolve(folder, file), 'utf8');
};

const credentialsOf = (entry: Entry): (() => Promise<Credentials>) => {
  const { folder, value } = entry;
  if (isJsonObject(value.exec)) return execCredentials(value.exec, folder);
  const tokenFile = stringAt(value, 'tokenFile');
  const fixed: Credentials = {
    certificate: pem(entry, 'client-certificate'),
    key: pem(entry, 'client-key'),
  };
  return () => {
    const token =
      tokenFile === ''
        ? stringAt(value, 'token')
        : readFileSync(resolve(folder, tokenFile), 'utf8').trim();
    return Promise.resolve(token === '' ? fixed : { ...fixed, token });
  };
};

/**
 * The API server of a context of the user's kubeconfig (KUBECONFIG, else ~/.kube/config), with the
 * context's user. Knows tokens, token files, client certificates and exec plugins.
 *
 * @throws Error if a file cannot be read, or the context, its cluster or its user is not in it
 */
export const apiServerOfContext = (
  context: string,
  kubeconfig: string | undefined = process.env.KUBECONFIG,
): ApiServer => {
  const files = filesOf(kubeconfig).map(readConfig);
  const entry = find(files, 'contexts', context);
  if (entry === undefined) {
    const known = contextNames(files).join(', ') || 'none';
    throw new Error(
      `There is no context "${context}" in the kubeconfig. Known contexts: ${known}.`,
    );
  }
  const [clusterName, userName] = [stringAt(entry.value, 'cluster'), stringAt(entry.value, 'user')];
  const cluster = find(files, 'clusters', clusterName);
  const user = find(files, 'users', userName);
  if (cluster === undefined || user === undefined) {
    throw new Error(`The kubeconfig lacks the cluster or the user of the context "${context}".`);
  }
  return {
    url: stringAt(cluster.value, 'server'),
    ca: pem(cluster, 'certificate-authority'),
    skipTlsVerify: cluster.value['insecure-skip-tls-verify'] === true,
    users: [{ name: userName, credentials: credentialsOf(user) }],
  };
};
