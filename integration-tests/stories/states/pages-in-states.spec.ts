import { pages } from './pages';
import { stateStory } from './state-story';
import { states } from './states';

for (const { name, absentGroups = [], expectedStatuses = [], appliesTo, tell } of states) {
  for (const subject of pages) {
    if (appliesTo?.(subject) === false) continue;
    stateStory.describe(name, () => {
      stateStory.use({ absentGroups, expectedStatuses, by: 'keyboard' });
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
