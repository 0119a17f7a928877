import type { Translate } from '../../../i18n/use-t';
import { allProjects } from '../form-state';

/** That there is nothing to choose from. */
export const noStreamsText = (t: Translate, project: string): string =>
  project === allProjects
    ? t('There are no ImageStreams in your projects. Push an image first.')
    : t('No ImageStreams in project {{project}}. Push an image, or choose another project.', {
        project,
      });

/** That nobody can tell what there is to choose from. */
export const unreadableText = (t: Translate, project: string): string =>
  project === allProjects
    ? t('The ImageStreams of all projects cannot be read. Choose a project.')
    : t('The ImageStreams of project {{project}} cannot be read', { project });
