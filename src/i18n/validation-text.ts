import { streamKey } from '../domain/push';
import type { CurrentImage, Validation, Verdict } from '../domain/validation';
import { archivedText, pushStatusText, statusMeaning } from './status-text';
import type { Translate } from './use-t';

export const verdictText: Record<Verdict, (t: Translate) => string> = {
  failed: (t) => t('Failed'),
  missed: (t) => t('Missed'),
  unproven: (t) => t('Unproven'),
  never: (t) => t('Never run'),
  running: (t) => t('Running'),
  passed: (t) => t('Passed'),
};

const evidenceText = (t: Translate, { trigger, pipeline, verdict, row }: Validation): string => {
  const { run } = row;
  const names = { pipeline: `${trigger.namespace}/${pipeline ?? t('None')}`, run: run?.name ?? '' };
  if (verdict === 'passed')
    return t('PipelineRun {{run}} of Pipeline {{pipeline}} succeeded for it at {{at}}.', {
      ...names,
      at: run?.finishedAt ?? t('an unknown time'),
    });
  if (verdict === 'failed')
    return t('PipelineRun {{run}} of Pipeline {{pipeline}} did not succeed for it: {{why}}', {
      ...names,
      why: run?.message ?? statusMeaning(t, row),
    });
  return t('Pipeline {{pipeline}} has not passed it: {{why}}', {
    ...names,
    why: statusMeaning(t, row),
  });
};

/** An auditor must know of the runs that somebody did not leave it at. */
const earlierText = (t: Translate, { row: { run, earlierRuns } }: Validation): string[] =>
  earlierRuns.length === 0
    ? []
    : [
        t('{{user}} ran it again after {{runs}}.', {
          user:
            run?.replayedBy === undefined || run.replayedBy === '' ? t('A user') : run.replayedBy,
          runs: earlierRuns
            .map(({ name, status }) => `${name} (${pushStatusText[status].title(t)})`)
            .join(', '),
        }),
      ];

/**
 * Whether an image has passed a Pipeline, as one statement for somebody who was not there: it names
 * the image, the run and the times (RFC 3339, as the API server wrote them).
 */
export const statementText = (
  t: Translate,
  { stream, tag, digest, pushedAt }: CurrentImage,
  validation: Validation,
): string =>
  [
    t('{{image}} is {{digest}} since {{pushedAt}}.', {
      image: `${streamKey(stream)}:${tag}`,
      digest,
      pushedAt,
    }),
    evidenceText(t, validation),
    ...(validation.row.run?.isArchived ? [archivedText(t)] : []),
    ...earlierText(t, validation),
  ].join(' ');
