import type { AccessQuestion } from '../domain/access';
import type { Translate } from './use-t';

/** Why an image trigger cannot be created in a project. */
export const mayNotCreateText = (t: Translate, project: string | undefined): string =>
  t('You do not have permission to create Triggers in project {{project}}.', {
    project: project ?? '',
  });

/** Why what takes a permission for Triggers cannot be done. */
export const mayNotText: Record<
  Extract<AccessQuestion['verb'], 'patch' | 'delete'>,
  (t: Translate, project: string) => string
> = {
  patch: (t, project) =>
    t('You do not have permission to change Triggers in project {{project}}.', { project }),
  delete: (t, project) =>
    t('You do not have permission to delete Triggers in project {{project}}.', { project }),
};
