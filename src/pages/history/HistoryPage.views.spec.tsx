import { screen, waitFor, within } from '@testing-library/react';
import { renderPage, storedPreference } from '../../testing/render-page';
import { startShop } from '../../testing/shop';
import HistoryPage from './HistoryPage';

const route = '/k8s/ns/:ns/image-triggers-history';
const path = '/k8s/ns/supply-chain/image-triggers-history';
const preference = 'imageTriggers.historyViews';

/** @param stored what the user has saved, as text */
const open = async (query = '', stored?: string) => {
  const page = await renderPage({
    page: <HistoryPage />,
    route,
    at: `${path}${query}`,
    cluster: await startShop(),
    preferences: stored === undefined ? {} : { [preference]: stored },
  });
  const { user } = page;
  const openMenu = async (): Promise<string[]> => {
    await user.click(screen.getByRole('button', { name: /^View/ }));
    const items = await screen.findAllByRole('menuitem');
    return items.map(({ textContent }) => textContent);
  };
  const choose = async (item: string): Promise<void> => {
    await openMenu();
    await user.click(screen.getByRole('menuitem', { name: new RegExp(`^${item}`) }));
  };
  return { ...page, openMenu, choose };
};

const nightly = { name: 'Nightly', query: 'tag=nightly' };
const storedWith = (more: object): string =>
  JSON.stringify({ version: 1, views: [nightly], ...more });

const findDialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

afterEach(() => jest.restoreAllMocks());

describe('the views of the history', () => {
  it.each([
    ['Missed and failed in the last 24 hours', 'range=24h&status=failed%2Cmissed'],
    ['Running now', 'status=queued%2Crunning'],
  ])('have %s built in', async (name, query) => {
    const { choose, location } = await open('?search=web');
    await choose(name);
    expect(location()).toBe(`${path}?${query}`);
    expect(screen.getByRole('button', { name: `View: ${name}` })).toBeInTheDocument();
    await choose('All pushes');
    expect(location()).toBe(`${path}?view=all`);
  });

  it('keep what the page shows under a name, and bring it back', async () => {
    const { user, openMenu, unmount } = await open();
    await openMenu();
    const item = screen.getByRole('menuitem', { name: /^Save the current view/ });
    expect(item).toHaveAttribute('aria-disabled', 'true');
    await user.keyboard('{Escape}');
    unmount();

    const query = '?tag=v1&page=2&group=digest&columns=pushed,status&sort=-pushes';
    const second = await open(query);
    await second.choose('Save the current view');
    const dialog = await findDialog('Save the current view');
    const field = dialog.getByRole('textbox', { name: 'Name' });
    await waitFor(() => expect(field).toHaveFocus());
    await second.user.type(field, '  By digest {Enter}');
    expect(await screen.findByRole('button', { name: 'View: By digest' })).toBeInTheDocument();
    await second.choose('All pushes');
    await second.choose('By digest');
    const kept = '?columns=pushed%2Cstatus&group=digest&sort=-pushes&tag=v1';
    expect(second.location()).toBe(`${path}${kept}`);
    second.unmount();

    const third = await open('', storedPreference(preference));
    await third.choose('By digest');
    expect(third.location()).toBe(`${path}${kept}`);
  });

  it.each([
    ['   ', 'Give the view a name.'],
    ['x'.repeat(64), 'A name has 63 characters at most.'],
    ['Running now', 'There is a view of this name already.'],
  ])('are not saved as "%s"', async (name, problem) => {
    const { user, choose } = await open('?tag=v1', storedWith({}));
    await choose('Save the current view');
    const dialog = await findDialog('Save the current view');
    const field = dialog.getByRole('textbox', { name: 'Name' });
    await user.click(field);
    await user.paste(name);
    await user.click(dialog.getByText('Save'));
    expect(field).toHaveAccessibleDescription(expect.stringContaining(problem));
    expect(field).toHaveFocus();
    expect(storedPreference(preference)).toBe(storedWith({}));
    await user.clear(field);
    await user.type(field, 'Version 1');
    expect(field).not.toHaveAccessibleDescription();
    await user.click(dialog.getByText('Save'));
    expect(await screen.findByRole('button', { name: 'View: Version 1' })).toBeInTheDocument();
  });

  it('are replaced by what the page shows, by their name', async () => {
    const { user, choose, openMenu } = await open('?tag=v1', storedWith({}));
    await choose('Save the current view');
    const dialog = await findDialog('Save the current view');
    const field = dialog.getByRole('textbox', { name: 'Name' });
    await user.type(field, 'nightly');
    expect(field).toHaveAccessibleDescription(
      expect.stringContaining('What Nightly shows now is replaced.'),
    );
    await user.click(dialog.getByText('Replace'));
    expect(await screen.findByRole('button', { name: 'View: Nightly' })).toBeInTheDocument();
    expect((await openMenu()).filter((item) => /nightly/i.test(item))).toEqual(['Nightly']);
    expect(storedPreference(preference)).toBe(
      JSON.stringify({ version: 1, views: [{ ...nightly, query: 'tag=v1' }] }),
    );
  });

  it('are renamed and deleted', async () => {
    const { user, choose, openMenu } = await open('?tag=nightly', storedWith({}));
    await choose('Manage views');
    const dialog = await findDialog('Manage views');
    await user.click(dialog.getByText('Rename'));
    const field = dialog.getByRole('textbox', { name: 'New name of Nightly' });
    await user.clear(field);
    await user.type(field, 'All pushes');
    expect(field).toHaveAccessibleDescription(
      expect.stringContaining('There is a view of this name already.'),
    );
    await user.clear(field);
    await user.type(field, 'Every night{Enter}');
    expect(await dialog.findByText('Every night')).toBeVisible();
    await user.click(dialog.getByText('Close'));
    expect(screen.getByRole('button', { name: 'View: Every night' })).toBeInTheDocument();
    await choose('Manage views');
    const again = await findDialog('Manage views');
    await user.click(again.getByText('Delete'));
    expect(again.getByText('You have not saved a view yet.')).toBeVisible();
    await user.click(again.getByText('Close'));
    expect(await openMenu()).not.toContain('Every night');
  });

  it('open with the default one, unless the URL says more', async () => {
    const { user, choose, location, unmount } = await open('', storedWith({}));
    expect(location()).toBe(path);
    await choose('Manage views');
    const dialog = await findDialog('Manage views');
    await user.click(dialog.getByLabelText('Open the history with Nightly'));
    await user.click(dialog.getByText('Close'));
    expect(location()).toBe(path);
    const stored = storedPreference(preference);
    unmount();

    const second = await open('', stored);
    await waitFor(() => expect(second.location()).toBe(`${path}?tag=nightly`));
    await second.choose('All pushes');
    expect(second.location()).toBe(`${path}?view=all`);
    second.unmount();

    const third = await open('?status=failed', stored);
    await screen.findByRole('button', { name: 'Views' });
    expect(third.location()).toBe(`${path}?status=failed`);
  });
});

describe('views that cannot be read or stored', () => {
  it.each([
    ['broken JSON', '{"version":1,', /What is stored of them makes no sense/],
    ['something else', '[1,2]', /What is stored of them makes no sense/],
    [
      'a newer version',
      '{"version":2,"views":{}}',
      /A newer version of this plugin has saved them/,
    ],
  ])('say so: %s', async (_, stored, text) => {
    const { openMenu } = await open('?tag=v1', stored);
    expect(await screen.findByText('Your saved views cannot be read')).toBeInTheDocument();
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(await openMenu()).toEqual([
      'All pushesDefault view',
      'Missed and failed in the last 24 hours',
      'Running now',
      'Save the current view',
      'Manage views',
    ]);
    const isClosed =
      screen.getByRole('menuitem', { name: 'Manage views' }).getAttribute('aria-disabled') ===
      'true';
    expect(isClosed).toBe(stored.includes('"version":2'));
  });

  it('are what they were where the storage is full', async () => {
    const { user, choose } = await open('?tag=v1', storedWith({}));
    await choose('Save the current view');
    const dialog = await findDialog('Save the current view');
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Version 1');
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await user.click(dialog.getByText('Save'));
    expect(await screen.findByText('The change of your views was not saved')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Views' })).toBeInTheDocument();
    jest.restoreAllMocks();
    await choose('Save the current view');
    await user.type(
      (await findDialog('Save the current view')).getByRole('textbox', { name: 'Name' }),
      'Version 1{Enter}',
    );
    expect(await screen.findByRole('button', { name: 'View: Version 1' })).toBeInTheDocument();
    expect(screen.queryByText('The change of your views was not saved')).not.toBeInTheDocument();
  });
});
