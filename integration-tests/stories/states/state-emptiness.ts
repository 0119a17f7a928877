import { expect } from '../story';
import type { PageUnderTest } from './pages';
import { imagesProject } from './site';
import { expectAccessible, expectSound } from './stage';
import type { Stage, State } from './stage';

/** A project in which nothing has ever been. */
const emptyProject = 'knative-eventing';

const followLink =
  (name: string) =>
  ({ page, hand }: Stage): Promise<void> =>
    hand.press(page.getByRole('link', { name }).first());

/** What a page says where there is nothing, and where it leads then. */
const wordsAndWayOn: Record<
  PageUnderTest['id'],
  { readonly words: string; readonly wayOn: (stage: Stage) => Promise<void> }
> = {
  overview: {
    words: 'Missed',
    wayOn: followLink('Create image trigger'),
  },
  streams: {
    words: 'No ImageStreams',
    wayOn: async (stage) => {
      await followLink('Show the ImageStreams of all projects')(stage);
      await expect(stage.subject.content(stage.page)).toBeVisible();
    },
  },
  triggers: {
    words: 'No image triggers',
    wayOn: followLink('Create image trigger'),
  },
  details: {
    words: 'No image trigger print-orders',
    wayOn: followLink('Show all image triggers'),
  },
  edit: {
    words: 'No image trigger print-orders',
    wayOn: followLink('Show all image triggers'),
  },
  history: {
    words: 'No image triggers',
    wayOn: followLink('Create image trigger'),
  },
  validation: {
    words: 'No image triggers',
    wayOn: followLink('Create image trigger'),
  },
  push: {
    words: 'There is no PipelineRun of this name in project knative-eventing',
    wayOn: followLink('Show the history'),
  },
  form: {
    words: `No ImageStreams in project ${emptyProject}.`,
    wayOn: async ({ page, hand }) => {
      const project = page.getByRole('combobox', { name: 'Project of the ImageStream' });
      await hand.type(project, imagesProject);
      await hand.press(page.getByRole('option', { name: imagesProject }));
      await expect(project).toHaveValue(imagesProject);
    },
  },
};

/** Where a way on has led, other than to the page's own content. */
const destinations: Partial<Record<PageUnderTest['id'], string>> = {
  overview: 'Create image trigger',
  triggers: 'Create image trigger',
  details: 'Image triggers',
  edit: 'Image triggers',
  history: 'Create image trigger',
  validation: 'Create image trigger',
  push: 'Image trigger history',
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
      await expectAccessible(stage);
      await expect(page.getByRole('textbox', { name: /^(Filter|Search) / })).toHaveCount(0);
      await wayOn(stage);
      const heading = destinations[subject.id];
      if (heading !== undefined)
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    },
  },
];
