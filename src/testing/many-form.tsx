import { screen } from '@testing-library/react';
import NewTriggerPage from '../pages/trigger-form/NewTriggerPage';
import { renderPage } from './render-page';
import type { PersonName, Shop } from './shop';
import { fillPipeline, footerButton } from './trigger-form';

/** Three ImageStreams of two projects, as the URL of the form names them. */
export const three = 'shop-images/cart,shop-images/order-service,platform/nodejs-22';

/** Opens the form for many ImageStreams: those that were selected in a list, or all. */
export const openMany = async (cluster: Shop, streams = '', as?: PersonName) => {
  const query = streams === '' ? '' : `?streams=${encodeURIComponent(streams)}`;
  const rendered = await renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/all-namespaces/image-triggers/~new',
    at: `/k8s/all-namespaces/image-triggers/~new${query}`,
    cluster,
    as,
  });
  if (streams === '')
    await rendered.user.click(await screen.findByRole('radio', { name: 'Many ImageStreams' }));
  await screen.findByText(/ImageStreams? match/);
  return rendered;
};

/** Fills the form for some ImageStreams, up to its review. */
export const reviewMany = async (cluster: Shop, streams = three, as?: PersonName) => {
  const rendered = await openMany(cluster, streams, as);
  await fillPipeline(rendered.user);
  await rendered.user.click(footerButton('Next'));
  return rendered;
};
