import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What PatternFly, and so the console, puts on the document for its dark theme. */
const darkClass = 'pf-v6-theme-dark';

/** The rules of axe that a theme decides about. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** Waits until nothing fades any more: half a colour has half a contrast. */
const untilStill = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );

/** What OpenShift's own console draws into a page of the plugin, in its own colours: the sign of a kind, the choice of the project. */
const ofConsole = ['.co-m-resource-icon', '.co-namespace-bar'];

const axeOn = (page: Page): AxeBuilder =>
  ofConsole.reduce((axe, selector) => axe.exclude(selector), new AxeBuilder({ page }));

const findingsOf = async (axe: AxeBuilder, theme: string): Promise<string[]> => {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
};

/**
 * What axe finds on a page: each rule with the elements that break it. Everything in the light
 * theme, the colours in the dark one, too.
 */
export const findingsOn = async (page: Page): Promise<string[]> => {
  const switchTheme = async (isDark: boolean): Promise<void> => {
    await page.evaluate(([name, on]) => document.documentElement.classList.toggle(name, on), [
      darkClass,
      isDark,
    ] as const);
    await untilStill(page);
  };
  await untilStill(page);
  const light = await findingsOf(axeOn(page), 'light');
  await switchTheme(true);
  const dark = await findingsOf(axeOn(page).withRules(rulesOfColours), 'dark');
  await switchTheme(false);
  return [...light, ...dark];
};
