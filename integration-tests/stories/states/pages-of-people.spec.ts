import { offers } from './offers';
import { form, pages } from './pages';
import { people } from './people';
import { expectContent, expectInstead } from './stage';
import { expect, stateStory } from './state-story';
import { standingTrigger } from './site';

// A viewer may not read everything, such as the cluster role of the listeners.
stateStory.use({ expectedStatuses: [403], by: 'keyboard' });

for (const person of people) {
  for (const subject of pages) {
    stateStory(`${subject.name} as ${person.name}`, async ({ site, page, hand, visit }) => {
      const open = async (): Promise<void> => {
        await visit(subject.path(subject.project, site), person.name);
      };
      await open();
      const stage = { subject, site, page, hand, open };
      if (person.mayRead) await expectContent(stage);
      else if (subject === form)
        await expectInstead(stage, 'The ImageStreams of project shop-images cannot be read');
      else await expectInstead(stage, 'You do not have permission', 'User "nobody" cannot list');
      await offers[subject.id](hand, person);
    });
  }
}

/** What the API server refuses after all, as when a role has just been taken away. */
for (const { action, method, words } of [
  { action: 'Pause', method: 'PATCH', words: 'The trigger was not paused' },
  { action: 'Delete', method: 'DELETE', words: 'The trigger was not deleted' },
]) {
  stateStory(`${action} that the API server refuses is said`, async ({ site, hand, visit }) => {
    const message = 'triggers.triggers.tekton.dev is forbidden: not any more';
    await site.fail({
      match: { path: `/triggers/${standingTrigger}`, method, user: 'editor' },
      respond: { status: 403, reason: 'Forbidden', message },
    });
    const page = await visit(`/k8s/ns/supply-chain/image-triggers/${standingTrigger}`, 'editor');
    await hand.press(page.getByRole('button', { name: 'Actions' }));
    await hand.press(page.getByRole('menuitem', { name: action }));
    const dialog = page.getByRole('dialog');
    await hand.press(dialog.getByRole('button', { name: action }));
    await expect(dialog.getByText(words)).toBeVisible();
    await expect(dialog.getByText(message)).toBeVisible();
    await hand.press(dialog.getByRole('button', { name: 'Cancel' }));
    await expect(page.getByText('Active since')).toBeVisible();
  });
}
