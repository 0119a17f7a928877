import { screen } from '@testing-library/react';
import { handOver } from '../../components/handed-streams';
import { newTriggerPath } from '../../components/paths';
import { renderPage } from '../../testing/render-page';
import { startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';
import NewTriggerPage from './NewTriggerPage';

const openForm = async (cluster: Shop, selection: string) => {
  const rendered = await renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/~new',
    at: newTriggerPath('shop-images', { selection }),
    cluster,
  });
  await screen.findByRole('textbox', { name: 'Name pattern' });
  return rendered;
};

const unknown = 'Which ImageStreams were selected is not known here';

describe('a selection that a URL has no room for', () => {
  it('is what the form offers, also after a reload', async () => {
    const cluster = await startShop();
    const streams = ['cart', 'catalog'].map((name) => ({ namespace: 'shop-images', name }));
    const selection = handOver(streams);
    for (let times = 0; times < 2; times += 1) {
      const form = await openForm(cluster, selection);
      expect(await screen.findByText('2 ImageStreams match')).toBeInTheDocument();
      expect(screen.queryByText(unknown)).not.toBeInTheDocument();
      form.unmount();
    }
  });

  it('is not known to another tab, which says so and chooses none by itself', async () => {
    const { user } = await openForm(await startShop(), '0a1b2c3d');
    expect(screen.getByText(unknown)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Select them in the list' })).toHaveAttribute(
      'href',
      '/k8s/ns/shop-images/image-triggers-streams',
    );
    expect(footerButton('Next')).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Offer all' }));
    expect(await screen.findByText(/^\d+ ImageStreams match/)).toBeInTheDocument();
  });

  it('is not taken for another one that came after it', async () => {
    const [first] = ['cart', 'catalog'].map((name) =>
      handOver([{ namespace: 'shop-images', name }]),
    );
    await openForm(await startShop(), first!);
    expect(screen.getByText(unknown)).toBeInTheDocument();
  });
});
