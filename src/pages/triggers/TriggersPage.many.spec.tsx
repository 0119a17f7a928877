import { screen, waitFor, within } from '@testing-library/react';
import { parseActivity } from '../../domain/activity';
import { activityAnnotation } from '../../domain/marks';
import { triggerKind } from '../../k8s/trigger';
import { makeChain } from '../../testing/found-chain';
import { trackTrigger } from '../../testing/gitops';
import { renderPage } from '../../testing/render-page';
import { bind, fail, push, remove, resources, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { cellOf, columnOf, findTable } from '../../testing/table';
import TriggersPage from './TriggersPage';

const namespace = 'supply-chain';
const names = ['check-orders', 'print-orders', 'scan-cart'];

interface Visit {
  readonly as?: PersonName;
  readonly query?: string;
  /** Beside the three. */
  readonly others?: readonly string[];
  /** What happens before the page is opened. */
  readonly prepare?: (cluster: Shop) => Promise<void>;
}

/** A project with three image triggers. */
const open = async ({ as, query = '', others = [], prepare }: Visit = {}) => {
  const cluster = await startShop();
  for (const name of [...names, ...others]) {
    const stream = name === 'scan-cart' ? 'cart' : 'order-service';
    await bind(cluster, { name, stream: { namespace: 'shop-images', name: stream } });
  }
  await prepare?.(cluster);
  const { user } = await renderPage({
    page: <TriggersPage />,
    route: '/k8s/ns/:ns/image-triggers',
    at: `/k8s/ns/${namespace}/image-triggers${query}`,
    cluster,
    as,
  });
  await findTable('Image triggers');
  return { cluster, user };
};

const button = (name: string) => screen.findByRole('button', { name });

const checkbox = (name: string) =>
  screen.findByRole('checkbox', { name: `Select image trigger ${name} in project ${namespace}` });

const findDialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

/** What stands in a column of the dialog. */
const column = async (title: string): Promise<string[]> =>
  columnOf(await findTable('Chosen image triggers'), title).map(({ textContent }) => textContent);

const expectStates = (...states: readonly string[]): Promise<void> =>
  waitFor(async () => expect(await column('State')).toEqual(states));

const health = (): string[] => names.map((name) => cellOf(name, 'Health'));

const logOf = ({ store }: Shop, name: string) =>
  parseActivity(
    store.get(resources.triggers, { namespace, name }).metadata.annotations?.[activityAnnotation],
  );

const lastEntry = (cluster: Shop, name: string) => logOf(cluster, name).at(-1);

/** Pauses all three for a reason, and closes the dialog. */
const pauseAll = async ({ user }: Awaited<ReturnType<typeof open>>): Promise<void> => {
  await user.click(await button('Select all (3)'));
  await user.click(await button('Pause (3)'));
  const dialog = await findDialog('Pause 3 image triggers?');
  await user.type(dialog.getByRole('textbox', { name: 'Reason (optional)' }), 'freeze{Enter}');
  await expectStates('Paused', 'Paused', 'Paused');
  await user.click(await dialog.findByText('Close'));
};

describe('many image triggers', () => {
  it('are paused at once in a project, by the keyboard, with who did it and why', async () => {
    const { cluster, user } = await open();
    (await button('Select all (3)')).focus();
    await user.keyboard('{Enter}');
    expect(await button('Pause (3)')).toHaveFocus();
    await user.keyboard('{Enter}');
    const dialog = await findDialog('Pause 3 image triggers?');
    expect(dialog.getByText(/Pushes made during a pause start no runs/)).toBeVisible();
    expect(await column('Image trigger')).toEqual(names.map((name) => `${namespace}/${name}`));
    expect(await column('State')).toEqual(['Active', 'Active', 'Active']);
    await waitFor(() =>
      expect(dialog.getByRole('textbox', { name: 'Reason (optional)' })).toHaveFocus(),
    );
    await user.keyboard('freeze{Enter}');
    await expectStates('Paused', 'Paused', 'Paused');
    await waitFor(() =>
      expect(dialog.getByRole('status')).toHaveTextContent('3 of 3 image triggers are paused.'),
    );
    for (const name of names)
      expect(lastEntry(cluster, name)).toMatchObject({
        state: 'paused',
        by: 'admin',
        reason: 'freeze',
      });
    // The button that did it closes the dialog now, and has the focus still.
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: 'Image triggers' })).toHaveFocus();
    await waitFor(() => expect(health()).toEqual(['Paused', 'Paused', 'Paused']));
    await push(cluster);
    await waitFor(() => expect(cellOf('print-orders', 'Last push')).toMatch(/^Paused/));
    await cluster.chain.settled();
    expect(cluster.store.list(resources.pipelineRuns)).toEqual([]);
  });

  it('are resumed at once, which says why each was paused and leads to what was pushed', async () => {
    const rendered = await open();
    const { cluster, user } = rendered;
    await pauseAll(rendered);
    await user.click(await button('Resume (3)'));
    const dialog = await findDialog('Resume 3 image triggers?');
    expect(dialog.getByText(/made during the pause do not run by themselves/)).toBeVisible();
    for (const state of await column('State'))
      expect(state).toMatch(/^Paused .* by adminReason: freeze$/);
    await user.click(dialog.getByRole('button', { name: 'Resume 3 image triggers' }));
    await expectStates('Resumed', 'Resumed', 'Resumed');
    expect(
      await dialog.findByRole('link', { name: 'Show the pushes made during pauses' }),
    ).toHaveAttribute('href', `/k8s/ns/${namespace}/image-triggers-history?status=paused`);
    for (const name of names)
      expect(lastEntry(cluster, name)).toMatchObject({ state: 'active', by: 'admin' });
    await user.click(dialog.getByText('Close'));
    await waitFor(() => expect(health()).toEqual(['Ready', 'Ready', 'Ready']));
  });

  it('go on where one is refused, which says why and is tried again alone', async () => {
    const { cluster, user } = await open();
    await user.click(await button('Select all (3)'));
    await user.click(await button('Pause (3)'));
    const dialog = await findDialog('Pause 3 image triggers?');
    await fail(cluster, {
      match: { method: 'PATCH', path: '/triggers/print-orders' },
      respond: { status: 403, reason: 'Forbidden', message: 'frozen by the auditors' },
      times: 1,
    });
    await user.type(dialog.getByRole('textbox', { name: 'Reason (optional)' }), 'freeze');
    await user.click(dialog.getByRole('button', { name: 'Pause 3 image triggers' }));
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('Some image triggers were not paused');
    expect(alert).toHaveFocus();
    expect(await column('State')).toEqual([
      'Paused',
      expect.stringMatching(/^Not pausedYou do not have permission: .*frozen by the auditors/),
      'Paused',
    ]);
    const untouched = lastEntry(cluster, 'scan-cart');
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    await expectStates('Paused', 'Paused', 'Paused');
    expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
    expect(lastEntry(cluster, 'print-orders')).toMatchObject({ state: 'paused', reason: 'freeze' });
    expect(lastEntry(cluster, 'scan-cart')).toEqual(untouched);
  });

  it('go on where somebody deletes one meanwhile', async () => {
    const { cluster, user } = await open();
    await user.click(await button('Select all (3)'));
    await user.click(await button('Pause (3)'));
    const dialog = await findDialog('Pause 3 image triggers?');
    await remove(cluster, { kind: triggerKind, namespace, name: 'check-orders' });
    await user.click(dialog.getByRole('button', { name: 'Pause 3 image triggers' }));
    await expectStates('Deleted meanwhile', 'Paused', 'Paused');
    expect(await dialog.findByText('2 of 3 image triggers are paused.')).toBeVisible();
  });

  it('are not begun any more once the dialog is closed', async () => {
    const { cluster, user } = await open({ others: ['verify-1', 'verify-2'] });
    await user.click(await button('Select all (5)'));
    await user.click(await button('Pause (5)'));
    const dialog = await findDialog('Pause 5 image triggers?');
    await fail(cluster, { match: { method: 'PATCH', path: '/triggers/' }, delayMs: 500, times: 4 });
    await user.click(dialog.getByRole('button', { name: 'Pause 5 image triggers' }));
    const first = Array<string>(4).fill('Being paused');
    await expectStates(...first, 'Waits for its turn');
    await user.click(dialog.getByText('Close'));
    await waitFor(() => expect(health()).toEqual(['Paused', 'Paused', 'Paused']));
    await waitFor(() => expect(cellOf('verify-1', 'Health')).toBe('Paused'));
    await user.click(await button('Pause (1)'));
    const last = await findDialog('Pause 1 image trigger?');
    await user.type(last.getByRole('textbox', { name: 'Reason (optional)' }), 'alone{Enter}');
    await expectStates('Paused');
    expect(logOf(cluster, 'verify-2').map(({ state, reason }) => [state, reason])).toEqual([
      ['active', undefined],
      ['paused', 'alone'],
    ]);
  });
});

describe('the selection of image triggers', () => {
  it('is of what is filtered, and only what can be paused or resumed counts', async () => {
    const { user } = await open({ query: '?search=orders' });
    await user.click(await checkbox('print-orders'));
    await user.click(await button('Pause (1)'));
    const dialog = await findDialog('Pause 1 image trigger?');
    await user.click(dialog.getByRole('button', { name: 'Pause 1 image trigger' }));
    await expectStates('Paused');
    await user.click(await dialog.findByText('Close'));
    await user.click(await button('Select all (2)'));
    expect(await button('Pause (1)')).toBeInTheDocument();
    expect(await button('Resume (1)')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Select all/ })).not.toBeInTheDocument();
    await user.click(await button('Clear selection'));
    expect(await checkbox('print-orders')).not.toBeChecked();
    expect(await button('Select all (2)')).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^(Pause|Resume) / })).not.toBeInTheDocument();
  });

  it('is not there for who may not change triggers', async () => {
    await open({ as: 'viewer' });
    await waitFor(() => expect(screen.queryByRole('checkbox')).not.toBeInTheDocument());
    expect(screen.queryByRole('button', { name: /^Select all/ })).not.toBeInTheDocument();
  });

  it('leaves out the chains that others made', async () => {
    const { cluster } = await open();
    await makeChain(cluster);
    expect(await screen.findByRole('link', { name: 'print' })).toBeInTheDocument();
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
  });
});

it('says which tool applies what is about to be paused', async () => {
  const { user } = await open({ prepare: trackTrigger });
  await user.click(await button('Select all (3)'));
  await user.click(await button('Pause (3)'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Managed by Argo CD (Application shop)')).toBeVisible();
  expect(dialog.getByText(/^It can undo the pause/)).toBeVisible();
});
