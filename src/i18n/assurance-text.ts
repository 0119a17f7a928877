import type { Assurance } from '../domain/assurance';
import type { Translate } from './use-t';

const pushesText = (t: Translate, { pushes, ran, waiting, whilePaused }: Assurance): string[] => {
  if (pushes === 0) return [t('No image has been pushed in the last 24 hours.')];
  return [
    ran === pushes
      ? t('All {{count}} pushes of the last 24 hours have their PipelineRun.', { count: pushes })
      : t('{{ran}} of {{count}} pushes of the last 24 hours have their PipelineRun.', {
          ran,
          count: pushes,
        }),
    ...(waiting > 0 ? [t('{{count}} are on their way.', { count: waiting })] : []),
    ...(whilePaused > 0
      ? [t('{{count}} came while their trigger was paused.', { count: whilePaused })]
      : []),
  ];
};

/** What a statement that all is well rests on, in sentences. */
export const assuranceText = (t: Translate, assurance: Assurance): string => {
  const { readyRelays } = assurance;
  return [
    ...pushesText(t, assurance),
    t('No current image has failed its Pipeline.'),
    ...(readyRelays === undefined
      ? []
      : [
          t('Event sources and listeners are ready in {{count}} projects.', { count: readyRelays }),
        ]),
  ].join(' ');
};
