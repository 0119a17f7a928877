import { screen } from '@testing-library/react';
import NewTriggerPage from '../pages/trigger-form/NewTriggerPage';
import { renderPage } from './render-page';
import type { PersonName, Shop } from './shop';

/** Opens the form that creates, with the ImageStream `order-service`. */
export const openNew = (cluster?: Shop, as?: PersonName) =>
  renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/~new',
    at: '/k8s/ns/supply-chain/image-triggers/~new?stream=shop-images%2Forder-service',
    cluster,
    as,
  });

/** Opens the form that creates, from the list of all projects. */
export const openEmpty = (as?: PersonName) =>
  renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/all-namespaces/image-triggers/~new',
    at: '/k8s/all-namespaces/image-triggers/~new',
    as,
  });

export const untilLoaded = () => screen.findByText(/tags match/);
