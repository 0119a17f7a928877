import { screen, waitFor, within } from '@testing-library/react';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import type { PipelineRun } from '../../k8s/pipeline-run';
import { aheadBy } from '../../testing/browser-time';
import { renderPage } from '../../testing/render-page';
import {
  bind,
  create,
  fail,
  heal,
  push,
  resources,
  setRunning,
  startShop,
} from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { columnOf, findTable } from '../../testing/table';
import HistoryPage from './HistoryPage';

const path = '/k8s/ns/supply-chain/image-triggers-history';
const route = '/k8s/ns/:ns/image-triggers-history';

/** A trigger whose source did not see the push of `v5`; the history, seen by somebody. */
const openWithLoss = async (as?: PersonName) => {
  const cluster = await startShop();
  await bind(cluster);
  const source = { namespace: 'supply-chain', name: 'image-triggers-shop-images' };
  await setRunning(cluster, 'source', { ...source, running: false });
  await push(cluster, { tag: 'v5' });
  aheadBy(60);
  const { user } = await renderPage({ page: <HistoryPage />, route, at: path, cluster, as });
  await user.click(await screen.findByRole('button', { name: 'Run now: v5' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^Run this push for / }));
  return { cluster, user, dialog };
};

/** How the names of runs end: in the time of the push. */
const runName = /-\d{10}$/;

const runsIn = ({ store }: Shop) => store.list(resources.pipelineRuns);

const cells = async (title: string): Promise<string[]> =>
  columnOf(await findTable('Pushes and runs'), title).map(({ textContent }) => textContent);

describe('a push that was missed', () => {
  it('is run by hand, after its run was shown, and says who asked for it', async () => {
    const { cluster, user, dialog } = await openWithLoss();
    const { textContent: name } = await dialog.findByText(runName);
    expect(dialog.getByText('Parameter IMAGE')).toBeInTheDocument();
    expect(runsIn(cluster)).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    await waitFor(async () => expect(await cells('Status')).toEqual(['Succeeded']));
    expect(await cells('PipelineRun')).toEqual([expect.stringMatching(/Run by hand by admin$/)]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(runsIn(cluster).map(({ metadata }) => metadata.name)).toEqual([name]);
  });

  it('is not run where the dialog is left', async () => {
    const { cluster, user, dialog } = await openWithLoss();
    await dialog.findByText(runName);
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(runsIn(cluster)).toEqual([]);
  });

  it('names what the user lacks, and runs nothing', async () => {
    const { cluster, dialog } = await openWithLoss('viewer');
    expect(await dialog.findByText('The PipelineRun cannot be created')).toBeInTheDocument();
    expect(
      dialog.getByText(/User "viewer" cannot create resource "pipelineruns"/),
    ).toBeInTheDocument();
    expect(dialog.queryByRole('button', { name: 'Run' })).not.toBeInTheDocument();
    expect(runsIn(cluster)).toEqual([]);
  });

  it('says why the API server refuses it, which may be why it was missed, and asks again', async () => {
    const { cluster, user, dialog } = await openWithLoss();
    const run = await dialog.findByRole('button', { name: 'Run' });
    await dialog.findByText(runName);
    const match = { method: 'POST', path: 'pipelineruns' };
    await fail(cluster, {
      match,
      respond: { status: 403, reason: 'Forbidden', message: 'exceeded quota: runs' },
    });
    await user.click(run);
    expect(await dialog.findByText('exceeded quota: runs')).toBeInTheDocument();
    await heal(cluster);
    await user.click(dialog.getByRole('button', { name: 'Check again' }));
    await dialog.findByText(runName);
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(runsIn(cluster)).toHaveLength(1));
  });

  it('is not run twice where somebody was faster', async () => {
    const { cluster, user, dialog } = await openWithLoss();
    const { textContent: name } = await dialog.findByText(runName);
    const metadata = { namespace: 'supply-chain', name };
    const run: PipelineRun = { metadata, spec: { pipelineRef: { name: 'print-image' } } };
    await create(cluster, pipelineRunKind, run);
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    expect(await dialog.findByText('This push has its PipelineRun')).toBeInTheDocument();
    expect(dialog.getByRole('link', { name })).toBeInTheDocument();
    await user.click(dialog.getByText('Close'));
    expect(runsIn(cluster)).toHaveLength(1);
  });
});
