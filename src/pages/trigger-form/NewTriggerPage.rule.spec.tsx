import { screen, within } from '@testing-library/react';
import { imageStreamKind } from '../../k8s/image-stream';
import { aDigest, aTagEvent } from '../../testing/builders';
import { openNew as open, untilLoaded } from '../../testing/new-trigger-page';
import { patch, push, startShop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

const tagsThat = (icon: 'matches' | 'does not match'): string[] =>
  screen
    .queryAllByTitle(icon)
    .map((title) => title.closest('.pf-v6-c-label')!.textContent.replace(icon, ''));

describe('the tags that start a run', () => {
  it('are shown as matching or not while one types a pattern', async () => {
    const { user } = await open();
    expect(await screen.findByText('4 of 4 tags match.')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    expect(screen.getByText('Enter a pattern.')).toBeInTheDocument();
    expect(footerButton('Next')).toBeDisabled();
    await user.keyboard('{Tab}v3.*');
    expect(tagsThat('matches')).toEqual(['v3.0.0', 'v3.0.0-rc.1']);
    expect(tagsThat('does not match')).toEqual(['latest', 'pr-412']);
    expect(screen.getByText('2 of 4 tags match.')).toBeInTheDocument();
    await user.keyboard('x');
    expect(screen.getByText(/^No tag matches yet/)).toBeInTheDocument();
    expect(footerButton('Next')).toBeEnabled();
  });

  it('leave out what is to be ignored', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.type(screen.getByRole('textbox', { name: 'Tags to ignore' }), 'pr-*, *-rc*,');
    expect(screen.getByRole('textbox', { name: 'Tags to ignore' })).toHaveValue('pr-*, *-rc*,');
    expect(tagsThat('matches')).toEqual(['latest', 'v3.0.0']);
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    await user.type(screen.getByRole('textbox', { name: 'Pattern' }), 'v*');
    expect(tagsThat('matches')).toEqual(['v3.0.0']);
  });

  it('are the versions of a range', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.click(screen.getByRole('radio', { name: 'Version range' }));
    const field = screen.getByRole('textbox', { name: 'Version range' });
    expect(field).toHaveAccessibleDescription(/^Enter a range of versions\./);
    await user.type(field, '^3.y');
    expect(field).toHaveAccessibleDescription(/^\^3\.y is no range of versions\. Write \^1\.4/);
    expect(footerButton('Next')).toBeDisabled();
    await user.type(field, '{Backspace}0');
    expect(tagsThat('matches')).toEqual(['v3.0.0']);
    expect(field).toHaveAccessibleDescription(/Pre-releases match only where the range names one/);
    await user.type(field, '.0-0');
    expect(tagsThat('matches')).toEqual(['v3.0.0', 'v3.0.0-rc.1']);
    expect(footerButton('Next')).toBeEnabled();
  });

  it('are those of a regular expression that the listener understands', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.click(screen.getByRole('radio', { name: 'Regular expression' }));
    const field = screen.getByRole('textbox', { name: 'Regular expression' });
    await user.type(field, 'v(');
    expect(screen.getByText(/^Not a regular expression that the listener/)).toBeInTheDocument();
    expect(field).toBeInvalid();
    expect(tagsThat('matches')).toEqual([]);
    expect(footerButton('Next')).toBeDisabled();
    await user.type(field, '3|4).*-rc.*');
    expect(tagsThat('matches')).toEqual(['v3.0.0-rc.1']);
    expect(footerButton('Next')).toBeEnabled();
    // JavaScript knows a look-ahead, RE2 does not.
    await user.clear(field);
    await user.type(field, '(?!pr).*');
    expect(screen.getByText(/^Not a regular expression that the listener/)).toBeInTheDocument();
  });

  it('can be listed by clicks, or typed with commas', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.click(screen.getByRole('radio', { name: 'Exact tags' }));
    expect(screen.getByText('Name at least one tag.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /latest/ }));
    await user.click(screen.getByRole('button', { name: /v3\.0\.0$/ }));
    const field = screen.getByRole('textbox', { name: 'Exact tags' });
    expect(field).toHaveValue('latest, v3.0.0');
    await user.type(field, ', new,');
    expect(field).toHaveValue('latest, v3.0.0, new,');
    await user.click(screen.getByRole('button', { name: /latest/ }));
    expect(field).toHaveValue('v3.0.0, new');
    expect(tagsThat('matches')).toEqual(['v3.0.0']);
  });

  it('appear as they are pushed', async () => {
    const { cluster } = await open();
    await untilLoaded();
    await push(cluster, { tag: 'v5' });
    expect(await screen.findByText('5 of 5 tags match.')).toBeInTheDocument();
    expect(screen.getByText(/^Latest push: v5/)).toBeInTheDocument();
  });
});

describe('the pushes that a rule would have run', () => {
  const toggle = () => screen.getByRole('button', { name: /would have run$/ });

  it('are counted while one types, and listed on demand', async () => {
    const { user } = await open();
    await untilLoaded();
    expect(toggle()).toHaveTextContent(/^6 of 6 pushes since .+ would have run$/);
    expect(screen.getByText(/^The ImageStream holds no older pushes/)).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    expect(screen.queryByText(/pushes since/)).not.toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Pattern' }), 'v3.0.0');
    expect(toggle()).toHaveTextContent(/^1 of 6 pushes/);
    await user.click(toggle());
    const table = screen.getByRole('grid', { name: 'Pushes that the ImageStream holds' });
    expect(within(table).getAllByText('No run')).toHaveLength(5);
    const row = within(table).getByText('Would have run').closest('tr');
    expect(row).toHaveTextContent('latestv3.0.0');
  });

  it('warn where there are more than one a minute', async () => {
    const cluster = await startShop();
    const items = Array.from({ length: 61 }, (_, index) =>
      aTagEvent({
        created: new Date(Date.parse('2026-03-01T12:00:00Z') + index * 30_000).toISOString(),
        image: aDigest(),
      }),
    ).reverse();
    await patch(
      cluster,
      {
        kind: imageStreamKind,
        namespace: 'shop-images',
        name: 'order-service',
        subresource: 'status',
      },
      {
        status: {
          tags: [
            { tag: 'nightly', items },
            { tag: 'v1', items: items.slice(0, 1) },
          ],
        },
      },
    );
    const { user } = await open(cluster);
    expect(await screen.findByText('2 of 2 tags match.')).toBeInTheDocument();
    const warning = /: This rule would have started 61 runs within one hour, on Mar 1, 2026$/;
    expect(screen.getByRole('heading', { name: warning })).toBeInTheDocument();
    await user.click(toggle());
    expect(screen.getByText('11 older ones')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Tags to ignore' }), 'night*');
    expect(toggle()).toHaveTextContent(/^1 of 61 pushes/);
    expect(screen.queryByRole('heading', { name: warning })).not.toBeInTheDocument();
  });
});
