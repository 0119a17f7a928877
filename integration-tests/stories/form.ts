import { samplePipelineName } from '../../src/domain/sample-pipeline';
import type { Projects } from '../scenarios/projects';
import type { Hand } from './hand';

/** Chooses from a combobox by typing, as a user does. */
const choose = async ({ page, press, type }: Hand, label: string, name: string): Promise<void> => {
  await type(page.getByRole('combobox', { name: label, exact: true }), name);
  await press(page.getByRole('option', { name }).first());
};

/** First step: ImageStream `web` of a project. */
export const fillStream = async (hand: Hand, { images }: Projects): Promise<void> => {
  await choose(hand, 'Project of the ImageStream', images);
  await choose(hand, 'ImageStream', 'web');
};

/** Second step: a Pipeline, the sample one unless told otherwise. */
export const fillPipeline = async (
  hand: Hand,
  { pipelines }: Projects,
  name = samplePipelineName,
): Promise<void> => {
  await choose(hand, 'Project of the Pipeline', pipelines);
  await choose(hand, 'Pipeline', name);
};

/** Goes to the next step of the form. */
export const next = ({ page, press }: Hand): Promise<void> =>
  press(page.getByRole('button', { name: 'Next', exact: true }));

/** Fills the form up to its review: ImageStream `web` of a project, the sample Pipeline. */
export const fillForm = async (hand: Hand, projects: Projects, rule?: string): Promise<void> => {
  const { page, press, type } = hand;
  await fillStream(hand, projects);
  if (rule !== undefined) {
    await press(page.getByRole('radio', { name: 'Pattern' }));
    await type(page.getByRole('textbox', { name: 'Pattern' }), rule);
  }
  await next(hand);
  await fillPipeline(hand, projects);
  await next(hand);
};

/** The path of the form, with a project chosen. */
export const formPath = ({ pipelines }: Projects): string =>
  `/k8s/ns/${pipelines}/image-triggers/~new`;
