import { deepStrictEqual, match } from 'node:assert/strict';
import { until } from '../../control-plane/install/ready';
import type { Check } from '../checks';
import { release as at } from '../helm';
import { enabledPlugins, setEnabledPlugins } from './console-config';
import { Release } from './release';
import type { Site } from './site';

const others = ['networking-console-plugin', 'monitoring-plugin'];

/** What the README says that stays, because the image triggers go on running. */
const kept = ['ClusterRole image-triggers-listener', 'ClusterRoleBinding image-triggers-listener'];

const patienceMs = 60_000;

/** What a release may leave; the certificate's Secret is the service CA's to remove. */
const isOfRelease = (title: string): boolean =>
  title !== 'Secret image-triggers-plugin-serving-cert';

/**
 * What there is when the namespace has all that every namespace has. Its Project comes last: lists
 * of them are answered from a cache that is filled once a second (openshift-apiserver
 * pkg/project/auth/cache.go, Run).
 */
const untilComplete = async (release: Release): Promise<readonly string[]> => {
  const given = ['ConfigMap kube-root-ca.crt', 'ServiceAccount default', `Project ${at.namespace}`];
  let all: readonly string[] = [];
  await until(patienceMs, async () => {
    all = await release.everything();
    deepStrictEqual(
      given.filter((title) => !all.includes(title)),
      [],
    );
  });
  return all;
};

/** A release from its installation to its end, in this order. */
export const releaseChecks = (
  site: Site,
  { version, next }: { readonly version: string; readonly next: string },
): readonly Check[] => {
  const release = new Release(site);
  const { client } = site;
  let before: readonly string[] = [];
  return [
    {
      name: 'helm upgrade --install: its pods become ready',
      run: async () => {
        await client.create('/api/v1/namespaces', { metadata: { name: at.namespace } });
        await setEnabledPlugins(client, others);
        before = await untilComplete(release);
        await release.install();
        await release.expect(version, 2, true);
      },
    },
    { name: 'it is enabled beside the other plugins', run: () => release.expectEnabled(others) },
    {
      name: 'the Jobs and their rights are gone',
      run: () =>
        until(patienceMs, async () => {
          const all = await release.everything();
          deepStrictEqual(
            all.filter((title) => /^Job |console-list/.test(title)),
            [],
          );
        }),
    },
    {
      name: 'its Service serves the manifest over TLS',
      run: async () => {
        match(await release.fetch('/plugin-manifest.json'), /"name": *"image-triggers-plugin"/);
      },
    },
    {
      name: 'helm upgrade: another version, other values',
      run: async () => {
        await release.upgrade(next);
        await release.expect(next, 3, false);
      },
    },
    { name: 'it is still enabled, once', run: () => release.expectEnabled(others) },
    {
      name: 'helm rollback: the version before, its values',
      run: async () => {
        await release.rollback();
        await release.expect(version, 2, true);
      },
    },
    {
      name: 'helm uninstall: it is disabled, the other plugins are not',
      run: async () => {
        await release.uninstall();
        deepStrictEqual(await enabledPlugins(client), others);
      },
    },
    {
      name: 'nothing is left but what the README names',
      run: () =>
        until(patienceMs, async () => {
          const left = (await release.everything()).filter(isOfRelease);
          deepStrictEqual(left, [...before, ...kept].sort());
        }),
    },
  ];
};
