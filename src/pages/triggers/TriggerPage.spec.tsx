import { screen, waitFor, within } from '@testing-library/react';
import { noPodTemplate } from '../../domain/pod-template';
import { defaultSettings } from '../../domain/run-settings';
import { triggerKind } from '../../k8s/trigger';
import { renderPage } from '../../testing/render-page';
import { bind, passTime, push, remove, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { columnOf, findTable, linksOf, titlesOf } from '../../testing/table';
import TriggerPage from './TriggerPage';

const namespace = 'supply-chain';

const open = (cluster: Shop, name = 'print-orders') =>
  renderPage({
    page: <TriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/:name',
    at: `/k8s/ns/${namespace}/image-triggers/${name}`,
    cluster,
  });

/** What is written next to a term of the details. */
const fact = (term: string): HTMLElement =>
  screen.getByText(term, { selector: 'dt span' }).closest('dt')!.nextElementSibling as HTMLElement;

const ready = () => screen.findByText('Ready');

const act = async (user: Awaited<ReturnType<typeof open>>['user'], action: string) => {
  await user.click(screen.getByRole('button', { name: 'Actions' }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
  return screen.findByRole('dialog');
};

describe('the page of an image trigger', () => {
  it('shows since when it is active and how many images it runs at once', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'tags', tags: ['latest', 'stable'] } });
    await open(cluster);
    await ready();
    expect(screen.getByRole('heading', { level: 1, name: 'print-orders' })).toBeInTheDocument();
    expect(fact('Runs at once')).toHaveTextContent('Up to 2 images that come with one event');
    expect(fact('Active since')).toHaveTextContent('Just now');
    expect(fact('Active since')).toHaveTextContent('by admin');
    expect(screen.getByRole('link', { name: 'Image triggers' })).toHaveAttribute(
      'href',
      '/k8s/ns/supply-chain/image-triggers',
    );
  });

  it('shows what its runs have beside their parameters, and nothing that is left to Pipelines', async () => {
    const cluster = await startShop();
    await bind(cluster, {
      workspaces: [
        { name: 'login', isOptional: false, source: { from: 'secret', name: 'registry-login' } },
        {
          name: 'source',
          isOptional: false,
          source: {
            from: 'volumeClaimTemplate',
            size: '2Gi',
            accessMode: 'ReadWriteOnce',
            storageClass: 'fast',
          },
        },
      ],
      settings: { ...defaultSettings, serviceAccount: 'promoter', tasksTimeout: '30m' },
      pod: {
        ...noPodTemplate,
        nodeSelector: [{ name: 'kubernetes.io/arch', value: 'arm64' }],
        runAsNonRoot: true,
      },
    });
    await open(cluster);
    await ready();
    expect(
      [...fact('Workspaces').querySelectorAll(':scope > div > div')].map((one) => one.textContent),
    ).toEqual([
      'login: Secret registry-login',
      'source: New volume of 2Gi for every run, ReadWriteOnce, storage class fast',
    ]);
    expect(fact('Service account')).toHaveTextContent(/^promoter$/);
    expect(fact('Timeout of its tasks')).toHaveTextContent(/^30m$/);
    expect(fact('Node labels')).toHaveTextContent(/^kubernetes.io\/arch=arm64$/);
    expect(fact('Never run as root')).toHaveTextContent(/^Yes$/);
    expect(screen.queryByText('Tolerations')).not.toBeInTheDocument();
    expect(screen.queryByText('Timeout of the Pipeline')).not.toBeInTheDocument();
  });

  it('shows its pushes and their runs as they happen, and those of no other trigger', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'glob', pattern: 'v*' } });
    await bind(cluster, { name: 'other', stream: { namespace: 'shop-images', name: 'cart' } });
    const { user, location } = await open(cluster);
    await ready();
    expect(screen.getByRole('heading', { name: 'No pushes yet' })).toBeInTheDocument();
    await push(cluster, { tag: 'v4.0.0' });
    await push(cluster, { tag: 'nightly' });
    await push(cluster, { stream: 'cart' });
    const table = await findTable('Pushes and runs');
    await waitFor(() => expect(columnOf(table, 'Status')[0]).toHaveTextContent('Succeeded'));
    expect(titlesOf(table)).toEqual(['Pushed', 'Image', 'Status', 'PipelineRun', 'Duration']);
    const runs = cluster.store
      .list(resources.pipelineRuns)
      .map(({ metadata }) => metadata.name)
      .filter((name) => name.startsWith('print-orders-'));
    expect(linksOf(table, 'PipelineRun')).toEqual(runs);
    expect(columnOf(table, 'Duration')[0]).toHaveTextContent(/ s$/);
    await user.click(within(table).getByRole('button', { name: 'Succeeded' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      /Created .+ s after the push, finished .+ s after it\./,
    );
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('switch', { name: 'Pushes that needed no run' }));
    expect(location()).toMatch(/\?quiet=yes$/);
    const statuses = columnOf(await findTable('Pushes and runs'), 'Status').map(
      ({ textContent }) => textContent,
    );
    expect(statuses).toContain('Not matched');
    expect(statuses).toContain('Before activation');
  });

  it('pauses with a reason, starts no run meanwhile, and resumes', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user } = await open(cluster);
    await ready();
    const pausing = await act(user, 'Pause');
    await user.type(
      within(pausing).getByRole('textbox', { name: 'Reason (optional)' }),
      'release freeze',
    );
    await user.click(within(pausing).getByRole('button', { name: 'Pause' }));
    const notice = (await screen.findByText(/The trigger is paused/)).closest('.pf-v6-c-alert');
    expect(notice).toHaveTextContent(/Paused .*Just now by admin/);
    expect(notice).toHaveTextContent('Reason: release freeze');
    expect(fact('Paused since')).toHaveTextContent('by admin');
    await push(cluster);
    await waitFor(async () => {
      const table = await findTable('Pushes and runs');
      expect(columnOf(table, 'Status')[0]).toHaveTextContent('Paused');
    });
    await cluster.chain.settled();
    expect(cluster.store.list(resources.pipelineRuns)).toEqual([]);
    await passTime(cluster, 2);

    const resuming = await act(user, 'Resume');
    expect(resuming).toHaveTextContent('Those made during the pause do not run by themselves');
    await user.click(within(resuming).getByRole('button', { name: 'Resume' }));
    expect(await within(resuming).findByText('print-orders is resumed')).toBeInTheDocument();
    expect(
      within(resuming).getByRole('link', { name: 'Show the pushes made during pauses' }),
    ).toHaveAttribute(
      'href',
      '/k8s/ns/supply-chain/image-triggers-history?status=paused&trigger=supply-chain%2Fprint-orders',
    );
    expect(within(resuming).getByText('Close').closest('button')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await ready();
    expect(fact('Active since')).toHaveTextContent('by admin');
    await push(cluster, { tag: 'v9' });
    await waitFor(async () => {
      const table = await findTable('Pushes and runs');
      expect(columnOf(table, 'Status').map(({ textContent }) => textContent)).toEqual([
        'Succeeded',
        'Paused',
      ]);
    });
    expect(cluster.store.list(resources.pipelineRuns)).toHaveLength(1);
  });
});

describe('the page of an image trigger that is not there', () => {
  it('says so, and leads to those that are', async () => {
    const { location, user } = await open(await startShop(), 'nothing');
    expect(
      await screen.findByRole('heading', { name: 'No image trigger nothing' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('It does not exist in project supply-chain, or it was deleted.'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Show all image triggers' }));
    expect(location()).toBe('/k8s/ns/supply-chain/image-triggers');
  });

  it('says so as soon as somebody else deletes it', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await open(cluster);
    await ready();
    await remove(cluster, { kind: triggerKind, namespace, name: 'print-orders' });
    expect(
      await screen.findByRole('heading', { name: 'No image trigger print-orders' }),
    ).toBeInTheDocument();
  });

  it('is not confused by a trigger of the name in another project', async () => {
    const cluster = await startShop();
    await bind(cluster, { namespace: 'shop-images', pipeline: 'nothing', params: [] });
    await open(cluster);
    expect(
      await screen.findByRole('heading', { name: 'No image trigger print-orders' }),
    ).toBeInTheDocument();
  });
});
