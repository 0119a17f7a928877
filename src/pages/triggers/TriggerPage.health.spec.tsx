import { screen, waitFor, within } from '@testing-library/react';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { pipelineKind } from '../../k8s/pipeline';
import type { ResourceKind } from '../../k8s/resource';
import { roleKind } from '../../k8s/role';
import { triggerKind } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { renderPage } from '../../testing/render-page';
import { bind, enlarge, patch, remove, setRunning, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import TriggerPage from './TriggerPage';

const namespace = 'supply-chain';
const source = 'image-triggers-shop-images';

const openHealthy = async () => {
  const cluster = await startShop();
  await bind(cluster, { stream: { namespace: 'shop-images', name: 'cart' } });
  const rendered = await renderPage({
    page: <TriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/:name',
    at: `/k8s/ns/${namespace}/image-triggers/print-orders`,
    cluster,
  });
  await screen.findByText('Ready');
  return rendered;
};

/** Removes an object of the trigger's own project. */
const without = (kind: ResourceKind, name: string) => (cluster: Shop) =>
  remove(cluster, { kind, namespace, name });

const label = (name: string, value: string | null) => (cluster: Shop) =>
  patch(
    cluster,
    { kind: triggerKind, namespace, name },
    {
      metadata: { labels: { 'imagetriggers.dev/active': value } },
    },
  );

const editFilter = (cluster: Shop) =>
  patch(
    cluster,
    { kind: triggerKind, namespace, name: 'print-orders' },
    {
      spec: {
        interceptors: [
          {
            ref: { name: 'cel' },
            params: [{ name: 'filter', value: "body.metadata.name == 'x'" }],
          },
        ],
      },
    },
  );

describe('the health of an image trigger', () => {
  it.each<[string, (cluster: Shop) => Promise<void>, string | RegExp]>([
    [
      'the event source is deleted',
      without(apiServerSourceKind, source),
      /^The ApiServerSource is missing: no push reaches the listener/,
    ],
    [
      'the listener is deleted',
      without(eventListenerKind, 'image-triggers'),
      /^The EventListener is missing: no push starts a run/,
    ],
    [
      'the Pipeline is deleted',
      without(pipelineKind, 'print-image'),
      'The Pipeline print-image does not exist: every run will fail.',
    ],
    [
      'the Pipeline asks for another parameter',
      (cluster) =>
        patch(
          cluster,
          { kind: pipelineKind, namespace, name: 'print-image' },
          { spec: { params: [{ name: 'IMAGE' }, { name: 'LEVEL' }] } },
        ),
      /^The Pipeline print-image asks for parameters that the trigger does not give: .*LEVEL/,
    ],
    [
      'the template is deleted',
      without(triggerTemplateKind, 'print-orders'),
      /^The TriggerTemplate is missing or names no Pipeline: no push starts a run/,
    ],
    [
      'a lane is deleted',
      without(triggerKind, 'print-orders-3'),
      /^3 of 4 Triggers are left: of images pushed at once, some will not run/,
    ],
    [
      'a lane is paused',
      label('print-orders-2', null),
      /^Only some of the Triggers are active: of images pushed at once, some will not run/,
    ],
    [
      'the pod of the event source is stopped',
      (cluster) => setRunning(cluster, 'source', { namespace, name: source, running: false }),
      /^The ApiServerSource is not ready\. .+/,
    ],
    [
      'the pod of the listener is stopped',
      (cluster) =>
        setRunning(cluster, 'listener', { namespace, name: 'image-triggers', running: false }),
      /^The EventListener is not ready\. .+/,
    ],
    [
      'its project has an ImageStream that is too large for so many Triggers',
      (cluster) => enlarge(cluster, 'cart', 4),
      /^Every event of ImageStream shop-images\/cart \(\d+ kB\) costs the listener \d+ calls/,
    ],
    [
      'the rights of the event source are taken away',
      (cluster) =>
        remove(cluster, {
          kind: roleKind,
          namespace: 'shop-images',
          name: 'image-triggers-source-supply-chain',
        }),
      /^The ApiServerSource is not ready\. .*User system:serviceaccount:supply-chain:image-triggers-source cannot/,
    ],
  ])('says live that %s', async (_, harm, finding) => {
    const { cluster } = await openHealthy();
    await harm(cluster);
    expect(await screen.findByText(finding)).toBeInTheDocument();
    expect(screen.queryByText('Ready')).not.toBeInTheDocument();
  });

  it('says that a filter was changed by hand, and claims nothing about it', async () => {
    const { cluster, user } = await openHealthy();
    await editFilter(cluster);
    expect(
      await screen.findByText(/^The filter of a Trigger was changed by hand/),
    ).toBeInTheDocument();
    const chain = screen.getByRole('list', { name: /^The chain from the ImageStream/ });
    expect(
      within(chain)
        .getAllByText('Changed by hand')
        .map((one) => one.closest('li')?.getAttribute('aria-label')),
    ).toEqual(['ImageStream: Not proven', 'Event source: Not proven']);
    await user.click(screen.getByRole('button', { name: 'Actions' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Pause' }));
    await user.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByText('The trigger is paused', { exact: false })).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

    // Resuming would have to write the filter anew, and nobody can say what it was.
    await user.click(screen.getByRole('button', { name: 'Actions' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Resume' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Resume' }));
    expect(await within(dialog).findByText(/The trigger was not resumed/)).toBeInTheDocument();
    expect(within(dialog).getByText('The filter was changed by hand.')).toBeInTheDocument();
  });

  it('counts the problems, and lists them on a click', async () => {
    const { cluster, user } = await openHealthy();
    await remove(cluster, { kind: triggerKind, namespace, name: 'print-orders-3' });
    await remove(cluster, { kind: pipelineKind, namespace, name: 'print-image' });
    await user.click(await screen.findByRole('button', { name: '2 problems' }));
    const popover = await screen.findByRole('dialog');
    expect(within(popover).getAllByRole('listitem')).toHaveLength(2);
  });

  it('is well again when what was missing is back', async () => {
    const { cluster } = await openHealthy();
    await label('print-orders-2', null)(cluster);
    await screen.findByText(/^Only some of the Triggers are active/);
    await label('print-orders-2', 'true')(cluster);
    await waitFor(() => expect(screen.getByText('Ready')).toBeInTheDocument());
  });
});
