import { deepStrictEqual, match, rejects } from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../checks';
import { chart, helmOn, release } from '../helm';
import { enabledPlugins, setEnabledPlugins } from './console-config';
import { clientFlags, images } from './site';
import type { Site } from './site';

const others = ['networking-console-plugin'];

/** Of the Jobs' rights, as the chart has them. */
const verbs = ['get', 'patch'];
const granted = `verbs: [${verbs.join(', ')}]`;

const replaceIn = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no "${from}".`);
  writeFileSync(file, text.replace(from, to));
};

/** A copy of the chart whose Jobs have all their rights but one, and only one try. */
const chartWithout = (verb: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'chart-'));
  const copy = join(folder, 'chart');
  cpSync(chart, copy, { recursive: true });
  const rest = verbs.filter((one) => one !== verb);
  const at = (name: string): string => join(copy, 'templates', name);
  replaceIn(at('console-list-access.yaml'), granted, `verbs: [${rest.join(', ')}]`);
  replaceIn(at('console-list-jobs.yaml'), 'backoffLimit: 4', 'backoffLimit: 0');
  return copy;
};

const logsOf = ({ logs }: Site, job: string): string =>
  readdirSync(logs)
    .filter((name) => name.startsWith(`${job}-`))
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('\n');

/** The Job that enables the plugin fails where it may not do one of the two things that it does. */
export const rightsChecks = (site: Site): readonly Check[] =>
  verbs.map((verb) => ({
    name: `the enabling Job fails where it may not ${verb}`,
    run: async () => {
      const { client, kubeconfig } = site;
      const { name, namespace } = release;
      await setEnabledPlugins(client, others);
      const copy = chartWithout(verb);
      const flags = ['--namespace', namespace, '--set', `image.repository=${images.plugin}`];
      try {
        await rejects(helmOn(kubeconfig, 'install', name, copy, ...flags, ...clientFlags));
        match(
          logsOf(site, 'image-triggers-plugin-enable'),
          new RegExp(`Forbidden.*cannot ${verb} resource "consoles"`),
        );
        deepStrictEqual(await enabledPlugins(client), others);
      } finally {
        rmSync(copy, { recursive: true });
        await helmOn(kubeconfig, 'uninstall', name, '--namespace', namespace, '--no-hooks');
      }
    },
  }));
