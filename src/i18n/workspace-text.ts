import { workspaceBinding } from '../domain/workspace';
import type { DraftWorkspace, WorkspaceProblem, WorkspaceSource } from '../domain/workspace';
import type { Translate } from './use-t';

/** What can fill a workspace, in the words of a choice. */
export const workspaceSourceText: Record<WorkspaceSource['from'], (t: Translate) => string> = {
  nothing: (t) => t('Nothing'),
  volumeClaimTemplate: (t) => t('New volume for every run'),
  persistentVolumeClaim: (t) => t('PersistentVolumeClaim'),
  emptyDir: (t) => t('Empty directory'),
  secret: (t) => t('Secret'),
  configMap: (t) => t('ConfigMap'),
  kept: (t) => t('Kept as it is'),
};

/** What a choice means for the runs. */
export const workspaceHelpText: Record<
  WorkspaceSource['from'],
  ((t: Translate) => string) | undefined
> = {
  nothing: undefined,
  volumeClaimTemplate: (t) =>
    t('Recommended: the tasks of a run share it, no other run does, and it goes with the run.'),
  persistentVolumeClaim: (t) =>
    t(
      'All runs share it: those at the same time can spoil each other’s files, and with ReadWriteOnce they wait for one node.',
    ),
  emptyDir: (t) => t('Every task gets one of its own: no task sees the files of another.'),
  secret: (t) => t('Its keys are files that the tasks can read.'),
  configMap: (t) => t('Its keys are files that the tasks can read.'),
  kept: (t) => t('The form has no fields for it.'),
};

/** What fills a workspace, in full. */
export const workspaceText = (t: Translate, workspace: DraftWorkspace): string => {
  const { source } = workspace;
  switch (source.from) {
    case 'nothing':
    case 'emptyDir':
      return workspaceSourceText[source.from](t);
    case 'kept':
      return JSON.stringify(workspaceBinding(workspace));
    case 'secret':
      return t('Secret {{name}}', { name: source.name });
    case 'configMap':
      return t('ConfigMap {{name}}', { name: source.name });
    case 'persistentVolumeClaim':
      return source.subPath === ''
        ? t('PersistentVolumeClaim {{name}}', { name: source.name })
        : t('PersistentVolumeClaim {{name}}, folder {{path}}', {
            name: source.name,
            path: source.subPath,
          });
    case 'volumeClaimTemplate':
      return [
        t('New volume of {{size}} for every run', { size: source.size }),
        source.accessMode,
        ...(source.storageClass === ''
          ? []
          : [t('storage class {{name}}', { name: source.storageClass })]),
      ].join(', ');
  }
};

const illegalName = (t: Translate): string =>
  t('Use lower case letters, digits, hyphens and dots; start and end with a letter or digit.');

export const workspaceProblemText: Record<WorkspaceProblem['code'], (t: Translate) => string> = {
  'workspace-missing': (t) => t('The Pipeline needs this workspace: choose what fills it.'),
  'workspace-object-missing': (t) => t('Enter a name.'),
  'workspace-object-illegal': illegalName,
  'workspace-path': (t) => t('Enter a path below the root of the volume, without .. and $( in it.'),
  'workspace-size': (t) => t('Enter a size, such as 1Gi or 500Mi.'),
  'workspace-class': illegalName,
};
