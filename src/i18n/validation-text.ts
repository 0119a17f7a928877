import type { CurrentImage, Validation, Verdict } from '../domain/validation';
import { archivedText, pushStatusText, statusMeaning } from './status-text';
import { taggedText } from './stream-text';
import type { Translate } from './use-t';

export const verdictText: Record<Verdict, (t: Translate) => string> = {
  failed: (t) => t('Failed'),
  missed: (t) => t('Missed'),
  unproven: (t) => t('Unproven'),
  never: (t) => t('Never run'),
  running: (t) => t('Running'),
  passed: (t) => t('Passed'),
};

const evidenceText = (
  t: Translate,
  { trigger, pipeline, verdict, evidence }: Validation,
): string => {
  const { run } = evidence;
  const names = { pipeline: `${trigger.namespace}/${pipeline ?? t('None')}`, run: run?.name ?? '' };
  if (verdict === 'passed')
    return t('PipelineRun {{run}} of Pipeline {{pipeline}} succeeded for it at {{at}}.', {
      ...names,
      at: run?.finishedAt ?? t('an unknown time'),
    });
  if (verdict === 'failed')
    return t('PipelineRun {{run}} of Pipeline {{pipeline}} did not succeed for it: {{why}}', {
      ...names,
      why: run?.message ?? statusMeaning(t, evidence),
    });
  return t('Pipeline {{pipeline}} has not passed it: {{why}}', {
    ...names,
    why: statusMeaning(t, evidence),
  });
};

/** An auditor must know that the run was not made for the push that brought the image here. */
const otherPushText = (t: Translate, { row, evidence }: Validation): string[] =>
  evidence.run?.cause && evidence.run.cause.pushedAt !== row.created
    ? [
        t('Each image runs once: the PipelineRun is of the push of this image at {{pushedAt}}.', {
          pushedAt: evidence.run.cause.pushedAt,
        }),
      ]
    : [];

/** An auditor must know of the runs that somebody did not leave it at. */
const earlierText = (t: Translate, { evidence: { run, earlierRuns } }: Validation): string[] =>
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
      image: taggedText(stream, tag),
      digest,
      pushedAt,
    }),
    evidenceText(t, validation),
    ...(validation.evidence.run?.isArchived ? [archivedText(t)] : []),
    ...otherPushText(t, validation),
    ...earlierText(t, validation),
  ].join(' ');
