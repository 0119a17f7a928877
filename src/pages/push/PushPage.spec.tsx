import { screen, waitFor, within } from '@testing-library/react';
import { taskRunKind } from '../../k8s/task-run';
import { aheadBy } from '../../testing/browser-time';
import { makeChain, runChain } from '../../testing/found-chain';
import { renderPage } from '../../testing/render-page';
import {
  bind,
  create,
  fail,
  passTime,
  push,
  remove,
  resources,
  setRunning,
  startShop,
} from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { columnOf, findTable } from '../../testing/table';
import PushPage from './PushPage';

const home = '/k8s/ns/supply-chain/image-triggers-history';

const open = (cluster: Shop, name: string) =>
  renderPage({
    page: <PushPage />,
    route: '/k8s/ns/:ns/image-triggers-history/:push',
    at: `${home}/${name}`,
    cluster,
  });

/** Each hop with its state, as a screen reader says it. */
const steps = (): string[] =>
  within(screen.getByRole('list', { name: 'The way of the push through the chain' }))
    .getAllByRole('listitem')
    .map((step) => step.getAttribute('aria-label') ?? '');

const fact = (term: string): HTMLElement =>
  screen.getByText(term, { selector: 'dt span' }).closest('dt')!.nextElementSibling as HTMLElement;

/** The name of the only run, once it has ended. */
const runThatEnded = async ({ store }: Shop): Promise<string> => {
  await waitFor(() =>
    expect(store.list(resources.pipelineRuns)[0]?.status?.completionTime).toBeDefined(),
  );
  return store.list(resources.pipelineRuns)[0]!.metadata.name;
};

/** What a push of the shop's trigger is called that has no run. */
const nameOf = ({ store }: Shop, digest: string): string => {
  const { status } = store.get(resources.imageStreams, {
    namespace: 'shop-images',
    name: 'order-service',
  });
  const item = status!
    .tags!.flatMap(({ items }) => items ?? [])
    .find(({ image }) => image === digest);
  return `print-orders-${digest.slice(7, 15)}-${Date.parse(item!.created) / 1000}`;
};

const losePush = async (cluster: Shop): Promise<string> => {
  const source = { namespace: 'supply-chain', name: 'image-triggers-shop-images' };
  await setRunning(cluster, 'source', { ...source, running: false });
  const { digest } = await push(cluster, { tag: 'v5' });
  return nameOf(cluster, digest);
};

describe('the page of a push', () => {
  it('shows every hop of a push that ran, what reached the Pipeline, and leads to the rest', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'glob', pattern: 'v*' } });
    const { digest } = await push(cluster, { tag: 'v4' });
    const name = await runThatEnded(cluster);
    await open(cluster, name);
    expect(await screen.findByText(/The PipelineRun of this push succeeded\./)).toHaveTextContent(
      /Created .* after the push/,
    );
    expect(screen.getByRole('heading', { level: 1, name })).toBeInTheDocument();
    expect(steps()).toEqual([
      'Push: Done',
      'Event source: Done',
      'Listener: Done',
      'Filter of the trigger: Done',
      'PipelineRun created: Done',
      'PipelineRun started: Done',
      'PipelineRun finished: Done',
    ]);
    expect(screen.getByText('The tag v4 matches the rule: v*.')).toBeInTheDocument();
    expect(within(fact('Tags')).getByRole('link')).toHaveAttribute(
      'href',
      '/k8s/ns/shop-images/image.openshift.io~v1~ImageStreamTag/order-service%3Av4',
    );
    const run = `/k8s/ns/supply-chain/tekton.dev~v1~PipelineRun/${name}`;
    expect(screen.getByRole('link', { name: 'Logs of the PipelineRun' })).toHaveAttribute(
      'href',
      `${run}/logs`,
    );
    expect(screen.getByRole('link', { name: 'Events of the PipelineRun' })).toHaveAttribute(
      'href',
      `${run}/events`,
    );
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', run);
    expect(await screen.findByText('IMAGE')).toBeInTheDocument();
    expect(fact('IMAGE')).toHaveTextContent(`order-service@${digest}`);
    expect(fact('imagetriggers.dev/tag')).toHaveTextContent('v4');
    expect(screen.queryByRole('button', { name: 'Run now' })).not.toBeInTheDocument();
  });

  it('says where a push was lost and what nobody can know, and runs it', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const name = await losePush(cluster);
    aheadBy(60);
    const { user } = await open(cluster, name);
    const runNow = await screen.findByRole('button', { name: 'Run now' });
    expect(steps()).toEqual([
      'Push: Done',
      'Event source: Not known',
      'Listener: Not known',
      'Filter of the trigger: Done',
      'PipelineRun created: Failed',
      'PipelineRun started: Not reached',
      'PipelineRun finished: Not reached',
    ]);
    await user.click(runNow);
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByText(name);
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    expect(
      await screen.findByText('By hand by admin, in place of the listener.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    await waitFor(() => expect(steps().at(-1)).toBe('PipelineRun finished: Done'));
    expect(steps().slice(0, 4)).toEqual([
      'Push: Done',
      'Event source: Not known',
      'Listener: Not known',
      'Filter of the trigger: Not known',
    ]);
  });

  it('shows what other triggers did with the push, and the pushes before and after it', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, { name: 'sign-orders', rule: { kind: 'glob', pattern: 'release-*' } });
    await push(cluster, { tag: 'v7' });
    const name = await runThatEnded(cluster);
    await passTime(cluster, 5);
    await push(cluster, { tag: 'v7' });
    await open(cluster, name);
    const others = await findTable('The same push, other triggers');
    expect(columnOf(others, 'Trigger').map(({ textContent }) => textContent)).toEqual([
      'sign-orders',
    ]);
    expect(columnOf(others, 'Status').map(({ textContent }) => textContent)).toEqual([
      'Not matched',
    ]);
    const around = await findTable('Pushes to the same tags');
    await waitFor(() => expect(columnOf(around, 'Pushed')).toHaveLength(2));
    const [newer, this_] = columnOf(around, 'Pushed');
    expect(this_).toHaveTextContent('This push');
    expect(within(newer!).getByRole('link').getAttribute('href')).toMatch(
      new RegExp(`^${home}/print-orders-[0-9a-f]{8}-\\d{10}$`),
    );
    expect(screen.getByText('This tag holds another image now.')).toBeInTheDocument();
  });

  it('shows the tasks of the run, or why they cannot be read', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    const name = await runThatEnded(cluster);
    const labels = { 'tekton.dev/pipelineRun': name, 'tekton.dev/pipelineTask': 'by-hand' };
    const metadata = { namespace: 'supply-chain', name: `${name}-x`, labels };
    await create(cluster, taskRunKind, { metadata });
    const { unmount } = await open(cluster, name);
    const tasks = await findTable('Tasks of the PipelineRun');
    await waitFor(() =>
      expect(columnOf(tasks, 'Task').map(({ textContent }) => textContent)).toContain('by-hand'),
    );
    unmount();
    const match = { path: '/taskruns', method: 'GET' };
    await fail(cluster, { match, respond: { status: 403, message: 'no tasks for you' } });
    await open(cluster, name);
    expect(await screen.findByText('no tasks for you')).toBeInTheDocument();
    expect(await screen.findByText('IMAGE')).toBeInTheDocument();
  });

  it('keeps what ran where trigger and push are gone', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    const name = await runThatEnded(cluster);
    const triggers = { kind: resources.triggers.kind, namespace: 'supply-chain' };
    await remove(cluster, { ...triggers, name: 'print-orders' });
    await remove(cluster, {
      kind: resources.imageStreamTags.kind,
      namespace: 'shop-images',
      name: 'order-service:v4',
    });
    await open(cluster, name);
    expect(
      await screen.findByText('The image trigger print-orders does not exist any more'),
    ).toBeInTheDocument();
    await waitFor(() => expect(steps()[0]).toBe('Push: Not known'));
    expect(steps().at(-1)).toBe('PipelineRun finished: Done');
  });

  it('says what the name tells of a push of which nothing is left', async () => {
    await open(await startShop(), 'print-orders-0123abcd-1772366400');
    expect(
      await screen.findByRole('heading', { name: 'No push print-orders-0123abcd-1772366400' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/its digest begins with 0123abcd.*2026-03-01T12:00:00/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show the history' })).toHaveAttribute(
      'href',
      `${home}?trigger=supply-chain%2Fprint-orders&quiet=yes`,
    );
  });

  it('shows the run of a chain that somebody else made', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    await runChain(cluster, 'print-1', 'registry.example/any/thing:latest');
    await open(cluster, 'print-1');
    expect(await screen.findByText(/Its parameters name no image of a push/)).toBeInTheDocument();
    expect(steps()[0]).toBe('Push: Not known');
    expect(screen.getByText('Found, not managed')).toBeInTheDocument();
    expect(await screen.findByText('IMAGE')).toBeInTheDocument();
  });
});
