import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { configMapKind } from '../../k8s/config-map';
import { persistentVolumeClaimKind } from '../../k8s/persistent-volume-claim';
import { secretKind } from '../../k8s/secret';
import { open as openEdit, ready as readyToSave } from '../../testing/edit-page';
import { openNew, untilLoaded } from '../../testing/new-trigger-page';
import { ready } from '../../testing/review-page';
import { bind, create, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

const filling = (name: string) => screen.getByRole('combobox', { name: `What fills ${name}` });

const rowOf = (name: string) =>
  within(screen.getByText(name, { selector: 'strong' }).closest('tr')!);

const textbox = (name: RegExp | string) => screen.getByRole('textbox', { name });

/** A field with a list of names to choose from. */
const nameField = (name: string) => screen.getByRole('combobox', { name });

/** The names that a field offers. */
const offered = (name: string): string[] =>
  Array.from((nameField(name) as HTMLInputElement).list!.options).map(({ value }) => value);

/** Fills in all that the Pipeline `promote` needs but for its workspaces. */
const fillPromote = async (user: UserEvent): Promise<void> => {
  await untilLoaded();
  await fillPipeline(user, 'promote');
  await user.type(textbox('Text for git-revision'), 'main');
};

const runOf = (cluster: Shop) => {
  const [template] = cluster.store.list(resources.triggerTemplates);
  const [run] = template!.spec!.resourcetemplates! as { spec: { workspaces?: unknown[] } }[];
  return run!.spec;
};

/** Everything that the API server answers to the page from now on. */
const recordAnswers = (): string[] => {
  const fetch = window.fetch.bind(window);
  const answers: string[] = [];
  jest.spyOn(window, 'fetch').mockImplementation(async (...request) => {
    const response = await fetch(...request);
    answers.push(await response.clone().text());
    return response;
  });
  return answers;
};

/** Saves what is reviewed, until the page leads to the trigger. */
const save = async (
  { user, location }: Awaited<ReturnType<typeof openNew>>,
  button: 'Create' | 'Save',
): Promise<void> => {
  await (button === 'Save' ? readyToSave() : ready());
  await user.click(footerButton(button));
  await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
};

describe('the workspaces of a Pipeline', () => {
  afterEach(() => jest.restoreAllMocks());

  it('must be filled where they are required, and each choice says what it means', async () => {
    const form = await openNew();
    const { cluster, user } = form;
    await fillPromote(user);
    const environment = filling('environment');
    expect(environment).toHaveDisplayValue('Choose what fills it');
    expect(environment).toHaveAccessibleDescription(/The Pipeline needs this workspace/);
    expect(rowOf('environment').getByText('Checkout of the environment repository')).toBeVisible();
    expect(filling('registry-credentials')).toHaveDisplayValue('Nothing');
    expect(rowOf('registry-credentials').getByText('(optional)')).toBeVisible();
    expect(footerButton('Next')).toBeDisabled();

    await user.selectOptions(environment, 'New volume for every run');
    expect(environment).toHaveAccessibleDescription(/^Recommended: /);
    expect(within(environment).queryByText('Nothing')).not.toBeInTheDocument();
    const size = textbox('Size');
    for (const [text, problem] of [
      ['large', /^Enter a size/],
      ['0', /^Enter a size/],
      ['2Gi', ''],
    ] as const) {
      await user.clear(size);
      await user.type(size, text);
      expect(size).toHaveAccessibleDescription(problem);
      expect(footerButton('Next').hasAttribute('disabled')).toBe(problem !== '');
    }
    await user.selectOptions(screen.getByRole('combobox', { name: 'Access mode' }), [
      'ReadWriteMany',
    ]);
    await waitFor(() => expect(offered('Storage class')).toContain('gp3-csi'));
    await user.click(footerButton('Next'));
    await save(form, 'Create');
    expect(runOf(cluster).workspaces).toEqual([
      {
        name: 'environment',
        volumeClaimTemplate: {
          spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '2Gi' } } },
        },
      },
    ]);
  });

  it('are filled with a claim that is there, or a folder of it', async () => {
    const cluster = await startShop();
    await create(cluster, persistentVolumeClaimKind, {
      metadata: { name: 'envs', namespace: 'supply-chain' },
    });
    const form = await openNew(cluster);
    const { user } = form;
    await fillPromote(user);
    await user.selectOptions(filling('environment'), 'PersistentVolumeClaim');
    expect(filling('environment')).toHaveAccessibleDescription(/All runs share it/);
    const claim = nameField('Name of the PersistentVolumeClaim');
    expect(claim).toHaveAccessibleDescription(/^Enter a name/);
    await user.type(claim, 'env');
    await waitFor(() => expect(claim).toHaveAccessibleDescription(/There is no PersistentVolume/));
    expect(footerButton('Next')).toBeEnabled();
    await user.type(claim, 's');
    expect(claim).toHaveAccessibleDescription('');
    await user.type(textbox('Folder'), '/a');
    expect(textbox('Folder')).toHaveAccessibleDescription(/^Enter a path below the root/);
    expect(footerButton('Next')).toBeDisabled();
    await user.clear(textbox('Folder'));
    await user.type(textbox('Folder'), 'a');
    await user.click(footerButton('Next'));
    await save(form, 'Create');
    expect(runOf(cluster).workspaces).toEqual([
      { name: 'environment', subPath: 'a', persistentVolumeClaim: { claimName: 'envs' } },
    ]);
  });

  it('are filled with a Secret or a ConfigMap, of which the form sees the name alone', async () => {
    const cluster = await startShop();
    const data = { password: btoa('hunter2') };
    for (const [kind, name] of [
      [secretKind, 'login'],
      [configMapKind, 'rules'],
    ] as const)
      await create(cluster, kind, {
        metadata: { name, namespace: 'supply-chain' },
        data,
      } as object);
    const answers = recordAnswers();
    const { user } = await openNew(cluster);
    await fillPromote(user);
    await user.selectOptions(filling('registry-credentials'), 'ConfigMap');
    await waitFor(() => expect(offered('Name of the ConfigMap')).toContain('rules'));
    await user.selectOptions(filling('registry-credentials'), 'Secret');
    await waitFor(() => expect(offered('Name of the Secret')).toEqual(['login']));
    const secret = nameField('Name of the Secret');
    await user.type(secret, 'Login');
    expect(secret).toHaveAccessibleDescription(/^Use lower case letters/);
    expect(answers.some((answer) => answer.includes('"login"'))).toBe(true);
    expect(answers.filter((answer) => answer.includes(data.password))).toEqual([]);
  });

  it('can be typed by somebody who may list none of them', async () => {
    const { user } = await openNew(undefined, 'viewer');
    await untilLoaded();
    await fillPipeline(user, 'promote');
    await user.selectOptions(filling('environment'), 'Secret');
    const secret = nameField('Name of the Secret');
    await user.type(secret, 'registry-login');
    expect(secret).toHaveAccessibleDescription('');
  });
});

describe('the workspaces of an image trigger', () => {
  const keys = { name: 'keys', projected: { sources: [{ secret: { name: 'a' } }] } };

  it('are edited, and what the form cannot hold is kept and shown', async () => {
    const cluster = await startShop();
    const value = { from: 'literal' as const, value: 'x' };
    await bind(cluster, {
      pipeline: 'promote',
      params: ['image-url', 'digest', 'git-revision'].map((name) => ({
        name,
        type: 'string',
        hasDefault: false,
        source: value,
      })),
      workspaces: [
        { name: 'keys', isOptional: true, source: { from: 'kept' }, kept: keys },
        { name: 'environment', isOptional: false, source: { from: 'emptyDir' } },
      ],
    });
    const form = await openEdit(cluster);
    const { user } = form;
    await user.click(footerButton('Next'));
    await screen.findByRole('combobox', { name: 'Pipeline' });
    expect(filling('environment')).toHaveDisplayValue('Empty directory');
    expect(filling('keys')).toHaveDisplayValue('Kept as it is');
    expect(rowOf('keys').getByText(JSON.stringify(keys))).toBeVisible();
    await user.selectOptions(filling('environment'), 'Secret');
    await user.type(nameField('Name of the Secret'), 'checkout');
    await user.click(footerButton('Next'));
    const changes = within(await screen.findByRole('grid', { name: 'Your changes' }));
    expect(changes.getAllByRole('row').slice(1)).toHaveLength(1);
    expect(changes.getByRole('row', { name: /^Workspace environment/ })).toHaveTextContent(
      'Empty directorySecret checkout',
    );
    await save(form, 'Save');
    expect(runOf(cluster).workspaces).toEqual([
      keys,
      { name: 'environment', secret: { secretName: 'checkout' } },
    ]);
  });

  it('are asked for where the Pipeline has gained one', async () => {
    const cluster = await startShop();
    await bind(cluster, { pipeline: 'promote', params: [] });
    const { user } = await openEdit(cluster);
    await user.click(footerButton('Next'));
    await waitFor(() =>
      expect(filling('environment')).toHaveAccessibleDescription(/The Pipeline needs this/),
    );
    expect(footerButton('Next')).toBeDisabled();
  });
});
