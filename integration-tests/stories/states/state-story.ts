import { expect, story } from '../story';
import { Site } from './site';
import type { SiteOptions } from './site';

interface WorkerFixtures {
  /** The worker's cluster of a kind, started when it is first asked for. */
  siteOf: (options: SiteOptions) => Promise<Site>;
}

interface Fixtures {
  absentGroups: readonly string[];
  results: boolean;
  site: Site;
}

/** A story on a cluster of the worker's own, whose faults end with the story. */
export const stateStory = story.extend<Fixtures, WorkerFixtures>({
  siteOf: [
    // eslint-disable-next-line no-empty-pattern -- Playwright asks for a destructured parameter
    async ({}, use) => {
      const sites = new Map<string, Promise<Site>>();
      await use((options) => {
        const key = JSON.stringify(options);
        const site = sites.get(key) ?? Site.start(options);
        sites.set(key, site);
        return site;
      });
      for (const site of sites.values()) await (await site).close();
    },
    { scope: 'worker' },
  ],
  absentGroups: [[], { option: true }],
  results: [false, { option: true }],
  site: async ({ siteOf, absentGroups, results }, use) => {
    const site = await siteOf({ absentGroups, results });
    await use(site);
    await site.heal();
  },
  baseURL: async ({ site }, use) => use(site.url),
});

export { expect };
