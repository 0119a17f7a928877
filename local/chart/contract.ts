import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listenerClusterRoleBindingManifest } from '../../src/domain/manifests/role-binding';
import { listenerClusterRoleManifest } from '../../src/domain/manifests/role';
import { resultsAlias } from '../../src/k8s/results-record';
import type { Check } from './checks';
import { chart, fieldAt, helm, objectOf, release, render, template, textAt } from './helm';
import type { RenderedObject } from './helm';

const root = join(__dirname, '../..');
const values = '{image: {repository: registry.example.com/plugin}}';

const packageJson = (): unknown => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const podSpecs = (objects: ReadonlyMap<string, RenderedObject>): unknown[] =>
  [...objects.values()]
    .map((object) => fieldAt(object, 'spec', 'template', 'spec'))
    .filter((spec) => spec !== undefined);

/** What the plugin is told about the services that the console leads to. */
const toldProxies = (objects: ReadonlyMap<string, RenderedObject>): unknown =>
  JSON.parse(textAt(objectOf(objects, 'ConfigMap image-triggers-plugin'), 'data', 'proxies.json'));

const lint: Check = {
  name: 'helm lint, strict',
  run: () => {
    const { succeeded, stdout, stderr } = helm(
      ['lint', chart, '--strict', '--values', '-'],
      values,
    );
    ok(succeeded, stdout + stderr);
    match(stdout, /1 chart\(s\) linted, 0 chart\(s\) failed/);
  },
};

const version: Check = {
  name: "the chart has the plugin's version",
  run: () => {
    const metadata: unknown = parse(readFileSync(join(chart, 'Chart.yaml'), 'utf8'));
    const ours = textAt(packageJson(), 'version');
    deepStrictEqual(
      { version: fieldAt(metadata, 'version'), appVersion: fieldAt(metadata, 'appVersion') },
      { version: ours, appVersion: ours },
    );
  },
};

const consolePlugin: Check = {
  name: 'the ConsolePlugin has the name of the built manifest and leads to the Service',
  run: () => {
    const objects = render(values);
    const name = textAt(packageJson(), 'consolePlugin', 'name');
    const plugin = objectOf(objects, `ConsolePlugin ${name}`);
    strictEqual(
      textAt(plugin, 'spec', 'displayName'),
      textAt(packageJson(), 'consolePlugin', 'displayName'),
    );
    const backend = fieldAt(plugin, 'spec', 'backend', 'service');
    const service = objectOf(objects, `Service ${textAt(backend, 'name')}`);
    strictEqual(fieldAt(backend, 'port'), fieldAt(service, 'spec', 'ports', 0, 'port'));
    const annotation = 'service.beta.openshift.io/serving-cert-secret-name';
    const secret = fieldAt(service, 'metadata', 'annotations', annotation);
    const volumes = fieldAt(podSpecs(objects)[0], 'volumes');
    ok(Array.isArray(volumes));
    ok(volumes.some((volume) => fieldAt(volume, 'secret', 'secretName') === secret));
  },
};

const resultsProxy: Check = {
  name: 'the console leads to Tekton Results by the alias that the plugin asks by, as its user',
  run: () => {
    const name = textAt(packageJson(), 'consolePlugin', 'name');
    const switchedOn = render(values.replace('}}', '}, results: {enabled: true}}'));
    const proxy = fieldAt(objectOf(switchedOn, `ConsolePlugin ${name}`), 'spec', 'proxy', 0);
    strictEqual(fieldAt(proxy, 'alias'), resultsAlias);
    strictEqual(fieldAt(proxy, 'authorization'), 'UserToken');
    deepStrictEqual(toldProxies(switchedOn), [resultsAlias]);
    deepStrictEqual(toldProxies(render(values)), []);
    const without = objectOf(render(values), `ConsolePlugin ${name}`);
    strictEqual(fieldAt(without, 'spec', 'proxy'), undefined);
  },
};

const listenerRole: Check = {
  name: 'the ClusterRole for listeners is the one that the plugin offers',
  run: () => {
    const objects = render(values);
    const role = listenerClusterRoleManifest();
    const binding = listenerClusterRoleBindingManifest();
    const renderedRole = objectOf(objects, `ClusterRole ${role.metadata.name}`);
    const renderedBinding = objectOf(objects, `ClusterRoleBinding ${binding.metadata.name}`);
    deepStrictEqual(fieldAt(renderedRole, 'rules'), role.rules);
    deepStrictEqual(fieldAt(renderedBinding, 'subjects'), binding.subjects);
    deepStrictEqual(fieldAt(renderedBinding, 'roleRef'), binding.roleRef);
  },
};

const restricted: Check = {
  name: "all pods keep to Kubernetes' restricted profile, with a read-only root",
  run: () => {
    const specs = podSpecs(render(values));
    strictEqual(specs.length, 3);
    for (const spec of specs) {
      deepStrictEqual(fieldAt(spec, 'securityContext'), {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      deepStrictEqual(fieldAt(spec, 'containers', 0, 'securityContext'), {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
      });
      strictEqual(fieldAt(spec, 'containers', 1), undefined);
    }
  },
};

const notes = (name: string, changed: string, says: RegExp): Check => ({
  name: `notes: ${name}`,
  run: () => {
    const flags = ['--namespace', release.namespace, '--dry-run=client', '--values', '-'];
    const { succeeded, stdout, stderr } = helm(
      ['install', release.name, chart, ...flags],
      `{image: {repository: registry.example.com/plugin}, ${changed}}`,
    );
    ok(succeeded, stderr);
    match(stdout, says);
  },
});

const asDependency: Check = {
  name: 'accepts what Helm adds where the chart is part of another',
  run: () => {
    const { succeeded, stderr } = template(values, '--set', 'global.cluster=a');
    ok(succeeded, stderr);
  },
};

/** What the chart and the plugin promise each other. */
export const contractChecks: readonly Check[] = [
  lint,
  version,
  consolePlugin,
  resultsProxy,
  listenerRole,
  restricted,
  asDependency,
  notes('what happens next', '', /NOTES:[^]*rolls the console out with the plugin now/),
  notes('how to enable it by hand', 'enabling: {enabled: false}', /oc edit consoles\.operator/),
  notes(
    'that listeners wait for their role',
    'listenerClusterRole: {create: false}',
    /The ClusterRole image-triggers-listener was left out/,
  ),
];
