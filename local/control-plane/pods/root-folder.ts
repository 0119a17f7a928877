import { copyFile, cp, link, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { KubeClient } from '../api/client';
import { fieldOf } from './environment';
import type { PodFacts } from './environment';
import type { LocalImage } from './image';
import { valuesOf } from './stored-values';
import type { Container, Pod, Projection, Volume } from './pod';

/** Files by their paths below a folder. */
type Files = Readonly<Record<string, string>>;

interface Source {
  readonly client: KubeClient;
  readonly pod: Pod;
  readonly facts: PodFacts;
}

const namespaceOf = ({ metadata }: Pod): string => metadata.namespace ?? '';

const tokenFor = async (
  { client, pod }: Source,
  { audience, expirationSeconds }: { audience?: string; expirationSeconds?: number },
): Promise<string> => {
  const account = pod.spec.serviceAccountName ?? 'default';
  const { name, uid } = pod.metadata;
  const path = `/api/v1/namespaces/${namespaceOf(pod)}/serviceaccounts/${account}/token`;
  const { status } = await client.create<{ status: { token: string } }>(path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {
      ...(audience !== undefined && { audiences: [audience] }),
      // A token is not renewed here, so it lives for a day at least.
      expirationSeconds: Math.max(expirationSeconds ?? 0, 24 * 3600),
      boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name, uid },
    },
  });
  return status.token;
};

const filesOfConfigMap = async (
  { client, pod }: Source,
  { name = '', optional, items }: NonNullable<Volume['configMap']>,
): Promise<Files> => {
  const namespace = namespaceOf(pod);
  const values = await valuesOf(client, { kind: 'configmaps', namespace, name, optional });
  if (items === undefined) return values;
  return Object.fromEntries(items.map(({ key, path }) => [path, values[key] ?? '']));
};

const filesOfProjection = async (source: Source, projection: Projection): Promise<Files> => {
  const { serviceAccountToken: token, configMap, downwardAPI } = projection;
  if (token !== undefined) return { [token.path]: await tokenFor(source, token) };
  if (configMap !== undefined) return filesOfConfigMap(source, configMap);
  const fields = (downwardAPI?.items ?? []).map(({ path, fieldRef }) => [
    path,
    fieldOf(source.pod, fieldRef?.fieldPath ?? '', source.facts),
  ]);
  return Object.fromEntries<string>(fields.map(([path = '', value = '']) => [path, value]));
};

const filesOfVolume = async (source: Source, volume: Volume): Promise<Files> => {
  const { configMap, secret, projected } = volume;
  if (configMap !== undefined) return filesOfConfigMap(source, configMap);
  if (secret !== undefined) {
    const { secretName: name = '', optional } = secret;
    const namespace = namespaceOf(source.pod);
    return valuesOf(source.client, { kind: 'secrets', namespace, name, optional });
  }
  const parts = (projected?.sources ?? []).map((part) => filesOfProjection(source, part));
  const files = await Promise.all(parts);
  return files.reduce((all, some) => ({ ...all, ...some }), {});
};

const writeFiles = async (folder: string, files: Files): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
};

/** Puts a file or a folder of this machine into a container. */
const place = async (source: string, target: string): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  if ((await stat(source)).isDirectory()) await cp(source, target, { recursive: true });
  // The cache may be on another file system than this run.
  else await link(source, target).catch(() => copyFile(source, target));
};

const resolverOf = (pod: Pod, { nodeAddress }: PodFacts): string =>
  [
    // The DNS server listens where the API servers do.
    `nameserver ${nodeAddress}`,
    `search ${namespaceOf(pod)}.svc.cluster.local svc.cluster.local cluster.local`,
    'options ndots:5',
    '',
  ].join('\n');

/** What a pod's one container is made of, and where its output goes. */
interface Contents {
  readonly container: Container;
  readonly image: LocalImage;
  readonly logFile: string;
}

/**
 * Makes the file system of a pod: what its image has, its volumes, its resolver. There is no /proc
 * and, of devices, only the log that a program may know as /dev/stdout.
 * @throws Error where a volume's object is missing
 */
export const makeRootFolder = async (
  folder: string,
  source: Source,
  { container, image, logFile }: Contents,
): Promise<void> => {
  const { pod, facts } = source;
  for (const [path, file] of Object.entries(image.files)) await place(file, join(folder, path));
  await mkdir(join(folder, 'dev'), { recursive: true });
  await link(logFile, join(folder, 'dev/stdout'));
  await mkdir(join(folder, 'tmp'), { recursive: true });
  await writeFiles(join(folder, 'etc'), {
    'resolv.conf': resolverOf(pod, facts),
    hosts: `127.0.0.1 localhost\n${facts.address} ${pod.metadata.name}\n`,
    'nsswitch.conf': 'hosts: files dns\n',
  });
  for (const { name, mountPath, subPath } of container.volumeMounts ?? []) {
    const volume = pod.spec.volumes?.find((candidate) => candidate.name === name);
    if (volume === undefined) continue;
    const files = await filesOfVolume(source, volume);
    const target = join(folder, mountPath);
    if (subPath === undefined) await writeFiles(target, files);
    else await writeFiles(dirname(target), { [basename(target)]: files[subPath] ?? '' });
  }
};
