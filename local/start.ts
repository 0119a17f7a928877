import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resultsAlias } from '../src/k8s/results-record';
import { people, tokens as embeddedTokens, type PersonName } from './cluster/rbac/user';
import { startShop } from './cluster/shop';
import type { ApiServer, ConsoleUser } from './console/api-server';
import { buildWhatIsStale } from './console/build';
import { objectAt, stringAt } from './console/host/json';
import { apiServerOfContext } from './console/kubeconfig';
import { startOnFreePort } from './console/listen';
import { checkApiServer } from './console/proxy';
import { KubeClient } from './control-plane/api/client';
import { startControlPlane } from './control-plane/control-plane';
import { seedShop } from './control-plane/seed/shop';
import { removeRunningCluster, writeRunningCluster, type RunningCluster } from './running-cluster';

const root = join(__dirname, '..');

/** What the console is put in front of. */
interface Target {
  apiServer: ApiServer;
  canPush: boolean;
  /** What the masthead says. */
  cluster: string;
  /** Where Tekton Results is, where it is there. */
  results?: string;
  /** What other scripts must know; absent of a cluster that is not ours. */
  word?: Omit<RunningCluster, 'pid'>;
  close: () => Promise<void>;
}

/** The same people on every cluster of ours, the admin first. */
const usersOf = (tokens: Readonly<Record<PersonName, string>>): [ConsoleUser, ...ConsoleUser[]] => {
  const userOf = (name: PersonName): ConsoleUser => ({
    name,
    credentials: () => Promise.resolve({ token: tokens[name] }),
  });
  const { admin, ...others } = people;
  return [userOf(admin.name), ...Object.values(others).map(({ name }) => userOf(name))];
};

const embedded = async (results: boolean): Promise<Target> => {
  const shop = await startShop({ results });
  const { url } = shop;
  return {
    ...(results ? { results: url } : {}),
    apiServer: { url, users: usersOf(embeddedTokens) },
    canPush: true,
    cluster: 'Embedded cluster',
    word: { name: 'embedded', url, tokens: embeddedTokens },
    close: () => shop.close(),
  };
};

const onControlPlane = async (): Promise<Target> => {
  const controlPlane = await startControlPlane();
  const { api, plainUrl, tokens } = controlPlane;
  const client = new KubeClient(api, tokens.admin);
  await seedShop(client).finally(() => client.close());
  return {
    apiServer: { url: api.url, ca: api.ca, users: usersOf(tokens) },
    canPush: true,
    cluster: 'Control plane',
    word: { name: 'control-plane', url: plainUrl, tokens },
    close: () => controlPlane.close(),
  };
};

const ofContext = async (context: string): Promise<Target> => {
  const apiServer = apiServerOfContext(context);
  await checkApiServer(apiServer);
  return { apiServer, canPush: false, cluster: context, close: () => Promise.resolve() };
};

const pluginName = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return stringAt(objectAt(manifest, 'consolePlugin'), 'name');
};

/** @throws Error if it is no port number */
const parsePort = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`"${text}" is not a port.`);
  }
  return port;
};

const start = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      context: { type: 'string' },
      'control-plane': { type: 'boolean', default: false },
      results: { type: 'boolean', default: false },
    },
  });
  const port = parsePort(values.port);
  const { pluginFolder, pageFolder } = await buildWhatIsStale(root);
  const local = values['control-plane'] ? onControlPlane : () => embedded(values.results);
  const target = await (values.context === undefined ? local() : ofContext(values.context));
  const running = await startOnFreePort(
    {
      apiServer: target.apiServer,
      canPush: target.canPush,
      cluster: target.cluster,
      proxies: target.results === undefined ? {} : { [resultsAlias]: target.results },
      plugin: { name: pluginName(), folder: pluginFolder },
      pageFolder,
      nodeModules: join(root, 'node_modules'),
    },
    port,
  ).catch(async (error: unknown) => {
    await target.close();
    throw error;
  });
  const at = Number(new URL(running.url).port);
  if (target.word) writeRunningCluster(at, { ...target.word, pid: process.pid });
  console.log(`Open ${running.url} (${target.cluster}; Ctrl-C ends it)`);
  const end = () => {
    removeRunningCluster(at);
    void Promise.all([running.close(), target.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
};

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
