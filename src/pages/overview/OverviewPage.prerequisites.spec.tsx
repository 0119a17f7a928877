import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parseAllDocuments } from 'yaml';
import { openOverview as open } from '../../testing/overview-page';
import { knativeEventingKind } from '../../k8s/knative-eventing';
import { bind, create, patch, remove, resources, startShop } from '../../testing/shop';

const titles = [
  'ImageStreams',
  'OpenShift Pipelines',
  'Tekton Triggers',
  'OpenShift Serverless',
  'Knative Eventing',
  'Cluster role of the listeners',
];

const prerequisite = async (title: string): Promise<HTMLElement> =>
  (await screen.findByText(title, { selector: 'strong' })).closest('li')!;

/** The state of each prerequisite, in their order; what is installed is unfolded for it. */
const states = async (): Promise<string[]> => {
  await screen.findByText(/\d is installed$|\d are installed$/);
  const fold = screen.getByRole('button', { name: /installed$/ });
  if (fold.getAttribute('aria-expanded') === 'false') await userEvent.click(fold);
  const items = await Promise.all(titles.map(prerequisite));
  return items.map((item) => item.querySelector('.pf-v6-c-label')!.textContent);
};

const eventing = { namespace: 'knative-eventing', name: 'knative-eventing' };

describe('the prerequisites', () => {
  it('are all there in a complete cluster', async () => {
    await open();
    await screen.findByText('All 6 are installed');
    // What is fine takes no room.
    expect(screen.queryByText('OpenShift Pipelines')).not.toBeInTheDocument();
    expect(await states()).toEqual(titles.map(() => 'Installed'));
    for (const title of titles) expect(await prerequisite(title)).toBeInTheDocument();
  });

  it.each([
    {
      group: 'image.openshift.io',
      missing: 'ImageStreams',
      fix: 'This cluster does not serve the image API',
      links: [],
    },
    {
      group: 'tekton.dev',
      missing: 'OpenShift Pipelines',
      fix: 'install the OpenShift Pipelines operator',
      links: ['/catalog/all-namespaces?keyword=openshift+pipelines'],
    },
    {
      group: 'triggers.tekton.dev',
      missing: 'Tekton Triggers',
      fix: 'enable Triggers in the TektonConfig',
      links: ['/k8s/cluster/operator.tekton.dev~v1alpha1~TektonConfig/config'],
    },
  ])('without $group say what to do', async ({ group, missing, fix, links }) => {
    await open(await startShop({ absentGroups: [group] }));
    expect(await states()).toEqual(
      titles.map((title) => (title === missing ? 'Missing' : 'Installed')),
    );
    const item = await prerequisite(missing);
    expect(item).toHaveTextContent(fix);
    const found = within(item).queryAllByRole('link');
    expect(found.map((link) => link.getAttribute('href'))).toEqual(links);
  });

  it('without Serverless ask for the operator and for its instance', async () => {
    const absentGroups = ['sources.knative.dev', 'operator.knative.dev'];
    await open(await startShop({ absentGroups }));
    expect(await states()).toEqual([
      'Installed',
      'Installed',
      'Installed',
      'Missing',
      'Missing',
      'Installed',
    ]);
    const item = await prerequisite('OpenShift Serverless');
    expect(within(item).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/all-namespaces?keyword=openshift+serverless',
    );
  });

  it('are met by a Knative that was installed without the operator', async () => {
    await open(await startShop({ absentGroups: ['operator.knative.dev'] }));
    expect(await states()).toEqual(titles.map(() => 'Installed'));
    expect(await states()).toEqual(titles.map(() => 'Installed'));
  });

  it('follow the KnativeEventing instance', async () => {
    const cluster = await startShop();
    await open(cluster);
    expect((await states())[4]).toBe('Installed');
    const conditions = [{ type: 'Ready', status: 'False', reason: 'Error' }];
    await patch(
      cluster,
      { kind: knativeEventingKind, ...eventing, subresource: 'status' },
      { status: { conditions } },
    );
    await waitFor(async () => expect((await states())[4]).toBe('Not ready'));
    await remove(cluster, { kind: knativeEventingKind, ...eventing });
    await waitFor(async () => expect((await states())[4]).toBe('Missing'));
    const item = await prerequisite('Knative Eventing');
    expect(within(item).getByRole('link')).toHaveAttribute(
      'href',
      '/k8s/ns/knative-eventing/operator.knative.dev~v1beta1~KnativeEventing/~new',
    );
  });

  it('give the manifest of the listeners’ role, and see when it has been applied', async () => {
    const cluster = await startShop({ listenerRole: false });
    await open(cluster);
    expect((await states())[5]).toBe('Missing');
    const item = await prerequisite('Cluster role of the listeners');
    const yaml = item.querySelector('code')!.textContent;
    const [role, binding, ...rest] = parseAllDocuments(yaml).map((one) => one.toJS() as object);
    expect(rest).toEqual([]);
    await create(cluster, resources.clusterRoles.kind, role!);
    await create(cluster, resources.clusterRoleBindings.kind, binding!);
    await waitFor(async () => expect((await states())[5]).toBe('Installed'));
    // What was applied is what a listener needs to become ready.
    await bind(cluster);
  });

  it('are not guessed at for whom may not look', async () => {
    await open(undefined, { as: 'nobody', namespace: 'shop-images' });
    const seen = await states();
    expect(seen).toEqual([
      'Installed',
      'Installed',
      'Installed',
      'Installed',
      'No permission to look',
      'Installed',
    ]);
    expect(
      await screen.findByRole('heading', { name: 'You do not have permission' }),
    ).toBeInTheDocument();
  });
});
