import type { Translate } from './use-t';

/** Why an image trigger cannot be created in a project. */
export const mayNotCreateText = (t: Translate, project: string | undefined): string =>
  t('You do not have permission to create Triggers in project {{project}}.', {
    project: project ?? '',
  });

/** Why what takes a permission for Triggers or their templates cannot be done. */
export const mayNotText: Record<
  'patch' | 'patchTemplates' | 'delete',
  (t: Translate, project: string) => string
> = {
  patch: (t, project) =>
    t('You do not have permission to change Triggers in project {{project}}.', { project }),
  patchTemplates: (t, project) =>
    t('You do not have permission to change TriggerTemplates in project {{project}}.', { project }),
  delete: (t, project) =>
    t('You do not have permission to delete Triggers in project {{project}}.', { project }),
};

/** Why the listener of a project cannot be reached by a user. */
export const mayNotReachText = (t: Translate, project: string): string =>
  t(
    'You do not have permission to reach Services in project {{project}} through the API server (create on services/proxy).',
    { project },
  );
