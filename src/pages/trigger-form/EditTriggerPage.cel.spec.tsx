import { screen, waitFor, within } from '@testing-library/react';
import { triggerKind } from '../../k8s/trigger';
import { names, open, ready, rulesIn, toReview, trigger } from '../../testing/edit-page';
import { bind, patch, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

interface Lane {
  interceptors: { params: { name: string; value: unknown }[] }[];
}

/** Somebody adds a condition to the filter of every lane. */
const addByHand = async (cluster: Shop, added: string): Promise<void> => {
  for (const { metadata, spec } of cluster.store.list(resources.triggers)) {
    const { interceptors } = structuredClone(spec as unknown as Lane);
    const filter = interceptors[0]!.params.find(({ name }) => name === 'filter')!;
    filter.value = `${String(filter.value)}${added}`;
    await patch(
      cluster,
      { ...trigger, kind: triggerKind, name: metadata.name },
      { spec: { interceptors } },
    );
  }
};

describe('a trigger to whose filter somebody added a condition', () => {
  it('is read as one with a rule of CEL, and edited', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'glob', pattern: 'v*' } });
    await addByHand(cluster, ` && has(body.metadata.labels)`);
    const { user, location } = await open(cluster);
    expect(screen.getByRole('radio', { name: 'CEL expression' })).toBeChecked();
    const before = `t.tag.matches('^v.*$') && has(body.metadata.labels)`;
    const field = screen.getByRole('textbox', { name: 'CEL expression' });
    expect(field).toHaveValue(before);
    await user.type(field, ` && t.tag != 'v0'`);
    await user.keyboard('{Escape}');
    const after = `${before} && t.tag != 'v0'`;
    await toReview(user);
    const changes = within(await screen.findByRole('grid', { name: 'Your changes' }));
    expect(changes.getByRole('row', { name: /^Tags/ })).toHaveTextContent(
      `TagsCEL expression: ${before}CEL expression: ${after}`,
    );
    await ready();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    expect(rulesIn(cluster)).toEqual(
      names.map((name) => [name, { kind: 'cel', expression: after }]),
    );
  });
});
