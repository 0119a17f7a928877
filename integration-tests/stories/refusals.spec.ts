import { snapshotOf } from '../scenarios/snapshot';
import { fillForm, formPath } from './form';
import { expect, story, storyByHand } from './story';

story.describe('as an editor of the project', () => {
  story.use({ expectedStatuses: [403] });

  storyByHand(
    'tells a user without rights why, and writes nothing',
    async ({ shop, visit, hand }) => {
      const { projects, admin } = shop;
      const before = await snapshotOf(admin, projects);
      const page = await visit(formPath(projects), 'editor');
      await fillForm(hand, projects);
      await expect(
        page.getByText('You do not have permission to create this trigger'),
      ).toBeVisible();
      await expect(
        page.getByText(`create Roles in project ${projects.pipelines}`, { exact: true }),
      ).toBeVisible();
      await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeDisabled();
      expect(await snapshotOf(admin, projects)).toEqual(before);
    },
  );
});

story.describe('when the API server refuses the third object', () => {
  story.use({ expectedStatuses: [500] });

  storyByHand('says which, and leaves nothing behind', async ({ shop, visit, page, hand }) => {
    const { projects, admin } = shop;
    const before = await snapshotOf(admin, projects);
    await visit(formPath(projects));
    await fillForm(hand, projects);
    await expect(page.getByText('15 objects')).toBeVisible();
    // The dry run passed; only the write of the third object, the RoleBinding, is refused.
    await page.route(`**/namespaces/${projects.pipelines}/rolebindings`, (route) =>
      route.request().method() === 'POST' && !route.request().url().includes('dryRun')
        ? route.fulfill({ status: 500, json: { kind: 'Status', message: 'etcd has no leader' } })
        : route.continue(),
    );
    await hand.press(page.getByRole('button', { name: 'Create', exact: true }));
    await expect(
      page.getByText(
        `The API server could not answer: RoleBinding image-triggers-listener in project ${projects.pipelines}`,
      ),
    ).toBeVisible();
    await expect(page.getByText('etcd has no leader')).toBeVisible();
    await expect(
      page.getByText('Everything that was written has been removed again.'),
    ).toBeVisible();
    await expect.poll(() => snapshotOf(admin, projects)).toEqual(before);
  });
});

/** How an API server, a quota or a webhook refuses, or does not answer. */
const refusals = [
  { status: 500, reason: 'InternalError', message: 'etcd has no leader' },
  { status: 403, reason: 'Forbidden', message: 'exceeded quota: objects' },
  { status: 400, reason: 'BadRequest', message: 'admission webhook "policy" denied the request' },
  { status: 504, reason: 'Timeout', message: 'the webhook did not answer in time' },
] as const;

story.describe('when each object in turn is refused', () => {
  story.use({ expectedStatuses: refusals.map(({ status }) => status) });

  story('says which and why, leaves nothing behind, and goes on', async ({ shop, visit, hand }) => {
    story.slow();
    const { projects, admin } = shop;
    const before = await snapshotOf(admin, projects);
    const page = await visit(formPath(projects));
    await fillForm(hand, projects);
    await expect(page.getByText('15 objects')).toBeVisible();
    const create = page.getByRole('button', { name: 'Create', exact: true });
    for (let refused = 1; refused <= 15; refused += 1) {
      const { status, ...answer } = refusals[refused % refusals.length]!;
      let created = 0;
      await page.route('**/api/kubernetes/**', (route) => {
        const request = route.request();
        const isWrite = request.method() === 'POST' && !/dryRun|reviews/.test(request.url());
        if (isWrite) created += 1;
        return isWrite && created === refused
          ? route.fulfill({ status, json: { kind: 'Status', ...answer, code: status } })
          : route.continue();
      });
      await hand.press(create);
      await expect(page.getByText(answer.message)).toBeVisible();
      await expect.poll(() => snapshotOf(admin, projects)).toEqual(before);
      await page.unroute('**/api/kubernetes/**');
      await expect(create).toBeEnabled();
    }
    await hand.press(create);
    await expect(page).toHaveURL(/image-triggers\/[^~]+$/);
  });
});
