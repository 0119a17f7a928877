import type { Page } from '@playwright/test';
import { samplePipelineName } from '../../src/domain/sample-pipeline';
import type { Projects } from '../scenarios/projects';

/** Chooses from a combobox by typing, as a user does. */
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  const input = page.getByRole('combobox', { name: label, exact: true });
  await input.click();
  await input.pressSequentially(option);
  await page.getByRole('option', { name: option }).first().click();
};

/** Fills the form up to its review: ImageStream `web` of a project, the sample Pipeline. */
export const fillForm = async (page: Page, projects: Projects, rule?: string): Promise<void> => {
  await choose(page, 'Project of the ImageStream', projects.images);
  await choose(page, 'ImageStream', 'web');
  if (rule !== undefined) {
    await page.getByRole('radio', { name: 'Pattern' }).check();
    await page.getByRole('textbox', { name: 'Pattern' }).fill(rule);
  }
  await page.getByRole('button', { name: 'Next' }).click();
  await choose(page, 'Project of the Pipeline', projects.pipelines);
  await choose(page, 'Pipeline', samplePipelineName);
  await page.getByRole('button', { name: 'Next' }).click();
};

/** The path of the form, with a project chosen. */
export const formPath = ({ pipelines }: Projects): string =>
  `/k8s/ns/${pipelines}/image-triggers/~new`;
