import { expect } from '../story';
import { form } from './pages';
import { expectAccessible, expectContent, expectHealing, expectInstead, loadingOn } from './stage';
import type { Stage, State } from './stage';

/** A page of which the API server refuses the lists for a while. */
const failing = (
  name: string,
  respond: { readonly status: number; readonly retryAfterSeconds?: number },
  words: { readonly title: string; readonly rest: readonly string[] },
): State => ({
  name,
  expectedStatuses: [respond.status],
  tell: async (stage) => {
    const { site, subject, open } = stage;
    const message = 'etcd leader changed';
    await site.fail({
      match: { path: subject.lists, method: 'GET' },
      respond: { ...respond, message },
    });
    await open();
    // The form keeps what was filled in, so it says in an alert what it cannot offer.
    const title =
      subject === form ? 'The ImageStreams of project shop-images cannot be read' : words.title;
    await expectInstead(stage, title, message, ...words.rest);
    // A busy server differs in the words only.
    if (respond.status === 500) await expectAccessible(stage);
    await site.heal();
    await expectHealing(stage);
  },
});

/** Lets the page's requests for its lists wait, until the function that it answers is called. */
const holdLists = async ({ page, subject }: Stage): Promise<() => void> => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(new RegExp(subject.lists), async (route) => {
    await answered;
    await route.continue();
  });
  return () => answer();
};

/** What goes by, and what there is when nothing is wrong. */
export const failures: readonly State[] = [
  {
    name: 'everything there',
    tell: async (stage) => {
      await stage.open();
      await expectContent(stage);
    },
  },
  {
    name: 'loading',
    tell: async (stage) => {
      const { page, subject, open } = stage;
      const answer = await holdLists(stage);
      await open();
      await expect(page.getByRole('heading', { level: 1, name: subject.heading })).toBeVisible();
      await expect(loadingOn(page).first()).toBeAttached();
      await expect(subject.content(page)).toBeHidden();
      answer();
      await expectContent(stage);
    },
  },
  {
    name: 'an API server that takes more than five seconds',
    tell: async (stage) => {
      const { page, open } = stage;
      // For as long as the page takes to say so: a fixed delay could end between two looks at it.
      const answer = await holdLists(stage);
      await page.clock.install();
      await open();
      await expect(loadingOn(page).first()).toBeAttached();
      await page.clock.fastForward(5_000);
      await expect(page.getByText('Still waiting for the API server.').first()).toBeVisible();
      answer();
      await expectContent(stage);
      await expect(page.getByText('Still waiting for the API server.')).toHaveCount(0);
    },
  },
  failing(
    'an API server that fails',
    { status: 500 },
    {
      title: 'The API server could not answer',
      rest: ['If it persists, tell a cluster administrator.'],
    },
  ),
  failing(
    'a busy API server',
    { status: 429, retryAfterSeconds: 1 },
    {
      title: 'The API server is busy',
      rest: ['The API server asks to wait 1 s.'],
    },
  ),
];
