import { screen, waitFor, within } from '@testing-library/react';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { triggerKind } from '../../k8s/trigger';
import {
  choosePattern,
  mineFor,
  names,
  open,
  pictureOf,
  ready,
  rulesIn,
  toReview,
  trigger,
} from '../../testing/edit-page';
import { bind, fail, heal, patch, remove, resources, startShop } from '../../testing/shop';
import type { Fault } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

describe('editing an image trigger', () => {
  it('opens with what the trigger is, and says what stays and why', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'tags', tags: ['latest'] } });
    const { user } = await open(cluster);
    expect(screen.getByRole('radio', { name: 'Exact tags' })).toBeChecked();
    const stream = screen.getByRole('textbox', { name: 'ImageStream' });
    expect(stream).toHaveValue('order-service');
    expect(stream).toHaveAttribute('readonly');
    expect(stream).toHaveAccessibleDescription(/clone the trigger/);
    await user.click(footerButton('Next'));
    expect(await screen.findByRole('combobox', { name: 'Pipeline' })).toHaveValue('print-image');
    const name = screen.getByRole('textbox', { name: 'Name of the trigger' });
    expect(name).toHaveValue('print-orders');
    expect(name).toHaveAttribute('readonly');
    expect(screen.getByRole('combobox', { name: 'Value of IMAGE' })).toHaveValue('reference');
  });

  it('shows what changes and saves it, and leads to the trigger', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user, location } = await open(cluster);
    await choosePattern(user, 'v*');
    await toReview(user);
    const row = within(await screen.findByRole('grid', { name: 'Your changes' })).getByRole('row', {
      name: /^Tags/,
    });
    expect(row).toHaveTextContent('TagsAny tagPattern: v*');
    expect(
      screen
        .getAllByRole('button', { name: /in project supply-chain/ })
        .map((one) => one.textContent),
    ).toEqual([
      ...names.map((name) => `Trigger ${name} in project supply-chain Changes`),
      'TriggerTemplate print-orders in project supply-chain Stays',
    ]);
    await ready();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    expect(rulesIn(cluster)).toEqual(mineFor('v*'));
    expect(
      cluster.store.list(resources.triggers)[0]!.metadata.annotations![
        'imagetriggers.dev/activity'
      ],
    ).toContain('"earlier":"true"');
  });

  it('saves what is to be ignored, and reads it back', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'any', ignore: ['pr-*'] } });
    const { user, location } = await open(cluster);
    const field = screen.getByRole('textbox', { name: 'Tags to ignore' });
    expect(field).toHaveValue('pr-*');
    await user.type(field, ', *-rc*');
    await toReview(user);
    const row = await screen.findByRole('row', { name: /^Tags / });
    expect(row).toHaveTextContent('Any tag except pr-*Any tag except pr-*, *-rc*');
    await ready();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    const rule = { kind: 'any', ignore: ['pr-*', '*-rc*'] };
    expect(rulesIn(cluster)).toEqual(names.map((name) => [name, rule]));
  });

  it('reads back the range that was typed', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'range', range: '>= 3.0.0, < 4' } });
    await open(cluster);
    expect(screen.getByRole('radio', { name: 'Version range' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'Version range' })).toHaveValue('>= 3.0.0, < 4');
    expect(screen.getByText('1 of 4 tags match.')).toBeInTheDocument();
  });

  it('has nothing to save where nothing changes', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user } = await open(cluster);
    await toReview(user);
    expect(
      await screen.findByText(/Nothing is changed, so there is nothing to save/),
    ).toBeInTheDocument();
    expect(footerButton('Save')).toBeDisabled();
  });

  it('keeps what the form has no fields for, and says so', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { spec } = cluster.store.get(resources.triggerTemplates, trigger);
    const changed = JSON.parse(
      JSON.stringify(spec)
        .replace('"params":[{"name":"IMAGE"', '"taskRunSpecs":[],"params":[{"name":"IMAGE"')
        .replace('$(tt.params.image-reference)"}]', '$(tt.params.event-id)"}]'),
    ) as object;
    await patch(cluster, { kind: triggerTemplateKind, ...trigger }, { spec: changed });
    const { user, location } = await open(cluster);
    await choosePattern(user, 'v*');
    await user.click(footerButton('Next'));
    expect(await screen.findByText(/Kept as it is: taskRunSpecs/)).toBeInTheDocument();
    const value = screen.getByRole('combobox', { name: 'Value of IMAGE' });
    expect(value).toHaveDisplayValue('Kept as it is');
    expect(value.closest('tr')).toHaveTextContent('$(tt.params.event-id)');
    await user.click(footerButton('Next'));
    await ready();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    expect(cluster.store.get(resources.triggerTemplates, trigger).spec).toEqual(changed);
  });
});

describe('an edit that cannot be saved', () => {
  const failures: [string, Fault['match']][] = [
    ['a temporary Trigger', { method: 'POST', path: '/triggers$' }],
    ['the template', { method: 'PATCH', path: '/triggertemplates/print-orders$' }],
    ...names.map((name): [string, Fault['match']] => [
      name,
      { method: 'PATCH', path: `/triggers/${name}$` },
    ]),
  ];

  it.each(failures)('leaves the trigger as it was, where %s is refused', async (_, match) => {
    const cluster = await startShop();
    await bind(cluster);
    const before = pictureOf(cluster);
    const { user } = await open(cluster);
    await choosePattern(user, 'v*');
    await user.click(footerButton('Next'));
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Value of IMAGE' }),
      'digest',
    );
    await user.click(footerButton('Next'));
    await ready();
    // Once: what takes it back goes through.
    const respond = { status: 403, reason: 'Forbidden', message: 'not this one' };
    await fail(cluster, { match, respond, times: 1 });
    await user.click(footerButton('Save'));
    const message = await screen.findByText('not this one');
    expect(message.parentElement).toHaveTextContent('The trigger is what it was before.');
    expect(pictureOf(cluster)).toEqual(before);
    await user.click(footerButton('Check again'));
    await ready();
  });

  it('says before anything is written what is refused', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await fail(cluster, {
      match: { method: 'PATCH', path: 'dryRun=All' },
      respond: { status: 422, reason: 'Invalid', message: 'not valid' },
    });
    const before = pictureOf(cluster);
    const { user } = await open(cluster);
    await choosePattern(user, 'v*');
    await toReview(user);
    const message = await screen.findByText('not valid');
    expect(message.parentElement).toHaveTextContent('Nothing was written.');
    expect(pictureOf(cluster)).toEqual(before);
  });

  it('is ended later, where it could not be taken back', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const before = pictureOf(cluster);
    const { user } = await open(cluster);
    await choosePattern(user, 'v*');
    await toReview(user);
    await ready();
    const respond = { status: 500, message: 'boom' };
    await fail(
      cluster,
      { match: { method: 'PATCH', path: '/triggers/print-orders-3$' }, respond },
      { match: { method: 'DELETE', path: '/triggers/bridge' }, respond },
    );
    await user.click(footerButton('Save'));
    expect(await screen.findByText(/The earlier tag rule is still active/)).toBeInTheDocument();
    await heal(cluster);
    await user.click(footerButton('Check again'));
    await user.click(await screen.findByRole('button', { name: 'End the other edit' }));
    await ready();
    expect(pictureOf(cluster)).toEqual(before);
  });

  it('is told that the trigger is gone', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user } = await open(cluster);
    await choosePattern(user, 'v*');
    await toReview(user);
    await ready();
    await remove(cluster, { kind: triggerKind, ...trigger });
    await user.click(footerButton('Save'));
    expect(await screen.findByText(/This image trigger was deleted meanwhile/)).toBeInTheDocument();
    expect(footerButton('Save')).toBeDisabled();
  });
});
