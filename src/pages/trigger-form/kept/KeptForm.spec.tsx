import { screen, waitFor } from '@testing-library/react';
import { triggerTemplateKind } from '../../../k8s/trigger-template';
import { open as openEdit, trigger } from '../../../testing/edit-page';
import { openNew, untilLoaded } from '../../../testing/new-trigger-page';
import { bind, patch, resources, startShop } from '../../../testing/shop';
import type { Shop } from '../../../testing/shop';
import { fillPipeline, footerButton } from '../../../testing/trigger-form';

const offer = () => screen.queryByRole('heading', { name: /You have not finished this form/ });
const ignored = () => screen.getByRole('textbox', { name: 'Tags to ignore' });

/** Opens the form of a new trigger, fills it in a little, and leaves it. */
const leaveWith = async (text: string, shop?: Shop): Promise<Shop> => {
  const { cluster, user, unmount } = await openNew(shop);
  await untilLoaded();
  await user.type(ignored(), text);
  unmount();
  return cluster;
};

describe('a form that was not finished', () => {
  it('is offered after a reload, and goes on where it was left', async () => {
    const cluster = await leaveWith('pr-*');
    const second = await openNew(cluster);
    await untilLoaded();
    expect(offer()).toBeInTheDocument();
    expect(screen.getByText('shop-images/order-service')).toBeInTheDocument();
    expect(ignored()).toHaveValue('');
    await second.user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(offer()).not.toBeInTheDocument();
    expect(ignored()).toHaveValue('pr-*');
    second.unmount();

    await openNew(cluster);
    await untilLoaded();
    expect(offer()).toBeInTheDocument();
  });

  it('is not lost to what is filled in before one has decided', async () => {
    const cluster = await leaveWith('old');
    await leaveWith('new', cluster);
    const third = await openNew(cluster);
    await untilLoaded();
    await third.user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(ignored()).toHaveValue('old');
  });

  it('is offered no more once it is discarded, and what comes then is kept', async () => {
    const cluster = await leaveWith('old');
    const second = await openNew(cluster);
    await untilLoaded();
    await second.user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(offer()).not.toBeInTheDocument();
    second.unmount();
    const third = await openNew(cluster);
    await untilLoaded();
    expect(offer()).not.toBeInTheDocument();
    await third.user.type(ignored(), 'new');
    third.unmount();
    await openNew(cluster);
    await untilLoaded();
    expect(offer()).toBeInTheDocument();
  });

  it('is gone after Cancel', async () => {
    const first = await openNew();
    await untilLoaded();
    await first.user.type(ignored(), 'old');
    await first.user.click(footerButton('Cancel'));
    first.unmount();
    await openNew(first.cluster);
    await untilLoaded();
    expect(offer()).not.toBeInTheDocument();
  });

  it('is gone once the trigger is created', async () => {
    const { cluster, user, unmount } = await openNew();
    await untilLoaded();
    await fillPipeline(user);
    await user.click(footerButton('Next'));
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    await user.click(footerButton('Create'));
    await waitFor(() => expect(cluster.store.list(resources.triggerTemplates)).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText('Create')).not.toBeInTheDocument());
    unmount();
    await openNew(cluster);
    await untilLoaded();
    expect(offer()).not.toBeInTheDocument();
  });

  it('is dropped with a sentence where another version stored it', async () => {
    sessionStorage.setItem('image-triggers-plugin/form/create', '{"version":0}');
    const first = await openNew();
    await untilLoaded();
    const dropped = /was stored by another version of this page, and is dropped/;
    expect(screen.getByRole('heading', { name: dropped })).toBeInTheDocument();
    first.unmount();
    await openNew(first.cluster);
    await untilLoaded();
    expect(screen.queryByRole('heading', { name: dropped })).not.toBeInTheDocument();
  });
});

describe('an edit that was not finished', () => {
  it('is offered to its trigger alone', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const first = await openEdit(cluster);
    await first.user.type(ignored(), 'pr-*');
    first.unmount();
    const other = await openNew(cluster);
    await untilLoaded();
    expect(offer()).not.toBeInTheDocument();
    other.unmount();
    const second = await openEdit(cluster);
    await second.user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(ignored()).toHaveValue('pr-*');
  });

  it('is dropped with a sentence where the trigger has changed since', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const first = await openEdit(cluster);
    await first.user.type(ignored(), 'pr-*');
    first.unmount();
    const { spec } = cluster.store.get(resources.triggerTemplates, trigger);
    const changed = JSON.parse(
      JSON.stringify(spec).replace('"params":[{"name":"IMAGE"', '"timeouts":{"pipeline":"1h"},$&'),
    ) as object;
    await patch(cluster, { kind: triggerTemplateKind, ...trigger }, { spec: changed });
    await openEdit(cluster);
    expect(
      screen.getByRole('heading', { name: /because the image trigger has changed since/ }),
    ).toBeInTheDocument();
    expect(ignored()).toHaveValue('');
  });
});
