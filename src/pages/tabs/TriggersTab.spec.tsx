import { screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { ImageStream } from '../../k8s/image-stream';
import type { Pipeline } from '../../k8s/pipeline';
import { renderPage } from '../../testing/render-page';
import { bind, fail, push, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { cellOf, columnOf, findTable, titlesOf } from '../../testing/table';
import PipelineTab from './PipelineTab';
import StreamTab from './StreamTab';

const orders: ImageStream = { metadata: { namespace: 'shop-images', name: 'order-service' } };
const printImage: Pipeline = { metadata: { namespace: 'supply-chain', name: 'print-image' } };

const open = (page: ReactElement, options: { cluster?: Shop; as?: PersonName } = {}) =>
  renderPage({ page, route: '/object', at: '/object', ...options });

const signCart = {
  name: 'sign-cart',
  stream: { namespace: 'shop-images', name: 'cart' },
  rule: { kind: 'glob', pattern: 'v*' },
  pipeline: 'scan-and-sign',
  params: [],
} as const;

/** The triggers, in a line each. */
const lines = async (): Promise<string[]> => {
  const list = await screen.findByRole('list', { name: 'Image triggers' });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
};

describe('the tab of an ImageStream', () => {
  it('shows its triggers and their pushes as they happen, and no others', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, signCart);
    await open(<StreamTab obj={orders} />, { cluster });
    await waitFor(async () =>
      expect(await lines()).toEqual([expect.stringMatching(/^print-orders.*Any tag.*print-image/)]),
    );
    await push(cluster, { stream: 'cart', tag: 'v9' });
    const { digest } = await push(cluster, { tag: 'v8' });
    const table = await findTable('Pushes and runs');
    await waitFor(() => expect(table).toHaveTextContent(/v8.*Succeeded/));
    expect(table).toHaveTextContent(digest.slice('sha256:'.length, 19));
    expect(table).not.toHaveTextContent('v9');
    expect(titlesOf(table)).not.toContain('ImageStream');
  });

  it('groups the pushes by what it does not say itself, and leads to those of a group', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v8' });
    const { user } = await open(<StreamTab obj={orders} />, { cluster });
    await user.click(await screen.findByRole('button', { name: 'Group by: None' }));
    const choices = await screen.findAllByRole('option');
    expect(choices.map(({ textContent }) => textContent)).toEqual(['None', 'Trigger', 'Digest']);
    await user.click(screen.getByRole('option', { name: 'Trigger' }));
    const table = await findTable('Groups of pushes');
    expect(within(table).getByRole('link', { name: '1' })).toHaveAttribute(
      'href',
      '/k8s/ns/shop-images/image-triggers-history?stream=shop-images%2Forder-service&trigger=supply-chain%2Fprint-orders',
    );
  });

  it('leads to the form with the ImageStream filled in', async () => {
    const cluster = await startShop();
    const { user, location } = await open(<StreamTab obj={orders} />, { cluster });
    expect(await screen.findByText(/No Pipeline runs when an image is pushed/)).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Create image trigger' }));
    expect(location()).toBe(
      '/k8s/ns/shop-images/image-triggers/~new?stream=shop-images%2Forder-service',
    );
  });

  it('says what it cannot read', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { path: '/apis/triggers.tekton.dev/v1beta1/triggers' },
      respond: { status: 403, reason: 'Forbidden', message: 'no triggers for you' },
    });
    await open(<StreamTab obj={orders} />, { cluster });
    expect(await screen.findByText(/no triggers for you/)).toBeInTheDocument();
  });

  it('shows nothing for the empty object that the console can hold', async () => {
    const { container } = await open(<StreamTab obj={{}} />);
    expect(container).toHaveTextContent(/^$/);
  });
});

describe('the tab of a Pipeline', () => {
  it('shows the triggers that run it, and their pushes', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, signCart);
    await push(cluster, { stream: 'cart', tag: 'v9' });
    await push(cluster, { tag: 'v8' });
    await open(<PipelineTab obj={printImage} />, { cluster });
    const table = await findTable('Pushes and runs');
    await waitFor(() => expect(cellOf('order-service', 'Status')).toBe('Succeeded'));
    expect(await lines()).toEqual([expect.stringMatching(/^print-orders.*order-service/)]);
    expect(columnOf(table, 'Image').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('v8'),
    ]);
  });

  it('leads to the form with the Pipeline filled in', async () => {
    const cluster = await startShop();
    const { user, location } = await open(<PipelineTab obj={printImage} />, { cluster });
    await user.click(await screen.findByRole('link', { name: 'Create image trigger' }));
    expect(location()).toBe('/k8s/ns/supply-chain/image-triggers/~new?pipeline=print-image');
  });

  it('says that nothing starts it, and why one may not change that', async () => {
    const { user } = await open(<PipelineTab obj={printImage} />, { as: 'viewer' });
    expect(await screen.findByText(/No ImageStream starts this Pipeline/)).toBeInTheDocument();
    const create = await screen.findByRole('button', { name: 'Create image trigger' });
    await user.hover(create);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'You do not have permission to create Triggers in project supply-chain.',
    );
  });

  it('shows nothing before the console has its object', async () => {
    const { container } = await open(<PipelineTab />);
    expect(container).toHaveTextContent(/^$/);
  });
});
