import { screen, waitFor, within } from '@testing-library/react';
import { aheadBy } from '../../testing/browser-time';
import { catchDownloads } from '../../testing/downloads';
import { renderPage } from '../../testing/render-page';
import { bind, fail, push, setRunning, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { columnOf, filterBy, findTable, titlesOf } from '../../testing/table';
import ValidationPage from './ValidationPage';

interface Visit {
  readonly namespace?: string;
  readonly query?: string;
  readonly as?: PersonName;
  readonly cluster?: Shop;
}

const open = ({ namespace, query = '', ...options }: Visit = {}) => {
  const scope = namespace === undefined ? 'all-namespaces' : `ns/${namespace}`;
  const route = `/k8s/${namespace === undefined ? scope : 'ns/:ns'}/image-triggers-validation`;
  const at = `/k8s/${scope}/image-triggers-validation${query}`;
  return renderPage({ page: <ValidationPage />, route, at, ...options });
};

const table = () => findTable('Validation of current images');

const textsOf = async (title: string): Promise<string[]> =>
  columnOf(await table(), title).map(({ textContent }) => textContent);

/** Binds tags `v*` of the cart to a second Pipeline. */
const bindCart = (cluster: Shop) =>
  bind(cluster, {
    name: 'sign-cart',
    stream: { namespace: 'shop-images', name: 'cart' },
    rule: { kind: 'glob', pattern: 'v*' },
    pipeline: 'scan-and-sign',
    params: [],
  });

afterEach(() => jest.restoreAllMocks());

describe('the validation of current images', () => {
  it('shows for each tag what its Pipelines made of its image, as it happens', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bindCart(cluster);
    await open({ cluster });
    await push(cluster, { tag: 'v9' });
    const row = await screen.findByRole('row', { name: /v9/ });
    await waitFor(() => expect(row).toHaveTextContent(/Passed.*Passed/));
    expect(titlesOf(await table())).toEqual([
      'ImageStream',
      'Namespace',
      'Tag',
      'Pushed',
      'Verdict',
      'print-image',
      'scan-and-sign',
    ]);
    // What was there before the trigger stays unproven until it is pushed again.
    expect(await textsOf('Verdict')).toContain('Never run');
    expect(screen.getByText(/^1 of \d+ images have passed$/)).toBeInTheDocument();
  });

  it('puts what was missed first, and says so to an auditor', async () => {
    const cluster = await startShop();
    const draft = await bind(cluster);
    const source = { namespace: draft.namespace, name: 'image-triggers-shop-images' };
    await setRunning(cluster, 'source', { ...source, running: false });
    const { digest } = await push(cluster, { tag: 'v9' });
    aheadBy(60);
    const { user } = await open({ cluster, namespace: 'supply-chain' });
    await waitFor(async () => expect((await textsOf('Verdict'))[0]).toBe('Missed'));
    const [first] = columnOf(await table(), 'print-image');
    await user.click(within(first!).getByRole('button', { name: 'Missed' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(`shop-images/order-service:v9 is ${digest} since`);
    expect(dialog).toHaveTextContent('Pipeline supply-chain/print-image has not passed it:');
    expect(within(dialog).getByRole('link', { name: 'print-orders' })).toBeInTheDocument();
  });

  it('names the run that proves it', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v9' });
    const { user } = await open({ cluster, query: '?search=v9' });
    await waitFor(async () => expect(await textsOf('Verdict')).toEqual(['Passed']));
    const [cell] = columnOf(await table(), 'print-image');
    await user.click(within(cell!).getByRole('button', { name: 'Passed' }));
    const dialog = await screen.findByRole('dialog');
    const run = within(dialog).getByRole('link', { name: /^print-orders-[0-9a-f]{8}-/ });
    expect(dialog).toHaveTextContent(
      `PipelineRun ${run.textContent} of Pipeline supply-chain/print-image succeeded for it at 20`,
    );
  });

  it('is filtered by image, verdict and Pipeline', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bindCart(cluster);
    await push(cluster, { tag: 'v9' });
    const { user, location } = await open({ cluster, query: '?verdict=passed' });
    await waitFor(async () => expect(await textsOf('ImageStream')).toHaveLength(1));
    await filterBy(user, 'Pipeline');
    await user.click(screen.getByRole('button', { name: 'Pipeline: All' }));
    await user.click(screen.getByRole('option', { name: 'supply-chain/scan-and-sign' }));
    expect(screen.getByRole('heading', { name: 'No images match' })).toBeInTheDocument();
    expect(location()).toContain('pipeline=supply-chain%2Fscan-and-sign');
  });

  it('hands out the verdicts that are shown, each with its evidence and as a statement', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bindCart(cluster);
    const { digest } = await push(cluster, { tag: 'v9' });
    const { user } = await open({ cluster, query: '?search=v9' });
    await waitFor(async () => expect(await textsOf('Verdict')).toEqual(['Passed']));
    const downloads = catchDownloads();
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: /^1 rows? as JSON/ }));
    expect(downloads.map(({ name }) => name)).toEqual(['image-validation.json']);
    expect(JSON.parse(await downloads[0]!.text())).toEqual([
      expect.objectContaining({
        imageStream: 'shop-images/order-service',
        tag: 'v9',
        digest,
        project: 'supply-chain',
        trigger: 'print-orders',
        pipeline: 'print-image',
        verdict: 'passed',
        pipelineRun: expect.stringMatching(/^print-orders-[0-9a-f]{8}-\d+$/) as string,
        statement: expect.stringContaining(
          `shop-images/order-service:v9 is ${digest} since`,
        ) as string,
      }),
    ]);
  });

  it('says where there is nothing, and why nothing is known', async () => {
    const cluster = await startShop();
    const { unmount } = await open({ cluster });
    expect(await screen.findByRole('heading', { name: 'No image triggers' })).toBeInTheDocument();
    unmount();
    await fail(cluster, {
      match: { path: '/apis/tekton.dev/v1/pipelineruns' },
      respond: { status: 403, reason: 'Forbidden', message: 'no runs for you' },
    });
    await open({ cluster });
    expect(await screen.findByText(/no runs for you/)).toBeInTheDocument();
  });
});
