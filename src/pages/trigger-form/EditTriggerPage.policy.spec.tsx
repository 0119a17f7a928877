import { screen, waitFor } from '@testing-library/react';
import { readPushFilter } from '../../domain/push-filter';
import type { Naming } from '../../domain/run-policy';
import { open, ready, toReview } from '../../testing/edit-page';
import { openNew, untilLoaded } from '../../testing/new-trigger-page';
import { ready as readyToCreate } from '../../testing/review-page';
import { bind, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

/** How each lane names its runs. */
const namingsIn = ({ store }: Shop): (Naming | undefined)[] =>
  store.list(resources.triggers).map(({ metadata, spec }) => {
    const name = metadata.labels?.['imagetriggers.dev/trigger'] ?? '';
    return readPushFilter(name, spec?.interceptors)?.naming;
  });

const radio = (name: string) => screen.getByRole('radio', { name });

describe('what runs once', () => {
  it('is each push, unless somebody chooses each image', async () => {
    const { cluster, user, location } = await openNew();
    await untilLoaded();
    expect(radio('Each push')).toBeChecked();
    await user.click(radio('Each image'));
    expect(
      screen.getByText(/Once that is pruned, the next push of the image runs it/),
    ).toBeVisible();
    await fillPipeline(user);
    await user.click(footerButton('Next'));
    await readyToCreate();
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
    expect(namingsIn(cluster)).toEqual(Array(4).fill({ policy: 'each-image' }));
  });

  it('is changed by an edit, from some minutes later on, which the form says', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user, location } = await open(cluster);
    expect(screen.queryByText(/first five minutes/)).not.toBeInTheDocument();
    await user.click(radio('Each image'));
    expect(screen.getByText(/^Pushes of the first five minutes/)).toBeVisible();
    await toReview(user);
    await ready();
    expect(screen.getByRole('row', { name: 'What runs once Each push Each image' })).toBeVisible();
    expect(screen.getByText(/^What runs once changes five minutes from now/)).toBeInTheDocument();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    const namings = namingsIn(cluster);
    const since = namings[0]?.since ?? '';
    expect(Date.parse(since)).toBeGreaterThan(Date.now());
    expect(namings).toEqual(Array(4).fill({ policy: 'each-image', since }));
  });
});
