import { expect, story } from '../story';
import { Site } from './site';

interface WorkerFixtures {
  /** The worker's cluster without some API groups, started when it is first asked for. */
  siteWithout: (absentGroups: readonly string[]) => Promise<Site>;
}

interface Fixtures {
  absentGroups: readonly string[];
  site: Site;
}

/** A story on a cluster of the worker's own, whose faults end with the story. */
export const stateStory = story.extend<Fixtures, WorkerFixtures>({
  siteWithout: [
    // eslint-disable-next-line no-empty-pattern -- Playwright asks for a destructured parameter
    async ({}, use) => {
      const sites = new Map<string, Promise<Site>>();
      await use((absentGroups) => {
        const key = absentGroups.join(' ');
        const site = sites.get(key) ?? Site.start(absentGroups);
        sites.set(key, site);
        return site;
      });
      for (const site of sites.values()) await (await site).close();
    },
    { scope: 'worker' },
  ],
  absentGroups: [[], { option: true }],
  site: async ({ siteWithout, absentGroups }, use) => {
    const site = await siteWithout(absentGroups);
    await use(site);
    await site.heal();
  },
  baseURL: async ({ site }, use) => use(site.url),
});

export { expect };
