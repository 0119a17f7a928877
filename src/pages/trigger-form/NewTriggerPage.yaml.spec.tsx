import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { runOfTemplate } from '../../domain/image-trigger';
import { openMany, three } from '../../testing/many-form';
import { openNew, untilLoaded } from '../../testing/new-trigger-page';
import { resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

const view = (name: string) => screen.getByRole('radio', { name });
const editor = () =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'PipelineRun that each push starts' });

/** Opens the form up to the YAML of the run of `print-image`. */
const openYaml = async (cluster?: Shop) => {
  const rendered = await openNew(cluster);
  await untilLoaded();
  await fillPipeline(rendered.user);
  await rendered.user.click(view('YAML view'));
  return { ...rendered, field: await editor() };
};

/** Puts another text in the place of what is there, at once, as a paste does. */
const put = (field: HTMLElement, value: string): void => {
  fireEvent.change(field, { target: { value } });
};

const create = async (user: UserEvent): Promise<void> => {
  await user.click(footerButton('Next'));
  await waitFor(() => expect(footerButton('Create')).toBeEnabled());
  await user.click(footerButton('Create'));
};

const runIn = ({ store }: Shop) => runOfTemplate(store.list(resources.triggerTemplates)[0]);

const start = `apiVersion: tekton.dev/v1
kind: PipelineRun
spec:
  pipelineRef:
    name: print-image
  params:
`;

describe('the YAML of what a push runs', () => {
  it('is another view of what the form holds, both ways', async () => {
    const { user, field } = await openYaml();
    expect(field.value).toContain(start);
    expect(field.value).toContain('value: $(tt.params.image-reference)');
    expect(screen.queryByRole('button', { name: /^Service account/ })).not.toBeInTheDocument();
    put(
      field,
      field.value.replace('$(tt.params.image-reference)', 'of $(tt.params.image-reference)'),
    );
    expect(field).toBeValid();
    await user.click(view('Form view'));
    expect(await screen.findByRole('textbox', { name: 'Text for IMAGE' })).toHaveValue(
      'of $(reference)',
    );
    await user.type(screen.getByRole('textbox', { name: 'Text for IMAGE' }), '!');
    await user.click(view('YAML view'));
    expect((await editor()).value).toContain('value: of $(tt.params.image-reference)!');
  });

  it('keeps what the form has no fields for, says so, and it reaches the template', async () => {
    const { cluster, user, field, location } = await openYaml();
    const more = `    - name: EXTRA
      value: "1"
  taskRunSpecs:
    - pipelineTaskName: print
      computeResources: {requests: {memory: 64Mi}}
`;
    put(field, `${field.value}${more}`);
    expect(screen.getByText('The Pipeline declares no parameter EXTRA')).toBeVisible();
    await user.click(view('Form view'));
    expect(await screen.findByText(/Kept as it is: taskRunSpecs/)).toBeVisible();
    await create(user);
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
    expect(runIn(cluster)?.spec).toMatchObject({
      params: expect.arrayContaining([{ name: 'EXTRA', value: '1' }]) as unknown,
      taskRunSpecs: [
        { pipelineTaskName: 'print', computeResources: { requests: { memory: '64Mi' } } },
      ],
    });
  });

  it('says what is wrong at its line, and leaves the draft as it was', async () => {
    const { user, field } = await openYaml();
    const good = field.value;
    put(field, `${good}    - {name: COUNT, value: 1}\n`);
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(
      /^Line \d+, column \d+: spec\.params\[\d\]\.value must be a text\. Write it in quotes: "1"/,
    );
    expect(footerButton('Next')).toBeDisabled();
    expect(screen.getByRole('textbox', { name: 'Pipeline' })).toHaveAttribute('readonly');
    await user.click(screen.getByRole('button', { name: /^Go to line/ }));
    expect(field).toHaveFocus();
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(
      '    - {name: COUNT, value: 1}',
    );
    put(field, good);
    expect(field).toBeValid();
    expect(footerButton('Next')).toBeEnabled();
  });

  it('asks before a text with a problem is dropped', async () => {
    const { user, field } = await openYaml();
    const wrong = `${field.value}  podTemplate: {}\n`;
    put(field, wrong);
    await user.click(view('Form view'));
    const dialog = within(
      await screen.findByRole('dialog', { name: /Leave the YAML with its problem/ }),
    );
    await user.click(dialog.getByRole('button', { name: 'Stay in the YAML' }));
    expect(view('YAML view')).toBeChecked();
    expect(field).toHaveValue(wrong);
    await user.click(view('Form view'));
    await user.click(await screen.findByRole('button', { name: 'Drop the changes' }));
    expect(view('Form view')).toBeChecked();
    await user.click(view('YAML view'));
    expect((await editor()).value).not.toContain('podTemplate');
    expect(footerButton('Next')).toBeEnabled();
  });

  it('survives another step with its problem', async () => {
    const { user, field } = await openYaml();
    put(field, 'kind: [');
    await user.click(footerButton('Back'));
    await untilLoaded();
    await user.click(footerButton('Next'));
    expect(await editor()).toHaveValue('kind: [');
    expect(footerButton('Next')).toBeDisabled();
  });

  it('chooses the Pipeline by its name, which must exist', async () => {
    const { user, field } = await openYaml();
    put(field, field.value.replace('name: print-image', 'name: nobody'));
    expect(screen.getByText('There is no Pipeline nobody in project supply-chain.')).toBeVisible();
    expect(footerButton('Next')).toBeDisabled();
    put(field, field.value.replace('name: nobody', 'name: print-image'));
    expect(footerButton('Next')).toBeEnabled();
    await user.click(view('Form view'));
    expect(screen.getByRole('combobox', { name: 'Pipeline' })).toHaveValue('print-image');
  });

  it('says what the Pipeline needs that the text does not give', async () => {
    const { field } = await openYaml();
    put(field, start.replace('  params:\n', '  timeouts: {tasks: 2h}\n'));
    const alert = within(
      screen
        .getByRole('heading', { name: /The run is not complete/ })
        .closest<HTMLElement>('.pf-v6-c-alert')!,
    );
    expect(alert.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Parameter \w+: The Pipeline needs a value\.$/),
      ]),
    );
    expect(alert.getByText(/^Timeout of its tasks: /)).toBeVisible();
    expect(footerButton('Next')).toBeDisabled();
  });

  it('takes a placeholder where the caret is', async () => {
    const { user, field } = await openYaml();
    put(field, field.value.replace('$(tt.params.image-reference)', 'of:'));
    const place = field.value.indexOf('of:') + 'of:'.length;
    field.setSelectionRange(place, place);
    await user.click(screen.getByRole('button', { name: 'Insert $(tt.params.image-digest)' }));
    expect(field.value).toContain('value: of:$(tt.params.image-digest)\n');
    expect(field).toHaveFocus();
    expect(field.selectionStart).toBe(place + '$(tt.params.image-digest)'.length);
  });

  it('is left by Tab, as any field', async () => {
    const { user, field } = await openYaml();
    const before = field.value;
    await user.click(field);
    await user.tab();
    expect(field).not.toHaveFocus();
    expect(field).toHaveValue(before);
  });
});

describe('the YAML of many triggers', () => {
  it('is that of each of them', async () => {
    const { user, cluster } = await openMany(await startShop(), three);
    await fillPipeline(user);
    await user.click(view('YAML view'));
    const field = await editor();
    put(field, `${field.value}  timeouts: {tasks: 30m}\n  taskRunSpecs: [{pipelineTaskName: a}]\n`);
    await user.click(footerButton('Next'));
    const button = await screen.findByRole('button', { name: /^Create 3/ });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    await waitFor(() => expect(cluster.store.list(resources.triggerTemplates)).toHaveLength(3));
    for (const template of cluster.store.list(resources.triggerTemplates))
      expect(runOfTemplate(template)?.spec).toMatchObject({
        timeouts: { tasks: '30m' },
        taskRunSpecs: [{ pipelineTaskName: 'a' }],
      });
  });
});

describe('the YAML of a form that was not finished', () => {
  const reload = async (cluster: Shop) => {
    const again = await openNew(cluster);
    await again.user.click(await screen.findByRole('button', { name: 'Continue' }));
    await again.user.click(footerButton('Next'));
    return again;
  };

  it('survives a reload with its problem', async () => {
    const cluster = await startShop();
    const { field, unmount } = await openYaml(cluster);
    const wrong = `${field.value}# half done\n  taskRunSpec: []\n`;
    put(field, wrong);
    unmount();
    await reload(cluster);
    expect(await editor()).toHaveValue(wrong);
    await waitFor(() => expect(screen.getByText(/taskRunSpec has no place/)).toBeVisible());
    expect(footerButton('Next')).toBeDisabled();
  });

  it('has lost nothing of what is kept, in either view', async () => {
    const cluster = await startShop();
    const { user, field, unmount } = await openYaml(cluster);
    put(field, `${field.value}  taskRunTemplate:\n    podTemplate: {dnsPolicy: None}\n`);
    await user.click(view('Form view'));
    unmount();
    const { user: other, location } = await reload(cluster);
    expect(await screen.findByText(/Kept as it is: taskRunTemplate/)).toBeVisible();
    await create(other);
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
    expect(runIn(cluster)?.spec?.taskRunTemplate).toEqual({
      podTemplate: { dnsPolicy: 'None' },
    });
  });
});
