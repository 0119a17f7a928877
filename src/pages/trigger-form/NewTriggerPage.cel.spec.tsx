import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { openNew as open, untilLoaded } from '../../testing/new-trigger-page';
import { startShop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

const tagsThat = (icon: string): string[] =>
  screen
    .queryAllByTitle(icon)
    .map((title) => title.closest('.pf-v6-c-label')!.textContent.replace(icon, ''));

const field = () => screen.getByRole('textbox', { name: 'CEL expression' });
const options = () => screen.queryAllByRole('option').map((one) => one.textContent);

/** Square brackets and braces are keys to the one who types. */
const typed = (text: string): string => text.replace(/[[{]/g, '$&$&');

const chooseCel = async (user: UserEvent): Promise<void> => {
  await untilLoaded();
  await user.click(screen.getByRole('radio', { name: 'CEL expression' }));
};

/** In place of what is there, and without the fields that are offered. */
const write = async (user: UserEvent, expression: string): Promise<void> => {
  await user.clear(field());
  await user.type(field(), typed(expression));
  await user.keyboard('{Escape}');
};

describe('a rule of CEL', () => {
  it('begins with the rule that was chosen before', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    await user.type(screen.getByRole('textbox', { name: 'Pattern' }), 'v3.*');
    await user.click(screen.getByRole('radio', { name: 'CEL expression' }));
    expect(field()).toHaveValue(String.raw`t.tag.matches('^v3\\..*$')`);
    expect(await screen.findByText('2 of 4 tags match.')).toBeInTheDocument();
    expect(tagsThat('matches')).toEqual(['v3.0.0', 'v3.0.0-rc.1']);
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    expect(screen.getByRole('textbox', { name: 'Pattern' })).toHaveValue('');
  });

  it('is checked while one types, and judges the pushes on record', async () => {
    const { user } = await open();
    await chooseCel(user);
    expect(field()).toHaveAccessibleDescription(/^Enter an expression\./);
    expect(footerButton('Next')).toBeDisabled();
    await write(user, `t.tga == 'latest'`);
    expect(field()).toHaveAccessibleDescription(/^An event has no field t\.tga\./);
    expect(field()).toBeInvalid();
    await write(user, 't.tag ==');
    expect(field()).toHaveAccessibleDescription(/^Not an expression that the listener/);
    await write(user, 't.tag');
    expect(field()).toHaveAccessibleDescription(/must be true or false; this one .* string\./);
    expect(tagsThat('matches')).toEqual([]);
    await write(user, `t.tag == 'latest' || t.tag.endsWith('-rc.1')`);
    expect(field()).toBeValid();
    expect(tagsThat('matches')).toEqual(['latest', 'v3.0.0-rc.1']);
    expect(screen.getByRole('button', { name: /^[1-5] of 6 pushes since/ })).toBeInTheDocument();
    expect(footerButton('Next')).toBeEnabled();
  });

  it('warns where it fails for a tag', async () => {
    const { user } = await open();
    await chooseCel(user);
    await write(user, `t.tag.split('-')[1] == 'rc.1'`);
    expect(tagsThat('fails')).toEqual(['latest', 'v3.0.0']);
    expect(tagsThat('matches')).toEqual(['v3.0.0-rc.1']);
    expect(screen.getByText(/^The expression fails for latest, v3\.0\.0: /)).toBeInTheDocument();
  });

  it('says plainly what nobody can tell of earlier pushes', async () => {
    const { user } = await open();
    await chooseCel(user);
    await write(user, `size(body.status.tags) == 4`);
    expect(screen.getByText('4 of 4 tags match.')).toBeInTheDocument();
    expect(screen.getByText(/^Which earlier pushes .* what body\.status\.tags was/)).toBeVisible();
    expect(screen.queryByText(/would have run$/)).not.toBeInTheDocument();
    await write(user, `size(body.status.tags) == 5`);
    expect(screen.getByText('No tag matches, as the ImageStream is now.')).toBeInTheDocument();
    await write(user, `header.canonical('Ce-Time') > ''`);
    expect(screen.getByText('Which tags match, only the listener can tell.')).toBeInTheDocument();
    expect(screen.getByText(/only the listener has canonical\.$/)).toBeInTheDocument();
    expect(footerButton('Next')).toBeEnabled();
  });
});

describe('the fields of the event', () => {
  it('are offered while one types, and taken by the keyboard', async () => {
    const { user } = await open();
    await chooseCel(user);
    await user.type(field(), 'true && t.t');
    expect(options()).toEqual(['t.tagstring']);
    await user.keyboard('{ArrowDown}');
    expect(field()).toHaveAttribute(
      'aria-activedescendant',
      screen.getByRole('option', { name: /^t\.tag/ }).id,
    );
    await user.keyboard('{Enter}');
    expect(field()).toHaveValue('true && t.tag');
    expect(options()).toEqual([]);
    expect(field()).toHaveFocus();
    await user.keyboard(` == 'x'{Enter}`);
    expect(field()).toHaveValue(`true && t.tag == 'x'\n`);
  });

  it('are offered on demand, and stand where the caret is', async () => {
    const { user } = await open();
    await chooseCel(user);
    await user.type(field(), `!() `);
    expect(options()).toEqual([]);
    await user.type(field(), '{Control>} {/Control}', { initialSelectionStart: 2 });
    const list = await screen.findByRole('listbox', { name: 'Fields of the event' });
    expect(within(list).getAllByRole('option')[0]).toHaveTextContent('t.tag');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(options()).toEqual([]));
    expect(field()).toHaveValue('!() ');
    await user.click(screen.getByRole('button', { name: 'Insert a field of the event' }));
    await user.click(await screen.findByRole('option', { name: /^body\.metadata\.namespace/ }));
    expect(field()).toHaveValue('!(body.metadata.namespace) ');
  });
});

describe('a rule of CEL that was being typed', () => {
  it('survives a reload', async () => {
    const cluster = await startShop();
    const { user, unmount } = await open(cluster);
    await chooseCel(user);
    await user.type(field(), `t.tag == ('v`);
    unmount();
    const again = await open(cluster);
    await again.user.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(field()).toHaveValue(`t.tag == ('v`);
  });
});
