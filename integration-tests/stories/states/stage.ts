import type { Locator, Page } from '@playwright/test';
import type { PersonName } from '../../../local/cluster/rbac/user';
import { findingsOn } from '../axe';
import type { Hand } from '../hand';
import { expect } from '../story';
import type { PageUnderTest } from './pages';
import type { Site } from './site';

/** What a state is told with. */
export interface Stage {
  readonly subject: PageUnderTest;
  readonly site: Site;
  /** The browser's page, before it is anywhere. */
  readonly page: Page;
  /** Does what the user does to it. */
  readonly hand: Hand;
  /** Opens the page under test: as the admin, in its own project, unless told otherwise. */
  readonly open: (options?: {
    /** Another path of the page. */
    path?: string;
    as?: PersonName;
    project?: string;
    allProjects?: boolean;
  }) => Promise<void>;
}

/** A state of the cluster, and what every page must then show and say. */
export interface State {
  readonly name: string;
  /** API groups that the cluster has not. */
  readonly absentGroups?: readonly string[];
  /** Whether Tekton Results is there. */
  readonly results?: boolean;
  /** Of the answers that the browser reports as errors. */
  readonly expectedStatuses?: readonly number[];
  /** Absent: to every page. */
  readonly appliesTo?: (subject: PageUnderTest) => boolean;
  readonly tell: (stage: Stage) => Promise<void>;
}

/** What stands for what is on its way. */
export const loadingOn = (page: Page): Locator =>
  page.getByText('Loading', { exact: true }).or(page.getByRole('progressbar'));

/** Whatever happened: the page says what it is, has something to say, and waits for nothing. */
export const expectSound = async ({ page, subject }: Stage): Promise<void> => {
  const heading = page.getByRole('heading', { level: 1, name: subject.heading, exact: true });
  await expect(heading).toBeVisible();
  await expect(loadingOn(page)).toHaveCount(0);
  await expect(page.getByRole('main')).toHaveText(/\w/);
};

/** Axe finds nothing on the page as it is, in either theme. */
export const expectAccessible = async ({ page }: Stage): Promise<void> => {
  expect(await findingsOn(page)).toEqual([]);
};

/** The page shows what there is. */
export const expectContent = async (stage: Stage): Promise<void> => {
  await expect(stage.subject.content(stage.page)).toBeVisible();
  await expectSound(stage);
};

/** The longest pause of a page between two attempts to read a list, and some time for the list. */
const healingMs = 40_000;

/** The page shows by itself what there is, some time after the API server answers again. */
export const expectHealing = async (stage: Stage): Promise<void> => {
  await expect(stage.subject.content(stage.page)).toBeVisible({ timeout: healingMs });
  await expectSound(stage);
};

/** The page says all this in place of what it would show, and offers no filters on nothing. */
export const expectInstead = async (stage: Stage, ...words: readonly string[]): Promise<void> => {
  const { page, subject } = stage;
  for (const text of words) await expect(page.getByText(text).first()).toBeVisible();
  await expectSound(stage);
  await expect(subject.content(page)).toBeHidden();
  await expect(page.getByRole('textbox', { name: /^(Filter|Search) / })).toHaveCount(0);
};
