import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { apiServerSourceKind } from '../../src/k8s/api-server-source';
import { eventListenerKind } from '../../src/k8s/event-listener';
import { networkPolicyKind } from '../../src/k8s/network-policy';
import type { Manifest } from '../../src/k8s/resource';
import { roleBindingKind } from '../../src/k8s/role-binding';
import { roleKind } from '../../src/k8s/role';
import { serviceAccountKind } from '../../src/k8s/service-account';
import { triggerBindingKind } from '../../src/k8s/trigger-binding';
import { triggerTemplateKind } from '../../src/k8s/trigger-template';
import { triggerKind } from '../../src/k8s/trigger';
import type { ScenarioContext } from '../scenarios/scenario-context';
import { fillForm, formPath } from './form';
import { expect, story, storyByHand } from './story';

const kinds = [
  serviceAccountKind,
  roleKind,
  roleBindingKind,
  triggerBindingKind,
  networkPolicyKind,
  eventListenerKind,
  apiServerSourceKind,
  triggerTemplateKind,
  triggerKind,
];

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'kind' in value && 'metadata' in value;

/** Does what `oc apply -f FILE` does where nothing is there yet. */
const applyFile = async ({ admin }: ScenarioContext, file: string): Promise<void> => {
  for (const document of parseAllDocuments(await readFile(file, 'utf8'))) {
    const manifest: unknown = document.toJS();
    const kind = isManifest(manifest) && kinds.find((one) => one.kind === manifest.kind);
    if (!kind) throw new Error('There is something else in the file.');
    await admin.create(kind, manifest);
  }
};

// Who may only look is refused the check of what there is to write.
story.use({ expectedStatuses: [403] });

storyByHand(
  'takes the manifests of a trigger away, which run a push once somebody has applied them',
  async ({ shop, visit, hand }) => {
    const { projects, remoteStream: stream, registry, images, relay, expect: inCluster } = shop;
    const page = await visit(formPath(projects), 'viewer');
    await fillForm(hand, projects);
    const saved = page.waitForEvent('download');
    await hand.press(page.getByRole('button', { name: 'Download as one file' }));
    const download = await saved;
    expect(download.suggestedFilename()).toBe('web-print-image.yaml');
    await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeDisabled();

    await applyFile(shop, await download.path());
    await relay.untilReady(stream);
    await registry.push(stream, 'v1', images.named('red'));
    await inCluster.runs('web-print-image', ['red v1']);
    await page.goto(`/k8s/ns/${projects.pipelines}/image-triggers/web-print-image`);
    await expect(page.getByText('Succeeded').first()).toBeVisible();
  },
);
