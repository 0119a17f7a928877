import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/** Types into a field with a list until its option is there, and takes it, all by the keyboard. */
export const choose = async (user: UserEvent, field: string, name: string): Promise<void> => {
  await user.click(await screen.findByRole('combobox', { name: field }));
  await user.keyboard(name);
  await screen.findByRole('option', { name: new RegExp(`^${name}`) });
  await user.keyboard('{ArrowDown}{Enter}');
};

/** The button of the form's footer. */
export const footerButton = (name: string): HTMLElement =>
  within(document.querySelector<HTMLElement>('.pf-v6-c-wizard__footer')!).getByRole('button', {
    name,
  });

/** First step: the ImageStream `order-service`, any tag. */
export const fillStream = async (user: UserEvent): Promise<void> => {
  await choose(user, 'Project of the ImageStream', 'shop-images');
  await choose(user, 'ImageStream', 'order-service');
};

/** Second step: the Pipeline `print-image`, with what is proposed. */
export const fillPipeline = async (user: UserEvent, pipeline = 'print-image'): Promise<void> => {
  await user.click(footerButton('Next'));
  await choose(user, 'Project of the Pipeline', 'supply-chain');
  await choose(user, 'Pipeline', pipeline);
};
