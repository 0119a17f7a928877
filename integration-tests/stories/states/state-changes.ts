import type { Locator, Page } from '@playwright/test';
import { imageStreamKind } from '../../../src/k8s/image-stream';
import { apiVersionOf } from '../../../src/k8s/resource';
import { expect } from '../story';
import type { PageUnderTest } from './pages';
import { imagesProject, pipelinesProject, standingStream } from './site';
import type { Site } from './site';
import { expectContent, expectSound } from './stage';
import type { Stage, State } from './stage';

type PageId = PageUnderTest['id'];

/** The trigger, the ImageStream or the tag that comes or goes while a page is open. */
const guest = 'guest';

const guestStream = { namespace: imagesProject, name: guest };

const createStream = (site: Site) =>
  site.admin.create(imageStreamKind, {
    apiVersion: apiVersionOf(imageStreamKind),
    kind: imageStreamKind.kind,
    metadata: guestStream,
  });

const bindGuest = (site: Site) => site.bind(guest, 'cart');

/** A push to the standing ImageStream that only one of the pages awaits. */
const pushOf = (id: PageId) => (site: Site) => site.push(standingStream, `late-${id}`);

const rowOfPush = (id: PageId) => (page: Page) =>
  page.getByRole('row').filter({ hasText: `late-${id}` });

/** What the overview says of the listener: by how many triggers it is used. */
const triggerCount = (page: Page, count: 1 | 2): Locator =>
  page
    .getByRole('row')
    .filter({ hasText: 'Receives events' })
    .getByText(count === 1 ? '1 trigger' : '2 triggers', { exact: true });

const guestRow = (page: Page): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: guest, exact: true }) });

interface Arrival {
  readonly come: (site: Site) => Promise<unknown>;
  readonly shown: (page: Page) => Locator;
  readonly leave?: (site: Site) => Promise<void>;
}

const guestTrigger = { come: bindGuest, leave: (site: Site) => site.unbind(guest) };

/** What comes while the watches of a page are cut. */
const arrivals: Record<PageId, Arrival> = {
  overview: { ...guestTrigger, shown: (page) => triggerCount(page, 2) },
  triggers: { ...guestTrigger, shown: guestRow },
  streams: {
    come: createStream,
    shown: guestRow,
    leave: (site) => site.admin.remove(imageStreamKind, guestStream),
  },
  details: { come: pushOf('details'), shown: rowOfPush('details') },
  history: { come: pushOf('history'), shown: rowOfPush('history') },
  validation: { come: pushOf('validation'), shown: rowOfPush('validation') },
  push: {
    // What another trigger made of the push that the page shows.
    ...guestTrigger,
    come: (site) => site.bind(guest, standingStream),
    shown: (page) => page.getByRole('row').filter({ hasText: guest }),
  },
  edit: { come: pushOf('edit'), shown: (page) => page.getByText('Latest push: late-edit') },
  form: { come: pushOf('form'), shown: (page) => page.getByText('Latest push: late-form') },
};

/** What a page of something says when that is deleted; each begins with the page not yet open. */
const deletions: Record<PageId, (stage: Stage) => Promise<void>> = {
  overview: async ({ site, page, open }) => {
    await bindGuest(site);
    await open();
    await expect(triggerCount(page, 2)).toBeVisible();
    await site.unbind(guest);
    await expect(triggerCount(page, 1)).toBeVisible();
  },
  triggers: async ({ site, page, open }) => {
    await bindGuest(site);
    await open();
    await expect(guestRow(page)).toBeVisible();
    await site.unbind(guest);
    await expect(guestRow(page)).toBeHidden();
  },
  streams: async ({ site, page, open }) => {
    await createStream(site);
    await open();
    await expect(guestRow(page)).toBeVisible();
    await site.admin.remove(imageStreamKind, guestStream);
    await expect(guestRow(page)).toBeHidden();
  },
  details: async ({ site, page, hand, open }) => {
    await bindGuest(site);
    await open({ path: `/k8s/ns/${pipelinesProject}/image-triggers/${guest}` });
    await expect(page.getByText('Active since')).toBeVisible();
    await site.unbind(guest);
    await expect(page.getByText(`No image trigger ${guest}`)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: guest })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Actions' })).toBeHidden();
    await hand.press(page.getByRole('link', { name: 'Show all image triggers' }));
    await expect(page.getByRole('link', { name: 'print-orders' })).toBeVisible();
  },
  history: async ({ site, page, open }) => {
    await bindGuest(site);
    await site.push('cart', guest);
    await open();
    const row = page.getByRole('row').filter({ hasText: guest }).filter({ hasText: 'cart' });
    await expect(row.getByText('Succeeded')).toBeVisible();
    await site.unbind(guest);
    // The run stays: it is the record of what happened.
    await expect(row).toBeVisible();
  },
  validation: async ({ site, page, open }) => {
    await bindGuest(site);
    await site.push('cart', guest);
    await open();
    const row = page.getByRole('row').filter({ hasText: guest }).filter({ hasText: 'cart' });
    await expect(row.getByText('Passed').first()).toBeVisible();
    await site.unbind(guest);
    // Nothing is asked of the image any more.
    await expect(row).toBeHidden();
  },
  push: async ({ site, page, open }) => {
    await bindGuest(site);
    await site.push('cart', guest);
    const name = await site.runOf(guest);
    await open({ path: `/k8s/ns/${pipelinesProject}/image-triggers-history/${name}` });
    const gone = page.getByText(`The image trigger ${guest} does not exist any more`);
    await expect(page.getByRole('listitem', { name: 'PipelineRun finished: Done' })).toBeVisible();
    await expect(gone).toBeHidden();
    await site.unbind(guest);
    await expect(gone).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  },
  edit: async ({ site, page, hand, open }) => {
    await bindGuest(site);
    await open({ path: `/k8s/ns/${pipelinesProject}/image-triggers/${guest}/~edit` });
    await expect(page.getByText('Latest push')).toBeVisible();
    await site.unbind(guest);
    await hand.press(page.getByRole('button', { name: 'Next' }));
    await hand.press(page.getByRole('button', { name: 'Next' }));
    await expect(page.getByText('This image trigger was deleted meanwhile')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  },
  form: async ({ site, page, hand, open }) => {
    await createStream(site);
    const stream = encodeURIComponent(`${imagesProject}/${guest}`);
    await open({ path: `/k8s/ns/${pipelinesProject}/image-triggers/~new?stream=${stream}` });
    await expect(page.getByText('Nothing has been pushed to it yet.')).toBeVisible();
    await site.admin.remove(imageStreamKind, guestStream);
    await expect(
      page.getByText(`There is no ImageStream ${guest} in project ${imagesProject}.`),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
    await hand.type(
      page.getByRole('combobox', { name: 'ImageStream', exact: true }),
      standingStream,
    );
    await hand.press(page.getByRole('option', { name: standingStream }));
    await expect(page.getByRole('button', { name: 'Next' })).toBeEnabled();
  },
};

/** What happens to an open page. */
export const changes: readonly State[] = [
  {
    name: 'a watch that is cut and goes on',
    tell: async (stage) => {
      const { site, page, subject, open } = stage;
      const { come, shown, leave } = arrivals[subject.id];
      await open();
      await expectContent(stage);
      await expect(shown(page)).toBeHidden();
      await site.cutWatches();
      await come(site);
      await expect(shown(page).first()).toBeVisible({ timeout: 20_000 });
      await expectContent(stage);
      await expect(page.getByText('Live updates have stopped')).toBeHidden();
      await leave?.(site);
    },
  },
  {
    name: 'an object that is deleted while it is open',
    tell: async (stage) => {
      await deletions[stage.subject.id](stage);
      // These are about another object then.
      if (!['details', 'push', 'edit'].includes(stage.subject.id)) await expectSound(stage);
    },
  },
];
