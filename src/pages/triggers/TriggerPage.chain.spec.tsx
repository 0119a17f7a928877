import { screen, waitFor, within } from '@testing-library/react';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { clusterInterceptorKind } from '../../k8s/cluster-interceptor';
import { eventListenerKind } from '../../k8s/event-listener';
import { imageStreamKind } from '../../k8s/image-stream';
import { pipelineKind } from '../../k8s/pipeline';
import { clusterRoleKind } from '../../k8s/role';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { aheadBy } from '../../testing/browser-time';
import { renderPage } from '../../testing/render-page';
import {
  bind,
  fail,
  heal,
  patch,
  push,
  remove,
  resources,
  setRunning,
  startShop,
} from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import TriggerPage from './TriggerPage';

const namespace = 'supply-chain';
const source = { namespace, name: 'image-triggers-shop-images' };
const stream = { kind: imageStreamKind, namespace: 'shop-images', name: 'order-service' };

const open = async (cluster: Shop) => {
  const rendered = await renderPage({
    page: <TriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/:name',
    at: `/k8s/ns/${namespace}/image-triggers/print-orders`,
    cluster,
  });
  await screen.findByRole('list', { name: 'The chain from the ImageStream to the newest run' });
  return rendered;
};

const steps = (): HTMLElement[] =>
  within(
    screen.getByRole('list', { name: 'The chain from the ImageStream to the newest run' }),
  ).getAllByRole('listitem');

/** Each link with its state, as a screen reader says it. */
const labels = (): (string | null)[] => steps().map((step) => step.getAttribute('aria-label'));

/** The sentence above the steps that names the first broken link. */
const firstBroken = () => screen.queryByText(/^First broken step: /);

const runThatEnded = ({ store }: Shop): Promise<string> =>
  waitFor(() => {
    const [run] = store.list(resources.pipelineRuns);
    expect(run?.status?.completionTime).toBeDefined();
    return run!.metadata.name;
  });

describe('the chain of an image trigger', () => {
  it('proves nothing before a push, and everything by one that ran', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'tags', tags: ['v4', 'stable'] } });
    await open(cluster);
    expect(labels()).toEqual([
      'ImageStream: Not proven',
      'Event source: Not proven',
      'Listener: Not proven',
      'Filter: Needs attention',
      'Template: Not proven',
      'Pipeline: Not proven',
      'Newest run: Not proven',
    ]);
    expect(screen.getByText(/^The tag rule matches none of the \d+ pushes/)).toBeInTheDocument();
    expect(screen.getByText(/^Not proven yet: no push has come/)).toBeInTheDocument();
    await push(cluster, { tag: 'v4' });
    await waitFor(() =>
      expect(labels()).toEqual([
        'ImageStream: Worked',
        'Event source: Worked',
        'Listener: Worked',
        'Filter: Worked',
        'Template: Worked',
        'Pipeline: Worked',
        'Newest run: Succeeded',
      ]),
    );
    const name = await runThatEnded(cluster);
    const objects = `/k8s/ns/${namespace}`;
    expect(steps().map((step) => within(step).getByRole('link').getAttribute('href'))).toEqual([
      '/k8s/ns/shop-images/image.openshift.io~v1~ImageStream/order-service',
      `${objects}/sources.knative.dev~v1~ApiServerSource/image-triggers-shop-images`,
      `${objects}/triggers.tekton.dev~v1beta1~EventListener/image-triggers`,
      `${objects}/triggers.tekton.dev~v1beta1~Trigger/print-orders`,
      `${objects}/triggers.tekton.dev~v1beta1~TriggerTemplate/print-orders`,
      `${objects}/tekton.dev~v1~Pipeline/print-image`,
      `${objects}/tekton.dev~v1~PipelineRun/${name}`,
    ]);
    expect(steps()[3]).toHaveTextContent('Exact tags: v4, stable');
    const proof = screen.getByText(/^Proven up to the PipelineRun by the newest push/);
    expect(within(proof).getByRole('link', { name: 'v4' })).toHaveAttribute(
      'href',
      `${objects}/image-triggers-history/${name}`,
    );
    expect(firstBroken()).not.toBeInTheDocument();
  });

  it.each<[string, (cluster: Shop) => Promise<void>, RegExp]>([
    [
      'Event source',
      (cluster) => setRunning(cluster, 'source', { ...source, running: false }),
      /^The ApiServerSource is not ready/,
    ],
    [
      'Listener',
      (cluster) => remove(cluster, { kind: eventListenerKind, namespace, name: 'image-triggers' }),
      /^The EventListener is missing/,
    ],
    [
      'Listener',
      (cluster) => remove(cluster, { kind: clusterRoleKind, name: 'image-triggers-listener' }),
      /^Missing in this cluster: Cluster role of the listeners\./,
    ],
    [
      'Filter',
      (cluster) => remove(cluster, { kind: clusterInterceptorKind, name: 'cel' }),
      /^The ClusterInterceptor cel does not exist/,
    ],
    [
      'Template',
      (cluster) => remove(cluster, { kind: triggerTemplateKind, namespace, name: 'print-orders' }),
      /^The TriggerTemplate is missing/,
    ],
    [
      'Pipeline',
      (cluster) => remove(cluster, { kind: pipelineKind, namespace, name: 'print-image' }),
      /^The Pipeline print-image does not exist/,
    ],
    [
      'ImageStream',
      (cluster) =>
        patch(
          cluster,
          { ...stream, subresource: 'status' },
          {
            status: {
              tags: [
                {
                  tag: 'v9',
                  items: null,
                  conditions: [{ type: 'ImportSuccess', status: 'False', generation: 1 }],
                },
              ],
            },
          },
        ),
      /^The last import failed of: v9\./,
    ],
    ['ImageStream', (cluster) => remove(cluster, stream), /does not exist\./],
  ])('breaks first at %s', async (link, harm, evidence) => {
    const label = `${link}: Broken`;
    const cluster = await startShop();
    await bind(cluster);
    await open(cluster);
    await harm(cluster);
    expect(await screen.findByText(evidence)).toBeInTheDocument();
    expect(firstBroken()).toHaveTextContent(`First broken step: ${link}`);
    expect(labels()).toContain(label);
    expect(steps().filter((step) => step.getAttribute('aria-current') === 'step')).toEqual([
      steps().find((step) => step.getAttribute('aria-label') === label),
    ]);
  });

  it('names the first of several broken links, then the others in their order', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await open(cluster);
    await remove(cluster, { kind: pipelineKind, namespace, name: 'print-image' });
    await remove(cluster, { kind: apiServerSourceKind, ...source });
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('heading', { level: 3 })
          .map(({ textContent }) => textContent)
          .filter((text) => text.includes(': ')),
      ).toEqual([
        expect.stringContaining('First broken step: Event source'),
        expect.stringContaining('Pipeline: Broken'),
      ]),
    );
  });

  it('says between which links the evidence of a missed push ends, and what still proves the rest', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    const proof = await runThatEnded(cluster);
    await setRunning(cluster, 'source', { ...source, running: false });
    await push(cluster, { tag: 'v5' });
    await setRunning(cluster, 'source', { ...source, running: true });
    aheadBy(60);
    await open(cluster);
    const finding = await screen.findByText(/^The newest push that should have run .*: v5\./);
    expect(finding).toHaveTextContent(/The evidence ends at the ImageStream/);
    await waitFor(() =>
      expect(labels()).toEqual([
        'ImageStream: Worked',
        'Event source: Not proven',
        'Listener: Not proven',
        'Filter: Not proven',
        'Template: Not proven',
        'Pipeline: Not proven',
        'Newest run: Missed',
      ]),
    );
    expect(firstBroken()).toHaveTextContent('Newest run');
    expect(screen.getByRole('link', { name: 'Show the push' })).toHaveAttribute(
      'href',
      expect.stringMatching(/image-triggers-history\/print-orders-[0-9a-f]{8}-\d+$/),
    );
    const last = screen.getByText(/^Last proven up to the PipelineRun by an earlier push/);
    expect(within(last).getByRole('link', { name: 'v4' })).toHaveAttribute(
      'href',
      `/k8s/ns/${namespace}/image-triggers-history/${proof}`,
    );
  });

  it('says by a dry run that the API server refuses the run of a missed push, until it takes it', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const refusal = { status: 403, reason: 'Forbidden', message: 'exceeded quota: runs' };
    await setRunning(cluster, 'source', { ...source, running: false });
    await push(cluster, { tag: 'v4' });
    await setRunning(cluster, 'source', { ...source, running: true });
    await fail(cluster, { match: { method: 'POST', path: 'pipelineruns' }, respond: refusal });
    aheadBy(60);
    const { unmount } = await open(cluster);
    const finding = await screen.findByText(/refuses the PipelineRun .*: exceeded quota: runs\./);
    expect(firstBroken()).toHaveTextContent('First broken step: Template');
    expect(labels()).toContain('Template: Broken');
    const alert = finding.closest<HTMLElement>('.pf-v6-c-alert')!;
    expect(within(alert).getByRole('link', { name: 'Edit the trigger' })).toBeInTheDocument();
    expect(cluster.store.list(resources.pipelineRuns)).toEqual([]);

    unmount();
    await heal(cluster);
    await open(cluster);
    await screen.findByText(/^The newest push that should have run .*: v4\./);
    expect(screen.queryByText(/refuses the PipelineRun/)).not.toBeInTheDocument();
    expect(cluster.store.list(resources.pipelineRuns)).toEqual([]);
  });
});
