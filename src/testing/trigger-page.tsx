import { screen } from '@testing-library/react';
import TriggerPage from '../pages/triggers/TriggerPage';
import { renderPage } from './render-page';
import type { PersonName, Shop } from './shop';

/** Opens the details of the shop's trigger `print-orders`. */
export const openTrigger = async (cluster: Shop, as?: PersonName) => {
  const rendered = await renderPage({
    page: <TriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/:name',
    at: '/k8s/ns/supply-chain/image-triggers/print-orders',
    cluster,
    as,
  });
  await screen.findByText('Pushes and runs');
  return rendered;
};
