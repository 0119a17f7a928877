import { k8sGet, type K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { applyCodeRefSymbol, PluginStore } from '@openshift/dynamic-plugin-sdk';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../src/testing/render-page';
import { ResourceDetails } from './ResourceDetails';

const namespaceModel: K8sModel = {
  apiVersion: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  abbr: 'NS',
  label: 'Namespace',
  labelPlural: 'Namespaces',
};

const model = { version: 'v1', kind: 'Namespace' };

const codeRef = <T,>(value: T) => applyCodeRefSymbol(() => Promise.resolve(value));

interface Named {
  metadata: { name: string };
}

const aTab = (name: string, kind: string) => ({
  type: 'console.tab/horizontalNav',
  properties: {
    model: { ...model, kind },
    page: { name, href: 'extra' },
    component: codeRef(({ obj }: { obj: Named }) => <p>tab of {obj.metadata.name}</p>),
  },
});

const actionsInto = (ran: string[]) => ({
  type: 'console.action/resource-provider',
  properties: {
    model,
    provider: codeRef(({ metadata: { name } }: Named) => [
      [{ id: 'run', label: `Run ${name}`, cta: () => ran.push(name) }],
      true,
      undefined,
    ]),
  },
});

/** A plugin with a tab and an action for namespaces, and a tab for another kind. */
const aPluginStore = async (ran: string[]): Promise<PluginStore> => {
  const pluginStore = new PluginStore();
  await pluginStore.loadPlugin({
    name: 'a-plugin',
    version: '1.0.0',
    registrationMethod: 'local',
    extensions: [aTab('Extra', 'Namespace'), aTab('Foreign', 'Pod'), actionsInto(ran)],
  });
  return pluginStore;
};

const render = async (as: 'admin' | 'nobody', ran: string[] = []) =>
  renderPage({
    page: <ResourceDetails />,
    route: '/k8s/cluster/:resource/:name/*',
    at: '/k8s/cluster/core~v1~Namespace/platform',
    as,
    pluginStore: await aPluginStore(ran),
  });

it('shows an object, and the tabs that plugins add to its kind', async () => {
  const { user, location } = await render('admin');
  expect(await screen.findByRole('heading', { name: /platform/ })).toBeInTheDocument();
  expect(screen.queryByText('Foreign')).not.toBeInTheDocument();
  await user.click(screen.getByText('Extra'));
  expect(await screen.findByText('tab of platform')).toBeInTheDocument();
  expect(location()).toBe('/k8s/cluster/core~v1~Namespace/platform/extra');
  await user.click(screen.getByText('YAML'));
  expect(await screen.findByText(/kind: Namespace/)).toBeInTheDocument();
});

it('runs the actions that plugins add to its kind', async () => {
  const ran: string[] = [];
  const { user } = await render('admin', ran);
  await user.click(await screen.findByRole('button', { name: 'Actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Run platform' }));
  expect(ran).toEqual(['platform']);
});

it('asks before it deletes, and leaves the page then', async () => {
  const { user, location } = await render('admin');
  await user.click(await screen.findByRole('button', { name: 'Actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete Namespace' }));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(location()).toBe('/k8s/cluster/core~v1~Namespace'));
  await expect(k8sGet({ model: namespaceModel, name: 'platform' })).rejects.toMatchObject({
    code: 404,
  });
});

it('says why it cannot show an object', async () => {
  await render('nobody');
  expect(await screen.findByText(/namespaces "platform" is forbidden/)).toBeInTheDocument();
});
