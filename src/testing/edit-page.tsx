import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { readPushFilter } from '../domain/push-filter';
import EditTriggerPage from '../pages/trigger-form/EditTriggerPage';
import { renderPage } from './render-page';
import { resources } from './shop';
import type { Shop } from './shop';
import { footerButton } from './trigger-form';

/** The trigger that `bind` makes. */
export const trigger = { namespace: 'supply-chain', name: 'print-orders' };

/** Opens the form with it. */
export const open = async (cluster: Shop) => {
  const rendered = await renderPage({
    page: <EditTriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/:name/~edit',
    at: '/k8s/ns/supply-chain/image-triggers/print-orders/~edit',
    cluster,
  });
  await screen.findByText(/tags match/);
  return rendered;
};

export const toReview = async (user: UserEvent): Promise<void> => {
  await user.click(footerButton('Next'));
  await screen.findByRole('combobox', { name: 'Pipeline' });
  await waitFor(() => expect(footerButton('Next')).toBeEnabled());
  await user.click(footerButton('Next'));
};

export const choosePattern = async (user: UserEvent, pattern: string): Promise<void> => {
  await user.click(screen.getByRole('radio', { name: 'Pattern' }));
  await user.type(screen.getByRole('textbox', { name: 'Pattern' }), pattern);
};

export const ready = () => waitFor(() => expect(footerButton('Save')).toBeEnabled());

const lanesIn = ({ store }: Shop) => store.list(resources.triggers);

/** The rule of each Trigger by its name. */
export const rulesIn = (cluster: Shop): [string, unknown][] =>
  lanesIn(cluster).map(({ metadata, spec }) => [
    metadata.name,
    readPushFilter('print-orders', (spec as { interceptors?: [] } | undefined)?.interceptors)?.rule,
  ]);

/** The objects of the trigger but for their versions. */
export const pictureOf = (cluster: Shop): string[] =>
  [...lanesIn(cluster), ...cluster.store.list(resources.triggerTemplates)]
    .map(({ metadata: { name, labels, annotations }, spec }) =>
      JSON.stringify({ name, labels, annotations, spec }),
    )
    .sort();

export const names = ['print-orders', 'print-orders-2', 'print-orders-3', 'print-orders-4'];

export const mineFor = (pattern: string) => names.map((name) => [name, { kind: 'glob', pattern }]);
