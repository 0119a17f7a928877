import { expect } from '../story';
import { overview } from './pages';
import { expectAccessible, expectSound } from './stage';
import type { State } from './stage';

/** What is looked at by axe for all: pages differ in the words only, whatever is missing. */
const lookedAt = 'OpenShift Serverless';

/** A cluster without an API: every page says what is missing, and leads to what to do about it. */
const without = (what: string, absentGroups: readonly string[]): State => ({
  name: `no ${what}`,
  absentGroups,
  tell: async (stage) => {
    const { page, hand, subject, open } = stage;
    await open();
    if (subject !== overview) {
      await expect(
        page.getByText(/An API is missing|Missing in this cluster/).first(),
      ).toBeVisible();
      await expectSound(stage);
      if (what === lookedAt) await expectAccessible(stage);
      await hand.press(page.getByRole('link', { name: 'Show what must be installed' }).first());
    }
    await expectSound({ ...stage, subject: overview });
    const item = page.getByRole('listitem').filter({ hasText: what });
    await expect(item.getByText('Missing', { exact: true }).first()).toBeVisible();
    await expect(
      item.getByText(/Ask a cluster administrator|need OpenShift/).first(),
    ).toBeVisible();
    if (what === lookedAt && subject === overview) await expectAccessible(stage);
  },
});

/** What can be missing of what image triggers are made of. */
export const absences: readonly State[] = [
  without('ImageStreams', ['image.openshift.io']),
  without('OpenShift Pipelines', ['tekton.dev', 'triggers.tekton.dev']),
  without('Tekton Triggers', ['triggers.tekton.dev']),
  without('OpenShift Serverless', [
    'sources.knative.dev',
    'eventing.knative.dev',
    'operator.knative.dev',
  ]),
];
