import { expect } from '../story';
import { details, edit, form, push, streams, validation } from './pages';
import { imagesProject, pipelinesProject } from './site';
import { expectAccessible, expectContent, expectInstead, expectSound } from './stage';
import type { Stage, State } from './stage';

const noPermission = 'You do not have permission';

/** The projects that the viewer may look into are offered, and lead to the same page. */
const expectProjects = async ({ page, hand, subject }: Stage): Promise<void> => {
  await hand.press(page.getByRole('link', { name: subject.project, exact: true }));
  await expect(subject.content(page)).toBeVisible();
};

/** What a user may not look at. */
export const rights: readonly State[] = [
  {
    name: 'forbidden in every project',
    expectedStatuses: [403],
    appliesTo: (subject) => subject !== form && subject !== edit,
    tell: async (stage) => {
      await stage.open({ as: 'nobody' });
      await expectInstead(
        stage,
        noPermission,
        'User "nobody" cannot list',
        'There is no other project that you can see. Ask an administrator for access.',
      );
    },
  },
  {
    name: 'forbidden in this project',
    expectedStatuses: [403],
    appliesTo: (subject) => subject !== form && subject !== edit,
    tell: async (stage) => {
      const { page, hand, open, subject } = stage;
      await open({ as: 'viewer', project: 'platform' });
      await expectInstead(stage, noPermission, 'User "viewer" cannot list');
      await expectAccessible(stage);
      // From a trigger or a push, the other projects are reached by their lists.
      if (subject === details || subject === push)
        await hand.press(page.getByRole('link', { name: pipelinesProject, exact: true }));
      else await expectProjects(stage);
    },
  },
  {
    name: 'forbidden in all projects at once',
    expectedStatuses: [403],
    appliesTo: (subject) => subject.forAllProjects && subject !== form,
    tell: async (stage) => {
      await stage.open({ as: 'viewer', allProjects: true });
      await expectInstead(stage, noPermission, 'Choose a project that you can see:');
      await expectProjects(stage);
    },
  },
  {
    name: 'forbidden in the project of the ImageStreams only',
    expectedStatuses: [403],
    appliesTo: (subject) => subject !== streams,
    tell: async (stage) => {
      const { site, page, open, subject } = stage;
      await site.fail({
        match: { path: `/namespaces/${imagesProject}/imagestreams`, user: 'viewer' },
        respond: { status: 403, reason: 'Forbidden', message: 'imagestreams are not for you' },
      });
      await open({ as: 'viewer' });
      const notice = `The ImageStreams of project ${imagesProject} cannot be read`;
      await expect(page.getByText(notice).first()).toBeVisible();
      await expect(page.getByText('imagestreams are not for you').first()).toBeVisible();
      if (subject === validation)
        await expect(page.getByText('The images are not known')).toBeVisible();
      else if (subject === form || subject === edit) await expectSound(stage);
      else await expectContent(stage);
      await expectAccessible(stage);
    },
  },
];
