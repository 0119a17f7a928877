import type { ArchiveState } from '../domain/archive';
import type { Translate } from './use-t';

/** Why Tekton Results does not tell of pushes whose runs may have been pruned, and what would help. */
export const archiveText = (
  t: Translate,
  archive: ArchiveState,
  momentOf: (time: string) => string,
): string => {
  switch (archive.state) {
    case 'reading':
      return t('Tekton Results is being asked for them.');
    case 'absent':
      return t(
        'Tekton Results would keep them, but it is not installed, or this plugin is not connected to it: see the README of the plugin.',
      );
    case 'forbidden':
      return t(
        'Tekton Results may have them, but you may not read it ({{message}}). Ask an administrator for the permission to list records of results.tekton.dev.',
        { message: archive.problem.message },
      );
    case 'failed':
      return t('Tekton Results may have them, but it could not be read: {{message}}.', {
        message: archive.problem.message,
      });
    case 'read':
      return archive.cutAt === undefined
        ? t('Tekton Results does not have them: they never were, or it was not there to see them.')
        : t('Tekton Results has too many: only those since {{time}} were read.', {
            time: momentOf(archive.cutAt),
          });
  }
};
