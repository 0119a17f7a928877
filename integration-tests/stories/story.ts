import { test as base, expect } from '@playwright/test';
import type { ConsoleMessage, Page } from '@playwright/test';
import { readRunningCluster } from '../../local/running-cluster';
import type { PersonName } from '../../local/cluster/rbac/user';
import type { ClusterUnderTest } from '../scenarios/cluster-under-test';
import { controlPlaneAt } from '../scenarios/control-plane';
import { embeddedAt } from '../scenarios/embedded';
import { ScenarioContext } from '../scenarios/scenario-context';
import { keyboardOn, mouseOn } from './hand';
import type { Hand, HandName } from './hand';

interface Fixtures {
  /** Two projects of the story's own, each with an ImageStream `web`; one has a Pipeline. */
  shop: ScenarioContext;
  /** Opens a page of the plugin as somebody. */
  visit: (path: string, as?: PersonName) => Promise<Page>;
  /** Does what the user does to the page, by mouse unless the story says otherwise. */
  hand: Hand;
}

export interface StoryOptions {
  /** Of the console host that `npm start` runs, whose cluster the stories are told on. */
  clusterPort: number;
  /** Whether the pages are shown by a console that is not ours. */
  isOtherConsole: boolean;
  expectedStatuses: readonly number[];
  by: HandName;
}

/** Messages of the browser about answers that a story asked the API server to refuse. */
const isExpected = (message: string, expected: readonly number[]): boolean =>
  expected.some((status) => message.includes(`status of ${status}`));

/**
 * Whether a message is the plugin's or what it made of it: OpenShift's own console also reports what
 * it misses in a cluster that has no more than the plugin needs.
 */
const isOfPlugin = (message: ConsoleMessage): boolean =>
  message.location().url.includes('/api/plugins/image-triggers-plugin/');

/** The cluster of a console host. */
const clusterOf = (port: number): ClusterUnderTest => {
  const running = readRunningCluster(port);
  if (!running) throw new Error('The console for the stories has not started.');
  const { name, url, tokens } = running;
  return name === 'embedded'
    ? embeddedAt(url, () => Promise.resolve())
    : controlPlaneAt(url, tokens);
};

/** In the page: makes an error of every use of a pointer, which fails the story. */
const refusePointers = (): void => {
  document.addEventListener(
    'pointerdown',
    () => {
      throw new Error('A pointer was used in a story by keyboard');
    },
    { capture: true },
  );
};

/** For a failure that only one machine has: what it leaves in files stays there. */
const sayWhatIsSeen = async (page: Page): Promise<void> => {
  console.log(page.url(), await page.locator('body').ariaSnapshot());
};

/** A story, told on what `npm start` starts. It fails on any error in the browser's console. */
export const story = base.extend<Fixtures & StoryOptions>({
  clusterPort: [0, { option: true }],
  isOtherConsole: [false, { option: true }],
  expectedStatuses: [[], { option: true }],
  by: ['mouse', { option: true }],
  shop: async ({ clusterPort }, use) => {
    await ScenarioContext.use(clusterOf(clusterPort), use);
  },
  page: async ({ page, isOtherConsole, expectedStatuses, by }, use, info) => {
    if (by === 'keyboard') await page.addInitScript(refusePointers);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() !== 'error' || (isOtherConsole && !isOfPlugin(message))) return;
      if (!isExpected(message.text(), expectedStatuses)) errors.push(message.text());
    });
    await use(page);
    if (info.status !== info.expectedStatus) await sayWhatIsSeen(page);
    expect(errors).toEqual([]);
  },
  hand: async ({ page, by }, use) => {
    await use(by === 'mouse' ? mouseOn(page) : keyboardOn(page));
  },
  visit: async ({ page, baseURL }, use) => {
    await use(async (path, as = 'admin') => {
      const url = baseURL ?? '';
      await page.context().addCookies([{ name: 'local-console-user', value: as, url }]);
      await page.goto(path);
      return page;
    });
  },
});

/** Tells a story twice: by the mouse, and by the keyboard alone. */
export const storyByHand = (
  title: string,
  body: (fixtures: Fixtures & { page: Page }) => Promise<void>,
): void => {
  for (const by of ['mouse', 'keyboard'] as const)
    story.describe(`by ${by}`, () => {
      story.use({ by });
      // The way to each control is a key a stop.
      if (by === 'keyboard') story.slow();
      story(title, body);
    });
};

export { expect };
