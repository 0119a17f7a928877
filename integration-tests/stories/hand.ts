import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** By what the user of a story works. */
export type HandName = 'mouse' | 'keyboard';

/** What a user does to a page, by whichever hand; everything else of a story is only looked at. */
export interface Hand {
  readonly page: Page;
  /** Presses a button, follows a link, takes an item of a menu, switches a switch or a radio. */
  readonly press: (target: Locator) => Promise<void>;
  /** Presses what is there but disabled: nothing may come of it. */
  readonly pressInVain: (target: Locator) => Promise<void>;
  /** Goes to something, which then says more of itself, and presses nothing. */
  readonly pointAt: (target: Locator) => Promise<void>;
  /** Types into a field, in place of what it holds. */
  readonly type: (field: Locator, text: string) => Promise<void>;
  /** Chooses from the list of a select of the browser. */
  readonly select: (field: Locator, option: string) => Promise<void>;
}

export const mouseOn = (page: Page): Hand => ({
  page,
  press: async (target) => {
    // PatternFly draws a switch over its input: what one clicks at is the label around both.
    const isSwitch = (await target.getAttribute('role')) === 'switch';
    await (isSwitch ? target.locator('xpath=..') : target).click();
  },
  // By force: Playwright would wait for it to be enabled.
  pressInVain: (target) => target.click({ force: true }),
  pointAt: (target) => target.hover(),
  type: async (field, text) => {
    await field.click();
    await field.press('ControlOrMeta+a');
    await field.pressSequentially(text);
  },
  select: async (field, option) => {
    await field.selectOption({ label: option });
  },
});

/** Chooses by what the toolbar of a table filters. */
export const filterBy = async ({ page, press }: Hand, label: string): Promise<void> => {
  await press(page.getByRole('button', { name: /^Filter by: / }));
  await press(page.getByRole('option', { name: label, exact: true }));
};

/** No page of the plugin has as many places to stop at. */
const mostKeys = 150;

/**
 * The key that leads from where the focus is to an element: Tab, or an arrow inside of a menu, a
 * list or a group of radios, which are one stop each. Runs in the page; undefined where it is there.
 */
const keyTowards = (target: Element): string | undefined => {
  const focus = document.activeElement;
  const marked = focus?.getAttribute('aria-activedescendant') ?? '';
  if (focus === target || (marked !== '' && marked === target.id)) return undefined;
  const lists = '[role="menu"], [role="listbox"]';
  const isOpener = focus?.getAttribute('aria-expanded') === 'true';
  const isRadioOfGroup =
    focus instanceof HTMLInputElement &&
    target instanceof HTMLInputElement &&
    target.type === 'radio' &&
    focus.name === target.name;
  // A menu in groups is a list for each, and the arrows lead through all.
  const isWithin = target.closest(lists) && (isOpener || focus?.closest(lists));
  return isWithin || isRadioOfGroup ? 'ArrowDown' : 'Tab';
};

/** Brings the focus to an element by keys alone. */
const reach = async (target: Locator): Promise<void> => {
  const { keyboard } = target.page();
  await expect(target).toBeVisible();
  for (let keys = 0; keys < mostKeys; keys += 1) {
    const key = await target.evaluate(keyTowards);
    if (key === undefined) return;
    await keyboard.press(key);
  }
  throw new Error(`No key leads to ${String(target)}.`);
};

/**
 * Puts the pointer where nothing appears. At the first corner, where a browser has it until it is
 * moved, every tooltip is drawn before it is placed, and a pointer under it takes it away again.
 */
const layPointerAside = async (page: Page): Promise<void> => {
  const { width, height } = page.viewportSize() ?? { width: 1, height: 1 };
  await page.mouse.move(width - 1, height - 1);
};

/** A user without a mouse: the keys of the keyboard and nothing else. */
export const keyboardOn = (page: Page): Hand => ({
  page,
  press: async (target) => {
    await expect(target).toBeEnabled();
    await reach(target);
    const isTicked = await target.evaluate((element) =>
      element.matches('[type=checkbox], [type=radio]'),
    );
    await page.keyboard.press(isTicked ? 'Space' : 'Enter');
  },
  pressInVain: async (target) => {
    await reach(target);
    await page.keyboard.press('Enter');
  },
  pointAt: async (target) => {
    await layPointerAside(page);
    await reach(target);
  },
  type: async (field, text) => {
    await reach(field);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  },
  select: async (field, option) => {
    await reach(field);
    // What is typed finds the option that begins with it.
    await page.keyboard.type(option);
  },
});
