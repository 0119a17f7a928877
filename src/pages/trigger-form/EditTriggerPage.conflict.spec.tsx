import { screen, waitFor, within } from '@testing-library/react';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import {
  choosePattern,
  mineFor,
  names,
  open,
  ready,
  rulesIn,
  toReview,
  trigger,
} from '../../testing/edit-page';
import { bind, patch, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

const runIn = ({ store }: Shop): { pipelineRef: unknown; params: unknown } => {
  const { spec } = store.get(resources.triggerTemplates, trigger);
  const [run] = (spec as { resourcetemplates: { spec: never }[] }).resourcetemplates;
  return run!.spec;
};

const changeTheirPipeline = (cluster: Shop): Promise<void> => {
  const { spec } = cluster.store.get(resources.triggerTemplates, trigger);
  const changed = JSON.stringify(spec).replace('"print-image"', '"theirs"');
  return patch(
    cluster,
    { kind: triggerTemplateKind, ...trigger },
    { spec: JSON.parse(changed) as object },
  );
};

describe('an edit of what somebody else has changed meanwhile', () => {
  const conflict = async () => {
    const cluster = await startShop();
    await bind(cluster);
    const rendered = await open(cluster);
    await choosePattern(rendered.user, 'v*');
    await toReview(rendered.user);
    await ready();
    await changeTheirPipeline(cluster);
    await rendered.user.click(footerButton('Save'));
    const changes = await screen.findByRole('grid', { name: 'Their changes and yours' });
    expect(within(changes).getByRole('row', { name: /^Pipeline/ })).toHaveTextContent(
      'Pipelineprint-imagetheirsUnchanged',
    );
    expect(within(changes).getByRole('row', { name: /^Tags/ })).toHaveTextContent(
      'TagsAny tagUnchangedPattern: v*',
    );
    expect(runIn(cluster).pipelineRef).toEqual({ name: 'theirs' });
    expect(rulesIn(cluster)).toEqual(names.map((name) => [name, { kind: 'any' }]));
    return { ...rendered, cluster };
  };

  it('can be put on top of theirs', async () => {
    const { user, cluster, location } = await conflict();
    await user.click(screen.getByRole('button', { name: 'Put my changes on top' }));
    await ready();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    expect(runIn(cluster).pipelineRef).toEqual({ name: 'theirs' });
    expect(rulesIn(cluster)).toEqual(mineFor('v*'));
  });

  it('can give way to theirs', async () => {
    const { user } = await conflict();
    await user.click(screen.getByRole('button', { name: 'Take theirs' }));
    expect(await screen.findByText(/there is nothing to save/)).toBeInTheDocument();
  });
});
