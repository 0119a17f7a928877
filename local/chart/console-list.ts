import { spawn } from 'node:child_process';
import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from './checks';
import { startConsoleApi } from './console-api';
import type { ConsoleApi, ConsoleApiOptions } from './console-api';
import { fieldAt, objectOf, render, textAt } from './helm';
import { pathOf } from './tools';

type Action = 'enable' | 'disable';

const plugin = 'image-triggers-plugin';
const values = '{image: {repository: registry.example.com/plugin}}';

/** The command of the Job that the chart renders for an action. */
const commandOf = (action: Action): string[] => {
  const job = objectOf(render(values), `Job ${plugin}-${action}`);
  const command = fieldAt(job, 'spec', 'template', 'spec', 'containers', 0, 'command');
  if (!Array.isArray(command)) throw new Error('The Job has no command.');
  return command.map(String);
};

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a Job's command as its pod does; `oc get` and `oc patch` are kubectl's. */
const runJob = async (action: Action, api: ConsoleApi): Promise<Run> => {
  const folder = mkdtempSync(join(tmpdir(), 'console-list-'));
  symlinkSync(pathOf('kubectl'), join(folder, 'oc'));
  const [shell = '', ...args] = commandOf(action);
  const child = spawn(shell, args, {
    env: {
      PATH: `${folder}:${process.env.PATH ?? ''}`,
      HOME: folder,
      KUBERNETES_MASTER: api.url,
    },
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr.on('data', (chunk) => chunks.push(String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  rmSync(folder, { recursive: true });
  return { code, output: chunks.join('') };
};

interface Story {
  readonly name: string;
  readonly action: Action;
  readonly given: ConsoleApiOptions;
  readonly then: readonly string[] | undefined;
  /** How many runs it takes; each but the last must fail. */
  readonly runs?: number;
  /** The last run writes nothing. */
  readonly readsOnly?: boolean;
}

const stories: readonly Story[] = [
  {
    name: 'enables where no list was ever set',
    action: 'enable',
    given: {},
    then: [plugin],
  },
  {
    name: 'enables in an empty list',
    action: 'enable',
    given: { plugins: [] },
    then: [plugin],
  },
  {
    name: 'enables beside the other plugins, in their order',
    action: 'enable',
    given: { plugins: ['pipelines-console-plugin', 'networking-console-plugin'] },
    then: ['pipelines-console-plugin', 'networking-console-plugin', plugin],
  },
  {
    name: 'is not misled by a plugin whose name contains its own',
    action: 'enable',
    given: { plugins: [`${plugin}-extras`] },
    then: [`${plugin}-extras`, plugin],
  },
  {
    name: 'writes nothing where it is enabled',
    action: 'enable',
    given: { plugins: [plugin, 'networking-console-plugin'] },
    then: [plugin, 'networking-console-plugin'],
    readsOnly: true,
  },
  {
    name: 'keeps what somebody else adds meanwhile, by a second run',
    action: 'enable',
    given: { plugins: ['a'], meanwhile: ['a', 'b'] },
    then: ['a', 'b', plugin],
    runs: 2,
  },
  {
    name: 'disables itself and no other, however often it is listed',
    action: 'disable',
    given: { plugins: ['a', plugin, 'b', plugin] },
    then: ['a', 'b'],
  },
  {
    name: 'disables as the only one',
    action: 'disable',
    given: { plugins: [plugin] },
    then: [],
  },
  {
    name: 'writes nothing where it is not enabled',
    action: 'disable',
    given: { plugins: ['a'] },
    then: ['a'],
    readsOnly: true,
  },
  {
    name: 'writes nothing where no list was ever set',
    action: 'disable',
    given: {},
    then: undefined,
    readsOnly: true,
  },
];

const path = '/apis/operator.openshift.io/v1/consoles/cluster';

const runStory = async ({ action, given, then, runs = 1, readsOnly = false }: Story) => {
  const api = await startConsoleApi(given);
  try {
    for (let run = 1; run < runs; run += 1) {
      const { code, output } = await runJob(action, api);
      ok(code !== 0, 'The Job did not notice that it was overtaken.');
      match(output, /Conflict/);
    }
    const before = api.requests.length;
    const { code, output } = await runJob(action, api);
    ok(code === 0, output);
    deepStrictEqual(api.current().plugins, then);
    // A patch command reads first, too.
    const expected = readsOnly ? [`GET ${path}`] : [`GET ${path}`, `PATCH ${path}`];
    deepStrictEqual([...new Set(api.requests.slice(before))], expected);
  } finally {
    await api.close();
  }
};

const leastAccess: Check = {
  name: 'console list: the Jobs may read and patch that one object, and nothing else',
  run: () => {
    const objects = render(values);
    const account = `${plugin}-console-list`;
    deepStrictEqual(fieldAt(objectOf(objects, `ClusterRole ${account}`), 'rules'), [
      {
        apiGroups: ['operator.openshift.io'],
        resources: ['consoles'],
        resourceNames: ['cluster'],
        verbs: ['get', 'patch'],
      },
    ]);
    const binding = objectOf(objects, `ClusterRoleBinding ${account}`);
    deepStrictEqual(textAt(binding, 'roleRef', 'name'), account);
    deepStrictEqual(textAt(binding, 'subjects', 0, 'name'), account);
    for (const action of ['enable', 'disable']) {
      const job = objectOf(objects, `Job ${plugin}-${action}`);
      deepStrictEqual(textAt(job, 'spec', 'template', 'spec', 'serviceAccountName'), account);
    }
  },
};

/** The Jobs' own command, run by a real client against an API server that holds the list. */
export const consoleListChecks: readonly Check[] = [
  ...stories.map((story) => ({
    name: `console list: ${story.name}`,
    run: () => runStory(story),
  })),
  leastAccess,
];
