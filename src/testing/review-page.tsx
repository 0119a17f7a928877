import { screen, waitFor } from '@testing-library/react';
import NewTriggerPage from '../pages/trigger-form/NewTriggerPage';
import { renderPage } from './render-page';
import type { PersonName, Shop } from './shop';
import { fillPipeline, footerButton } from './trigger-form';

/** Opens the form that creates an image trigger and fills it in, up to its last step. */
export const review = async (cluster: Shop, as?: PersonName) => {
  const rendered = await renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/~new',
    at: '/k8s/ns/supply-chain/image-triggers/~new?stream=shop-images%2Forder-service',
    cluster,
    as,
  });
  await screen.findByText(/tags match/);
  await fillPipeline(rendered.user);
  await rendered.user.click(footerButton('Next'));
  return rendered;
};

/** Resolves when all is checked and permitted. */
export const ready = () => waitFor(() => expect(footerButton('Create')).toBeEnabled());
