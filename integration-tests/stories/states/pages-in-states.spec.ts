import { pages } from './pages';
import { stateStory } from './state-story';
import { states } from './states';

for (const state of states) {
  const {
    name,
    absentGroups = [],
    results = false,
    expectedStatuses = [],
    appliesTo,
    tell,
  } = state;
  for (const subject of pages) {
    if (appliesTo?.(subject) === false) continue;
    stateStory.describe(name, () => {
      stateStory.use({ absentGroups, results, expectedStatuses, by: 'keyboard' });
      stateStory(`on ${subject.name}`, async ({ site, page, hand, visit }) => {
        await tell({
          subject,
          site,
          page,
          hand,
          open: async ({ as, path, project = subject.project, allProjects } = {}) => {
            await visit(path ?? subject.path(allProjects ? undefined : project, site), as);
          },
        });
      });
    });
  }
}
