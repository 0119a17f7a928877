import { Toolbar } from '@patternfly/react-core';
import { screen, waitFor } from '@testing-library/react';
import { handedOver } from '../../components/handed-streams';
import { streamRowsOf } from '../../domain/stream-row';
import { anImageStream } from '../../testing/builders';
import { renderPage } from '../../testing/render-page';
import type { PersonName } from '../../testing/shop';
import { findTable } from '../../testing/table';
import { CreateManyTools } from './CreateManyTools';
import { useStreamSelection } from './use-stream-selection';
import StreamsPage from './StreamsPage';

const open = async (as?: PersonName, query = '') => {
  const rendered = await renderPage({
    page: <StreamsPage />,
    route: '/k8s/ns/:ns/image-triggers-streams',
    at: `/k8s/ns/shop-images/image-triggers-streams${query}`,
    as,
  });
  await findTable('ImageStreams');
  return rendered;
};

const checkbox = (name: string) =>
  screen.getByRole('checkbox', { name: `Select ImageStream ${name} in project shop-images` });

const crowd = streamRowsOf(
  Array.from({ length: 300 }, (_, index) => anImageStream({ name: `many-${index}` })),
  [],
  [],
);

/** The toolbar without its table: the rows of a page take jsdom a second. */
const ToolsOfCrowd = () => (
  <Toolbar>
    <CreateManyTools namespace="shop-images" selection={useStreamSelection(crowd, true)} />
  </Toolbar>
);

describe('ImageStreams that are selected in the list', () => {
  it('lead to the form that makes a trigger for each', async () => {
    const { user, location } = await open();
    await user.click(checkbox('storefront'));
    await user.click(checkbox('cart'));
    await user.click(screen.getByRole('button', { name: 'Create image triggers (2)' }));
    const [path, query] = location().split('?');
    expect(path).toBe('/k8s/ns/shop-images/image-triggers/~new');
    const streams = new URLSearchParams(query).get('streams')!.split(',').sort();
    expect(streams).toEqual(['shop-images/cart', 'shop-images/storefront']);
  });

  it('are all of those that the filter leaves', async () => {
    const { user, location } = await open(undefined, '?name=cart');
    await user.click(screen.getByRole('button', { name: 'Select all (2)' }));
    await user.click(screen.getByRole('button', { name: 'Create image triggers (2)' }));
    expect(decodeURIComponent(location())).toMatch(
      /streams=shop-images\/(legacy-)?cart,shop-images\/(legacy-)?cart$/,
    );
  });

  it('can be selected by those only who may create triggers in the project', async () => {
    await open('viewer');
    await waitFor(() => expect(screen.queryByRole('checkbox')).not.toBeInTheDocument());
    expect(screen.queryByRole('button', { name: /^Select all/ })).not.toBeInTheDocument();
  });

  it('are handed over by the tab where a URL has no room for their names', async () => {
    const { user, location } = await renderPage({ page: <ToolsOfCrowd />, route: '/', at: '/' });
    await user.click(screen.getByRole('button', { name: 'Select all (300)' }));
    await user.click(screen.getByRole('button', { name: 'Create image triggers (300)' }));
    const [path, query] = location().split('?');
    expect(path).toBe('/k8s/ns/shop-images/image-triggers/~new');
    const { streams, selection = '' } = Object.fromEntries(new URLSearchParams(query));
    expect(streams).toBeUndefined();
    expect(handedOver(selection)).toEqual(crowd.map(({ ref }) => ref));
  });
});
