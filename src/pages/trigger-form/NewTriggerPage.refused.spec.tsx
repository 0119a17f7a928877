import { screen, waitFor, within } from '@testing-library/react';
import { partsIn } from '../../testing/parts-in';
import { renderPage } from '../../testing/render-page';
import { fail, heal, resources, startShop } from '../../testing/shop';
import type { Fault } from '../../testing/shop';
import { review, ready } from '../../testing/review-page';
import { footerButton } from '../../testing/trigger-form';
import NewTriggerPage from './NewTriggerPage';

const creating = (kind: string): Fault['match'] => ({ method: 'POST', path: `/${kind}$` });

const stateOf = (object: string): string =>
  screen.getByRole('button', { name: new RegExp(`^${object} `) }).querySelector('.pf-v6-c-label')!
    .textContent;

describe('creating an image trigger without the permissions', () => {
  it('lists to an editor what is missing, and cannot be started', async () => {
    const cluster = await startShop();
    const before = partsIn(cluster);
    await review(cluster, 'editor');
    expect(
      await screen.findByText('You do not have permission to create this trigger', {
        exact: false,
      }),
    ).toBeInTheDocument();
    const missing = screen
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
      .filter((text) => text.includes(' in project '));
    expect(missing).toContain('create Roles in project supply-chain');
    expect(missing).toContain('create RoleBindings in project supply-chain');
    expect(missing).toContain('create Roles in project shop-images');
    expect(missing).not.toContain('create Triggers in project supply-chain');
    expect(footerButton('Create')).toBeDisabled();
    expect(partsIn(cluster)).toEqual(before);
  });

  it('is possible for the admin of both projects', async () => {
    const cluster = await startShop();
    const { user, location } = await review(cluster, 'namespace-admin');
    await ready();
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/order-service-print-image$/));
    const [root] = cluster.store.list(resources.triggers);
    expect(root!.metadata.annotations?.['imagetriggers.dev/activity']).toContain('namespace-admin');
  });
});

describe('creating an image trigger, where the API server refuses', () => {
  it('is checked again when asked to, after a check that got no answer', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { method: 'POST', path: '/apiserversources\\?dryRun=All' },
      respond: { status: 503, reason: 'ServiceUnavailable', message: 'no endpoints available' },
    });
    const { user, location } = await review(cluster);
    expect(
      await screen.findByText(/The API server could not answer: ApiServerSource/),
    ).toBeInTheDocument();
    await heal(cluster);
    await user.click(footerButton('Check again'));
    await ready();
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/order-service-print-image$/));
  });

  it('says before anything is written which object is refused, and why', async () => {
    const cluster = await startShop();
    const before = partsIn(cluster);
    await fail(cluster, {
      match: { method: 'POST', path: '/apiserversources\\?dryRun=All' },
      respond: {
        status: 400,
        reason: 'BadRequest',
        message: 'admission webhook "validation.webhook.eventing.knative.dev" denied the request',
      },
    });
    await review(cluster);
    expect(
      await screen.findByText(
        /ApiServerSource image-triggers-shop-images in project supply-chain was refused$/,
      ),
    ).toBeInTheDocument();
    const alert = screen.getByText(/^admission webhook .* denied the request$/).parentElement!;
    expect(alert).toHaveTextContent('Correct what the message names and try again.');
    expect(alert).toHaveTextContent('Nothing was written.');
    expect(stateOf('ApiServerSource')).toBe('Refused');
    await waitFor(() => expect(footerButton('Check again')).toBeEnabled());
    expect(partsIn(cluster)).toEqual(before);
  });

  it('takes back what it wrote when the third object is refused, and can be tried again', async () => {
    const cluster = await startShop();
    const before = partsIn(cluster);
    const { user, location } = await review(cluster);
    await ready();
    await fail(cluster, {
      match: creating('supply-chain/rolebindings'),
      respond: { status: 422, reason: 'Invalid', message: 'the third object is not welcome' },
    });
    await user.click(footerButton('Create'));
    expect(
      await screen.findByText(
        /RoleBinding image-triggers-listener in project supply-chain was refused$/,
      ),
    ).toBeInTheDocument();
    const alert = screen.getByText('the third object is not welcome').parentElement!;
    expect(alert).toHaveTextContent('Everything that was written has been removed again.');
    expect(stateOf('RoleBinding image-triggers-listener')).toBe('Refused');
    expect(stateOf('ServiceAccount image-triggers-listener')).toBe('Removed again');
    expect(partsIn(cluster)).toEqual(before);

    await heal(cluster);
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/order-service-print-image$/));
  });

  it.each(['triggers', 'triggertemplates'])(
    'leaves nothing behind, and nothing active, when %s are refused at the end',
    async (kind) => {
      const cluster = await startShop();
      const before = partsIn(cluster);
      const { user } = await review(cluster);
      await ready();
      await fail(cluster, {
        match: creating(kind),
        respond: { status: 503, message: 'try later', retryAfterSeconds: 3 },
      });
      await user.click(footerButton('Create'));
      const message = await screen.findByText('try later');
      expect(message.parentElement).toHaveTextContent('The API server asks to wait 3 s.');
      await waitFor(() => expect(partsIn(cluster)).toEqual(before));
    },
  );

  it('lists what it could not take back', async () => {
    const cluster = await startShop();
    const { user } = await review(cluster);
    await ready();
    await fail(
      cluster,
      { match: creating('triggertemplates'), respond: { status: 500, message: 'boom' } },
      {
        match: { method: 'DELETE', path: '/eventlisteners/' },
        respond: { status: 403, reason: 'Forbidden', message: 'listeners stay' },
      },
    );
    await user.click(footerButton('Create'));
    const notice = await screen.findByText(/These objects could not be removed again/);
    const list = notice.nextElementSibling as HTMLElement;
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['EventListener image-triggers in project supply-chain: listeners stay']);
    expect(stateOf('EventListener')).toBe('Left over');
    await waitFor(() => expect(cluster.store.list(resources.triggers)).toEqual([]));
    expect(cluster.store.list(resources.eventListeners)).toHaveLength(1);
  });

  it('says that the name was taken while the form was open', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { method: 'POST', path: '/triggers\\?dryRun=All' },
      respond: { status: 409, reason: 'AlreadyExists', message: 'it already exists' },
    });
    await review(cluster);
    const message = await screen.findByText('it already exists');
    expect(message.parentElement).toHaveTextContent('Choose another name.');
  });
});

describe('the form, where its choices cannot be read', () => {
  it('says so where the Pipelines are missing', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { method: 'GET', path: '/pipelines\\?' },
      respond: { status: 403, reason: 'Forbidden', message: 'no pipelines for you' },
    });
    const { user } = await renderPage({
      page: <NewTriggerPage />,
      route: '/k8s/ns/:ns/image-triggers/~new',
      at: '/k8s/ns/supply-chain/image-triggers/~new?stream=shop-images%2Forder-service',
      cluster,
    });
    await screen.findByText(/tags match/);
    await user.click(footerButton('Next'));
    expect(await screen.findByText('no pipelines for you')).toBeInTheDocument();
    expect(footerButton('Next')).toBeDisabled();
  });

  it('says so where the ImageStreams are missing', async () => {
    await renderPage({
      page: <NewTriggerPage />,
      route: '/k8s/ns/:ns/image-triggers/~new',
      at: '/k8s/ns/supply-chain/image-triggers/~new?stream=platform%2Fnodejs-22',
      as: 'editor',
    });
    expect(
      await screen.findByText(/The ImageStreams of project platform cannot be read$/),
    ).toBeInTheDocument();
    expect(screen.getByText(/User "editor" cannot list resource/)).toBeInTheDocument();
  });
});
