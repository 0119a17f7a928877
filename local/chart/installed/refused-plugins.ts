import { ok, rejects } from 'node:assert/strict';
import { ApiError } from '../../control-plane/api/client';
import type { Check } from '../checks';
import { fieldAt, objectOf, render } from '../helm';
import type { RenderedObject } from '../helm';
import type { Site } from './site';

const path = '/apis/console.openshift.io/v1/consoleplugins?dryRun=All';

const isObject = (value: unknown): value is RenderedObject =>
  typeof value === 'object' && value !== null;

/** The ConsolePlugin of the chart, with another spec. */
const pluginWith = (change: (spec: RenderedObject) => RenderedObject): RenderedObject => {
  const objects = render('{image: {repository: registry.example.com/plugin}}');
  const plugin = objectOf(objects, 'ConsolePlugin image-triggers-plugin');
  const spec = fieldAt(plugin, 'spec');
  ok(isObject(spec));
  return { ...plugin, spec: change(spec) };
};

const service = { name: 'image-triggers-plugin', namespace: 'image-triggers', port: 9443 };

interface Refusal {
  readonly name: string;
  readonly change: (spec: RenderedObject) => RenderedObject;
  /** What the API server must say. */
  readonly says: RegExp;
}

const refusals: readonly Refusal[] = [
  {
    name: 'without a backend',
    change: (spec) => ({ ...spec, backend: undefined }),
    says: /spec\.backend: Required value/,
  },
  {
    name: 'whose texts load in a way that there is not',
    change: (spec) => ({ ...spec, i18n: { loadType: 'Sometimes' } }),
    says: /spec\.i18n\.loadType: Unsupported value: "Sometimes"/,
  },
  {
    name: 'whose Service has no port',
    change: (spec) => ({ ...spec, backend: { type: 'Service', service: { ...service, port: 0 } } }),
    says: /spec\.backend\.service\.port: Invalid value: 0/,
  },
];

/** The definition of ConsolePlugins is OpenShift's own, and it is enforced. */
export const refusedPluginChecks = ({ client }: Site): readonly Check[] => [
  {
    name: 'a ConsolePlugin is accepted as the chart has it',
    run: async () => {
      await client.create(
        path,
        pluginWith((spec) => spec),
      );
    },
  },
  ...refusals.map(({ name, change, says }) => ({
    name: `a ConsolePlugin is refused ${name}`,
    run: () =>
      rejects(client.create(path, pluginWith(change)), (error) => {
        ok(error instanceof ApiError && error.status === 422, String(error));
        ok(says.test(error.message), error.message);
        return true;
      }),
  })),
];
