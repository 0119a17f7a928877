import type { Locator, Page } from '@playwright/test';
import { imagesProject, pipelinesProject, standingStream, standingTrigger } from './site';
import type { Site } from './site';

/** A page of the plugin, and what its states have to know of it. */
export interface PageUnderTest {
  readonly id:
    | 'overview'
    | 'streams'
    | 'triggers'
    | 'details'
    | 'history'
    | 'push'
    | 'validation'
    | 'form'
    | 'edit';
  readonly name: string;
  /** The project where it has something to show. */
  readonly project: string;
  /** Its path in a project, or for all of them where none is given. */
  readonly path: (project: string | undefined, site: Site) => string;
  readonly forAllProjects: boolean;
  readonly heading: string | RegExp;
  /** Matches the requests for the lists without which it has nothing to show. */
  readonly lists: string;
  /** What is there once these lists are. */
  readonly content: (page: Page) => Locator;
}

const pathTo = (segment: string) => (project: string | undefined) =>
  project === undefined ? `/k8s/all-namespaces/${segment}` : `/k8s/ns/${project}/${segment}`;

/** A GET of a list of one of these kinds, with a query or none; a GET of one object goes on. */
const listsOf = (...plurals: readonly string[]): string => `/(${plurals.join('|')})(\\?|$)`;

/** As the form is opened from the row of an ImageStream. */
const chosenStream = encodeURIComponent(`${imagesProject}/${standingStream}`);

const successIn = (page: Page): Locator =>
  page.getByRole('row').filter({ hasText: 'Succeeded' }).first();

export const overview: PageUnderTest = {
  id: 'overview',
  name: 'the overview',
  project: pipelinesProject,
  path: pathTo('image-triggers-overview'),
  forAllProjects: true,
  heading: 'Image triggers overview',
  lists: listsOf('triggers', 'pipelineruns'),
  content: (page) => page.getByText('Missed', { exact: true }),
};

export const streams: PageUnderTest = {
  id: 'streams',
  name: 'the ImageStreams',
  project: imagesProject,
  path: pathTo('image-triggers-streams'),
  forAllProjects: true,
  heading: 'ImageStreams',
  lists: listsOf('imagestreams'),
  content: (page) => page.getByRole('link', { name: standingStream }),
};

const triggers: PageUnderTest = {
  id: 'triggers',
  name: 'the triggers',
  project: pipelinesProject,
  path: pathTo('image-triggers'),
  forAllProjects: true,
  heading: 'Image triggers',
  lists: listsOf('triggers', 'pipelineruns'),
  content: (page) => page.getByRole('link', { name: standingTrigger }),
};

export const details: PageUnderTest = {
  id: 'details',
  name: 'the details of a trigger',
  project: pipelinesProject,
  path: pathTo(`image-triggers/${standingTrigger}`),
  forAllProjects: false,
  heading: standingTrigger,
  lists: listsOf('triggers', 'pipelineruns'),
  content: successIn,
};

export const history: PageUnderTest = {
  id: 'history',
  name: 'the history',
  project: pipelinesProject,
  path: pathTo('image-triggers-history'),
  forAllProjects: true,
  heading: 'Image trigger history',
  lists: listsOf('triggers', 'pipelineruns'),
  content: successIn,
};

export const validation: PageUnderTest = {
  id: 'validation',
  name: 'the validation',
  project: pipelinesProject,
  path: pathTo('image-triggers-validation'),
  forAllProjects: true,
  heading: 'Validation of current images',
  lists: listsOf('triggers', 'pipelineruns'),
  content: (page) => page.getByRole('row').filter({ hasText: 'Passed' }).first(),
};

export const push: PageUnderTest = {
  id: 'push',
  name: 'the details of a push',
  project: pipelinesProject,
  path: (project, { standingPush }) =>
    `${pathTo('image-triggers-history')(project)}/${standingPush}`,
  forAllProjects: false,
  heading: new RegExp(`^${standingTrigger}-[0-9a-f]{8}-[0-9]{10}$`),
  lists: listsOf('triggers', 'pipelineruns'),
  content: (page) => page.getByRole('listitem', { name: 'PipelineRun finished: Done' }),
};

export const form: PageUnderTest = {
  id: 'form',
  name: 'the form',
  project: pipelinesProject,
  path: (project) => `${pathTo('image-triggers/~new')(project)}?stream=${chosenStream}`,
  forAllProjects: true,
  heading: 'Create image trigger',
  lists: listsOf('imagestreams'),
  content: (page) => page.getByText('Latest push'),
};

export const edit: PageUnderTest = {
  id: 'edit',
  name: 'the form with a trigger in it',
  project: pipelinesProject,
  path: pathTo(`image-triggers/${standingTrigger}/~edit`),
  forAllProjects: false,
  heading: `Edit image trigger ${standingTrigger}`,
  lists: listsOf('triggers', 'triggertemplates'),
  content: (page) => page.getByText('Latest push'),
};

/** Every page of the plugin. */
export const pages: readonly PageUnderTest[] = [
  overview,
  streams,
  triggers,
  details,
  history,
  push,
  validation,
  form,
  edit,
];
