import type { PageUnderTest } from './pages';
import { expectContent } from './stage';
import type { State } from './stage';

const asking: ReadonlySet<PageUnderTest['id']> = new Set([
  'overview',
  'history',
  'push',
  'validation',
]);

/** Tekton Results answers so, and the pages show what the cluster has. */
const answering = (name: string, status: number): State => ({
  name,
  results: true,
  expectedStatuses: [status],
  appliesTo: ({ id }) => asking.has(id),
  tell: async (stage) => {
    const respond = { status, message: 'no records today' };
    await stage.site.fail({ match: { path: '/results.tekton.dev/' }, respond });
    await stage.open();
    await expectContent(stage);
  },
});

/** What Tekton Results can come to. */
export const archiveStates: readonly State[] = [
  {
    name: 'Tekton Results there',
    results: true,
    appliesTo: ({ id }) => asking.has(id),
    tell: async (stage) => {
      await stage.open();
      await expectContent(stage);
    },
  },
  {
    name: 'Tekton Results that does not answer',
    results: true,
    appliesTo: ({ id }) => asking.has(id),
    tell: async (stage) => {
      // Until the story ends.
      await stage.page.route(/results\.tekton\.dev/, () => undefined);
      await stage.open();
      await expectContent(stage);
    },
  },
  answering('Tekton Results that the user may not read', 401),
  answering('Tekton Results that fails', 500),
  answering('Tekton Results that is not reachable', 502),
];
