import { screen, waitFor, within } from '@testing-library/react';
import { aheadBy } from '../../testing/browser-time';
import { renderPage } from '../../testing/render-page';
import { fail, push } from '../../testing/shop';
import type { Fault, PersonName, Shop } from '../../testing/shop';
import { failRun, pruneRun, runNames, shopWithRun } from '../../testing/shop-run';
import { columnOf, findTable } from '../../testing/table';
import HistoryPage from './HistoryPage';

const day = 24 * 60 * 60;

const open = (cluster: Shop, as?: PersonName) =>
  renderPage({
    page: <HistoryPage />,
    route: '/k8s/ns/:ns/image-triggers-history',
    at: '/k8s/ns/supply-chain/image-triggers-history',
    cluster,
    as,
  });

const cells = async (title: string): Promise<string[]> =>
  columnOf(await findTable('Pushes and runs'), title).map(({ textContent }) => textContent);

const untilStatuses = (...statuses: string[]): Promise<void> =>
  waitFor(async () => expect(await cells('Status')).toEqual(statuses));

const mark = 'Pruned, known from Tekton Results';
const notice = /What became of every push is known after /;

/** Of requests to Tekton Results. */
const fault = (rest: Omit<Fault, 'match'>, path = '/results.tekton.dev/'): Fault => ({
  match: { path },
  ...rest,
});

describe('the history with Tekton Results', () => {
  it('knows how a run ended that was pruned, and says from where', async () => {
    const { cluster, name } = await shopWithRun({ results: true });
    await failRun(cluster, name);
    await pruneRun(cluster, name);
    await open(cluster, 'viewer');
    await untilStatuses('Failed');
    expect(await cells('PipelineRun')).toEqual([expect.stringContaining(`${name}${mark}`)]);
    expect(screen.queryByText(notice)).not.toBeInTheDocument();
  });

  it('learns of a run that is pruned while somebody looks', async () => {
    const { cluster, name } = await shopWithRun({ results: true });
    await open(cluster);
    await untilStatuses('Succeeded');
    expect(screen.queryByText(mark)).not.toBeInTheDocument();
    await pruneRun(cluster, name);
    expect(await screen.findByText(mark)).toBeInTheDocument();
    await untilStatuses('Succeeded');
  });

  it('has a run that is in both only once', async () => {
    const { cluster } = await shopWithRun({ results: true });
    await push(cluster, { tag: 'v10' });
    await cluster.chain.settled();
    await open(cluster);
    await untilStatuses('Succeeded', 'Succeeded');
    expect(screen.queryByText(mark)).not.toBeInTheDocument();
  });

  it('offers one more run of a push whose run is gone, and never its name again', async () => {
    const { cluster, name } = await shopWithRun({ results: true });
    await failRun(cluster, name);
    await pruneRun(cluster, name);
    const { user } = await open(cluster);
    await user.click(await screen.findByRole('button', { name: 'Run again: v9' }));
    const dialog = within(await screen.findByRole('dialog', { name: /^Run this push again / }));
    expect(await dialog.findByText(`${name}-r1`)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    await untilStatuses('Succeeded');
    expect(runNames(cluster)).toEqual([`${name}-r1`]);
  });

  it('makes no second run of a name that only Tekton Results knows, whatever it has shown', async () => {
    const { cluster, name } = await shopWithRun({ results: true });
    await pruneRun(cluster, name);
    // The list fails, the question by which a run is looked for does not.
    await fail(cluster, fault({ respond: { status: 500 } }, 'results.tekton.dev.*managed-by'));
    aheadBy(60);
    const { user } = await open(cluster);
    await untilStatuses('Missed');
    await user.click(screen.getByRole('button', { name: 'Run now: v9' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('This push has its PipelineRun')).toBeInTheDocument();
    expect(dialog.queryByRole('button', { name: 'Run' })).not.toBeInTheDocument();
    await user.click(dialog.getByText('Close'));
    await untilStatuses('Succeeded');
    expect(runNames(cluster)).toEqual([]);
  });
});

/** A push whose run was pruned more than a day ago, by the browser's clock. */
const prunedLongAgo = async (options: Parameters<typeof shopWithRun>[0]) => {
  const { cluster, name } = await shopWithRun(options);
  await pruneRun(cluster, name);
  aheadBy(2 * day);
  return { cluster, name };
};

describe('the history without what Tekton Results keeps', () => {
  it('says up to when it does not know everything, where there is none', async () => {
    const { cluster } = await prunedLongAgo({});
    await open(cluster);
    await untilStatuses('Unknown');
    expect(screen.getByRole('heading', { name: notice })).toBeInTheDocument();
    expect(screen.getByText(/it is not installed, or this plugin is not/)).toBeInTheDocument();
  });

  it.each([
    [401, /you may not read it \(a fault of the local cluster\)/],
    [403, /you may not read it \(a fault of the local cluster\)/],
    [500, /it could not be read: a fault of the local cluster\./],
    [502, /it could not be read: a fault of the local cluster\./],
    [404, /it is not installed, or this plugin is not connected to it/],
  ])(
    'shows what the cluster has where it answers %i, and says what is missing',
    async (status, says) => {
      const { cluster } = await prunedLongAgo({ results: true });
      await fail(cluster, fault({ respond: { status } }));
      await open(cluster);
      await untilStatuses('Unknown');
      expect(await screen.findByText(says)).toBeInTheDocument();
    },
  );

  it.each([403, 500])('asks again where somebody wants it, after a %i', async (status) => {
    const { cluster } = await prunedLongAgo({ results: true });
    await fail(cluster, fault({ respond: { status }, times: 1 }));
    const { user } = await open(cluster);
    await untilStatuses('Unknown');
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await untilStatuses('Succeeded');
    expect(screen.queryByText(notice)).not.toBeInTheDocument();
  });

  it('shows what the cluster has while it is slow, and the rest when it comes', async () => {
    const { cluster } = await prunedLongAgo({ results: true });
    await fail(cluster, fault({ delayMs: 300, times: 1 }));
    await open(cluster);
    await untilStatuses('Unknown');
    expect(screen.getByText(/Tekton Results is being asked for them\./)).toBeInTheDocument();
    await untilStatuses('Succeeded');
    expect(screen.queryByText(notice)).not.toBeInTheDocument();
  });
});
