import { expect } from '../story';
import type { PageUnderTest } from './pages';
import { expectSound } from './stage';
import type { Stage, State } from './stage';

/** A project in which nothing has ever been. */
const emptyProject = 'knative-eventing';

/** What a page says where there is nothing, and where it leads then. */
const wordsAndWayOn: Record<
  PageUnderTest['id'],
  { readonly words: string; readonly wayOn: (stage: Stage) => Promise<void> }
> = {
  overview: {
    words: 'Missed',
    wayOn: ({ page }) => page.getByRole('link', { name: 'Create image trigger' }).click(),
  },
  streams: {
    words: 'No ImageStreams',
    wayOn: async ({ page, subject }) => {
      await page.getByRole('link', { name: 'Show the ImageStreams of all projects' }).click();
      await expect(subject.content(page)).toBeVisible();
    },
  },
  triggers: {
    words: 'No image triggers',
    wayOn: ({ page }) => page.getByRole('link', { name: 'Create image trigger' }).first().click(),
  },
  details: {
    words: 'No image trigger print-orders',
    wayOn: ({ page }) => page.getByRole('link', { name: 'Show all image triggers' }).click(),
  },
  history: {
    words: 'No image triggers',
    wayOn: ({ page }) => page.getByRole('link', { name: 'Create image trigger' }).click(),
  },
  form: {
    words: `No ImageStreams in project ${emptyProject}.`,
    wayOn: ({ page }) => page.getByRole('combobox', { name: 'Project of the ImageStream' }).click(),
  },
};

/** Where a way on has led, other than to the page's own content. */
const destinations: Partial<Record<PageUnderTest['id'], string>> = {
  overview: 'Create image trigger',
  triggers: 'Create image trigger',
  details: 'Image triggers',
  history: 'Create image trigger',
};

/** A project without anything. */
export const emptiness: readonly State[] = [
  {
    name: 'nothing there yet',
    tell: async (stage) => {
      const { page, subject, open } = stage;
      const { words, wayOn } = wordsAndWayOn[subject.id];
      const path = `/k8s/ns/${emptyProject}/image-triggers/~new`;
      await open(subject.id === 'form' ? { path } : { project: emptyProject });
      await expect(page.getByText(words).first()).toBeVisible();
      await expectSound(stage);
      await expect(page.getByRole('textbox', { name: /^(Filter|Search) / })).toHaveCount(0);
      await wayOn(stage);
      const heading = destinations[subject.id];
      if (heading !== undefined)
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    },
  },
];
