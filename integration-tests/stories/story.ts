import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readRunningCluster } from '../../local/running-cluster';
import type { PersonName } from '../scenarios/cluster-under-test';
import { embeddedAt } from '../scenarios/embedded';
import { ScenarioContext } from '../scenarios/scenario-context';

interface Fixtures {
  /** Two projects of the story's own, each with an ImageStream `web`; one has a Pipeline. */
  shop: ScenarioContext;
  /** Opens a page of the plugin as somebody. */
  visit: (path: string, as?: PersonName | 'viewer') => Promise<Page>;
}

/** Messages of the browser about answers that a story asked the API server to refuse. */
const isExpected = (message: string, expected: readonly number[]): boolean =>
  expected.some((status) => message.includes(`status of ${status}`));

/** A story, told on what `npm start` starts. It fails on any error in the browser's console. */
export const story = base.extend<Fixtures & { expectedStatuses: number[] }>({
  expectedStatuses: [[], { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright asks for a destructured parameter
  shop: async ({}, use) => {
    const running = readRunningCluster();
    if (!running) throw new Error('The console for the stories has not started.');
    const cluster = embeddedAt(running.url, () => Promise.resolve());
    await ScenarioContext.use(cluster, use);
  },
  page: async ({ page, expectedStatuses }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text(), expectedStatuses))
        errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
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

export { expect };
