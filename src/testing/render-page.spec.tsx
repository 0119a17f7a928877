import {
  k8sCreate,
  k8sPatch,
  NamespaceBar,
  useAccessReview,
  useK8sWatchResource,
  type K8sModel,
  type K8sResourceCommon,
} from '@openshift-console/dynamic-plugin-sdk';
import { screen } from '@testing-library/react';
import type { FC } from 'react';
import { useParams } from 'react-router';
import { renderPage } from './render-page';

const namespaceModel: K8sModel = {
  apiVersion: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  abbr: 'NS',
  label: 'Namespace',
  labelPlural: 'Namespaces',
};

const aNamespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } };

const Page: FC = () => {
  const { ns } = useParams();
  const [mayCreate] = useAccessReview({ resource: 'namespaces', verb: 'create' });
  const watched = useK8sWatchResource<K8sResourceCommon[]>({
    groupVersionKind: { version: 'v1', kind: 'Namespace' },
    isList: true,
  });
  const [namespaces, loaded] = watched;
  const error: unknown = watched[2];
  const problem = error instanceof Error ? error.message : 'fine';
  return (
    <>
      <NamespaceBar />
      <p>{`in ${ns ?? 'all'}: ${loaded ? 'loaded' : 'not loaded'}, ${problem}`}</p>
      <p>{mayCreate ? 'may create' : 'may not create'}</p>
      <ul>
        {namespaces.map(({ metadata }) => (
          <li key={metadata?.uid}>{`${metadata?.name ?? ''} ${metadata?.labels?.team ?? ''}`}</li>
        ))}
      </ul>
    </>
  );
};

const options = { page: <Page />, route: '/page/ns/:ns', at: '/page/ns/default' };

it('runs a page on the real data layer: list, writes, and their events by WebSocket', async () => {
  const { location, user } = await renderPage(options);
  expect(await screen.findByText('in default: loaded, fine')).toBeInTheDocument();
  expect(await screen.findByText('may create')).toBeInTheDocument();
  expect(location()).toBe('/page/ns/default');

  await k8sCreate({ model: namespaceModel, data: aNamespace });
  expect(await screen.findByText('bank')).toBeInTheDocument();
  const labels = [{ op: 'add', path: '/metadata/labels', value: { team: 'red' } }];
  await k8sPatch({ model: namespaceModel, resource: aNamespace, data: labels });
  expect(await screen.findByText('bank red')).toBeInTheDocument();
  await expect(k8sCreate({ model: namespaceModel, data: aNamespace })).rejects.toMatchObject({
    code: 409,
  });

  await user.click(screen.getByRole('button', { name: /^Project: default/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'bank' }));
  expect(location()).toBe('/page/ns/bank');
});

it('acts as the user that is asked for, on a cluster of its own', async () => {
  await renderPage({ ...options, as: 'nobody' });
  expect(await screen.findByText(/not loaded, namespaces is forbidden/)).toBeInTheDocument();
  expect(screen.getByText('may not create')).toBeInTheDocument();
  expect(screen.queryByText('bank')).not.toBeInTheDocument();
});
