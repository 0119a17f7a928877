import { next } from '../form';
import type { Hand } from '../hand';
import { expect } from '../story';
import type { PageUnderTest } from './pages';
import { reasons } from './people';
import type { Person } from './people';
import { pipelinesProject, standingStream, standingTrigger } from './site';

/** The button that creates: it leads to the form, or says why it does not. */
const expectCreate = async (hand: Hand, allowed: boolean, reason: string): Promise<void> => {
  const { page } = hand;
  const title = 'Create image trigger';
  if (allowed) {
    await hand.press(page.getByRole('link', { name: title }).first());
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    return;
  }
  const button = page.getByRole('button', { name: title }).first();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await hand.pointAt(button);
  await expect(page.getByRole('tooltip')).toHaveText(reason);
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
};

/** The entries of a menu: what cannot be done is disabled, and says why. */
const expectMenu = async (
  hand: Hand,
  menu: string,
  entries: Readonly<Record<string, string | undefined>>,
): Promise<void> => {
  const { page } = hand;
  await hand.press(page.getByRole('button', { name: menu, exact: true }));
  for (const [title, reason] of Object.entries(entries)) {
    const entry = page.getByRole('menuitem', { name: title });
    if (reason === undefined) await expect(entry).not.toHaveAttribute('aria-disabled', 'true');
    else {
      await expect(entry).toHaveAttribute('aria-disabled', 'true');
      await expect(entry).toContainText(reason);
      await hand.pressInVain(entry);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
  await page.keyboard.press('Escape');
};

const menuOf = ({ mayWriteTriggers }: Person) => ({
  Edit: mayWriteTriggers ? undefined : reasons.pause,
  Clone: mayWriteTriggers ? undefined : reasons.create,
  Repair: mayWriteTriggers ? undefined : reasons.pause,
  Pause: mayWriteTriggers ? undefined : reasons.pause,
  Delete: mayWriteTriggers ? undefined : reasons.delete,
});

/** From the ImageStream that is chosen to the review, which says what is allowed. */
const fillForm = async (hand: Hand, { mayWriteTriggers, mayCreateAll }: Person): Promise<void> => {
  const { page } = hand;
  await next(hand);
  await expect(page.getByText(reasons.create)).toHaveCount(mayWriteTriggers ? 0 : 1);
  await hand.type(page.getByRole('combobox', { name: 'Pipeline', exact: true }), 'print-image');
  await hand.press(page.getByRole('option', { name: 'print-image' }));
  await next(hand);
  const create = page.getByRole('button', { name: 'Create', exact: true });
  if (mayCreateAll) await expect(create).toBeEnabled();
  else {
    await expect(page.getByText('You do not have permission to create this trigger')).toBeVisible();
    await expect(page.getByText('create Roles in project supply-chain')).toBeVisible();
    await expect(create).toBeDisabled();
  }
};

type Offers = (hand: Hand, person: Person) => Promise<void>;

/** What there is to do is in the rows; where there are none, it is to create a trigger. */
const expectCreateInEmpty =
  (segment: string): Offers =>
  async ({ page }, { mayWriteTriggers }) => {
    await page.goto(`/k8s/ns/shop-payments/${segment}`);
    const name = /No image triggers|You do not have permission/;
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    const form = page.getByRole('link', { name: 'Create image trigger' });
    await expect(form).toHaveCount(mayWriteTriggers ? 1 : 0);
  };

/** What each page offers to whom, once it shows what there is, or says that it may not. */
export const offers: Record<PageUnderTest['id'], Offers> = {
  overview: (hand, { mayWriteTriggers }) => expectCreate(hand, mayWriteTriggers, reasons.create),
  streams: async (hand, { mayRead, mayWriteTriggers }) => {
    const reason = mayWriteTriggers ? undefined : reasons.createBesideImages;
    if (mayRead)
      await expectMenu(hand, `Actions on ${standingStream}`, { 'Create image trigger': reason });
    await expectCreate(hand, mayWriteTriggers, reasons.createBesideImages);
  },
  triggers: async (hand, person) => {
    if (person.mayRead) await expectMenu(hand, `Actions on ${standingTrigger}`, menuOf(person));
    const name = `Select image trigger ${standingTrigger} in project ${pipelinesProject}`;
    const checkbox = hand.page.getByRole('checkbox', { name });
    await expect(checkbox).toHaveCount(person.mayWriteTriggers ? 1 : 0);
    await expectCreate(hand, person.mayWriteTriggers, reasons.create);
  },
  details: async (hand, person) => {
    if (person.mayRead) await expectMenu(hand, 'Actions', menuOf(person));
    else await expect(hand.page.getByRole('button', { name: 'Actions' })).toHaveCount(0);
  },
  history: expectCreateInEmpty('image-triggers-history'),
  validation: expectCreateInEmpty('image-triggers-validation'),
  push: async ({ page }, { mayRead }) => {
    // A push that has run offers nothing but to look further.
    await expect(page.getByRole('button', { name: 'Run now' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Logs of the PipelineRun' })).toHaveCount(
      mayRead ? 1 : 0,
    );
  },
  edit: async (hand, person) => {
    if (!person.mayRead) return;
    const { page } = hand;
    await hand.press(page.getByRole('radio', { name: 'Pattern' }));
    await hand.type(page.getByRole('textbox', { name: 'Pattern' }), 'v*');
    await next(hand);
    await next(hand);
    const save = page.getByRole('button', { name: 'Save', exact: true });
    if (person.mayWriteTriggers) await expect(save).toBeEnabled();
    else {
      await expect(page.getByText('was refused').first()).toBeVisible();
      await expect(save).toHaveCount(0);
    }
  },
  form: async (hand, person) => {
    if (person.mayRead) await fillForm(hand, person);
    else
      await expect(
        hand.page.getByText('There is no project that you can see. Ask an administrator').first(),
      ).toBeVisible();
  },
};
