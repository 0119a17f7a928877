import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { cacheFolder } from '../go/programs';
import { pathOf } from './tools';

/** The chart's folder. */
export const chart = join(__dirname, '../../charts/image-triggers-plugin');

/** Where expected output and checks install it. */
export const release = { name: 'image-triggers', namespace: 'image-triggers' } as const;

export interface HelmResult {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the user's own Helm. */
const environmentOf = (kubeconfig: string): NodeJS.ProcessEnv => {
  const home = join(cacheFolder(), 'helm');
  return {
    PATH: process.env.PATH,
    // What it discovers of a cluster, it keeps below.
    HOME: home,
    HELM_CACHE_HOME: join(home, 'cache'),
    HELM_CONFIG_HOME: join(home, 'config'),
    HELM_DATA_HOME: join(home, 'data'),
    KUBECONFIG: kubeconfig,
  };
};

/**
 * Runs the pinned Helm, with no cluster.
 * @param input what it reads from standard input
 * @throws Error where Helm cannot be built
 */
export const helm = (args: readonly string[], input = ''): HelmResult => {
  const { status, stdout, stderr, error } = spawnSync(pathOf('helm'), args, {
    encoding: 'utf8',
    input,
    env: environmentOf('/dev/null'),
  });
  if (error !== undefined) throw error;
  return { succeeded: status === 0, stdout, stderr };
};

/**
 * Runs the pinned Helm on the cluster of a kubeconfig, and answers what it prints.
 * @throws Error with Helm's words where it fails
 */
export const helmOn = (kubeconfig: string, ...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(pathOf('helm'), args, { env: environmentOf(kubeconfig) }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`helm ${args.join(' ')}: ${stderr}`, { cause: error }));
    });
  });

/** Renders the chart with values in YAML (of which JSON is a part). */
export const template = (values: string, ...flags: readonly string[]): HelmResult => {
  const { name, namespace } = release;
  return helm(
    ['template', name, chart, '--namespace', namespace, '--values', '-', ...flags],
    values,
  );
};

/** An object of a rendered chart. */
export type RenderedObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is RenderedObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The documents of a YAML text. */
export const documentsOf = (text: string): unknown[] =>
  parseAllDocuments(text).map((document) => {
    const value: unknown = document.toJS();
    return value;
  });

/** The field of an object at a path; undefined where there is none. */
export const fieldAt = (object: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key): unknown => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? value[key] : undefined;
  }, object);

/** The text at a path. @throws Error where there is none */
export const textAt = (object: unknown, ...path: readonly (string | number)[]): string => {
  const value = fieldAt(object, ...path);
  if (typeof value !== 'string') throw new Error(`There is no text at ${path.join('.')}.`);
  return value;
};

/** `Kind name`, which tells the objects of the chart apart. */
const titleOf = (object: RenderedObject): string =>
  `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'name')}`;

/**
 * The objects that the chart renders, by their titles, in the order of these.
 * @throws Error with Helm's words where it refuses the values, or where two have one title
 */
export const render = (values: string): ReadonlyMap<string, RenderedObject> => {
  const { succeeded, stdout, stderr } = template(values);
  if (!succeeded) throw new Error(stderr);
  const objects = documentsOf(stdout).filter(isObject);
  const byTitle = new Map(objects.map((object) => [titleOf(object), object]));
  if (byTitle.size !== objects.length) throw new Error('Two objects have the same kind and name.');
  return new Map([...byTitle].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** A rendered object by its title. @throws Error where the values do not make it */
export const objectOf = (
  objects: ReadonlyMap<string, RenderedObject>,
  title: string,
): RenderedObject => {
  const object = objects.get(title);
  if (object === undefined) throw new Error(`The chart did not render ${title}.`);
  return object;
};
