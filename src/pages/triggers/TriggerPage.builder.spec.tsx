import { screen, waitFor, within } from '@testing-library/react';
import { pluginVersion } from '../../cluster/version';
import { eventListenerKind } from '../../k8s/event-listener';
import { serviceAccountKind } from '../../k8s/service-account';
import { triggerKind } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { bind, create, patch, remove, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { openTrigger } from '../../testing/trigger-page';

const namespace = 'supply-chain';
const listener = { kind: eventListenerKind, namespace, name: 'image-triggers' };
const name = 'print-orders';

/** Says on lanes that another version built them; lane 1 names the trigger's. */
const markLanes = async (cluster: Shop, builder: string, spec: object = {}): Promise<void> => {
  for (const lane of [name, `${name}-2`, `${name}-3`, `${name}-4`])
    await patch(
      cluster,
      { kind: triggerKind, namespace, name: lane },
      {
        metadata: { annotations: { 'imagetriggers.dev/builder-version': builder } },
        spec,
      },
    );
};

const objectButtons = (): string[] =>
  screen
    .queryAllByRole('button', { expanded: false })
    .map(({ textContent }) => textContent)
    .filter((text) => text.includes(' in project '));

describe('what built an image trigger', () => {
  it('says of an older version what this one would build otherwise, old and new', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await markLanes(cluster, '0.0.9', { bindings: [{ ref: 'image-triggers-old' }] });
    const { user } = await openTrigger(cluster);
    const title = `Built by version 0.0.9; this version (${pluginVersion}) would build 4 objects otherwise`;
    expect(await screen.findByText(title, { exact: false })).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /in project .* Older version$/ })).toHaveLength(4);
    expect(screen.getByText('Version 0.0.9 of the plugin')).toBeInTheDocument();
    // It runs as it did: that is no problem.
    expect(await screen.findByRole('button', { name: 'Older version' })).toBeInTheDocument();

    await user.click(
      screen.getByRole('button', { name: /^Trigger print-orders-2 in project supply-chain/ }),
    );
    expect(screen.getByText('/spec/bindings/0/ref')).toBeInTheDocument();
    const [found, wanted] = ['image-triggers-old', 'image-triggers'].map((value) =>
      screen.getByText(value, { selector: 'code' }),
    );
    expect(found!.closest('.pf-v6-l-grid__item')).toHaveTextContent(/^In the cluster/);
    expect(wanted!.closest('.pf-v6-l-grid__item')).toHaveTextContent(/^As this version builds it/);
  });

  it('compares nothing of what a newer version built', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await markLanes(cluster, '99.0.0', { bindings: [{ ref: 'image-triggers-new' }] });
    await openTrigger(cluster);
    const title = `Built by version 99.0.0, which is newer than this plugin (${pluginVersion})`;
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.queryByText(/would build/)).not.toBeInTheDocument();
  });

  it('finds shared objects that were changed, or are missing, whenever somebody comes to look', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await openTrigger(cluster);
    await screen.findByText('Ready');
    await patch(cluster, listener, {
      metadata: { labels: { 'app.kubernetes.io/managed-by': 'Helm' } },
      spec: { namespaceSelector: { matchNames: ['*'] } },
    });
    await remove(cluster, { kind: serviceAccountKind, namespace, name: 'image-triggers-source' });
    document.dispatchEvent(new Event('visibilitychange'));
    const title = `This version (${pluginVersion}) would build 2 objects otherwise`;
    expect(await screen.findByText(title, { exact: false })).toBeInTheDocument();
    expect(objectButtons()).toEqual([
      'ServiceAccount image-triggers-source in project supply-chain Missing',
      'EventListener image-triggers in project supply-chain Not of this plugin',
    ]);

    await create(cluster, serviceAccountKind, {
      metadata: {
        name: 'image-triggers-source',
        namespace,
        labels: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' },
      },
    });
    await patch(cluster, listener, {
      metadata: { labels: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' } },
      spec: { namespaceSelector: { matchNames: null } },
    });
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(screen.queryByText(/would build/)).not.toBeInTheDocument());
    expect(screen.getByText(`Version ${pluginVersion} of the plugin`)).toBeInTheDocument();
  });

  it('says live what was changed of its own objects', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await openTrigger(cluster);
    await screen.findByText('Ready');
    await remove(cluster, { kind: triggerTemplateKind, namespace, name });
    await waitFor(() =>
      expect(objectButtons()).toEqual([
        'TriggerTemplate print-orders in project supply-chain Missing',
      ]),
    );
  });

  it('names what the user may not read, and compares the rest', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await patch(cluster, { kind: triggerKind, namespace, name }, { spec: { bindings: [] } });
    const { user } = await openTrigger(cluster, 'viewer');
    const notCompared = await screen.findByText(/cannot be read, so they are not compared/);
    const alert = notCompared.closest<HTMLElement>('.pf-v6-c-alert')!;
    await user.click(within(alert).getByRole('button'));
    const items = within(alert)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(items).toContainEqual(
      expect.stringMatching(
        /^Role image-triggers-listener in project supply-chain: .* is forbidden: User "viewer"/,
      ),
    );
    expect(objectButtons()).toEqual([
      'Trigger print-orders in project supply-chain Changed by hand',
    ]);
  });
});
