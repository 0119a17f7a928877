import { anyImageText } from '../../i18n/stream-text';
import { rangeChoices } from '../../components/range-choices';
import type { TableFilter } from '../../components/TableFilters';
import type { AllHistory } from '../../cluster/use-all-history';
import { pushStatuses, runStatuses, underWayStatuses } from '../../domain/history';
import type { PushStatus } from '../../domain/history';
import { triggerKey } from '../../domain/image-trigger';
import { clusterImages, streamKey } from '../../domain/push';
import { pipelineKey } from '../../domain/validation';
import { outcomes, statusesOf } from '../../domain/timeline';
import { outcomeText } from '../../i18n/outcome-text';
import { pushStatusText } from '../../i18n/status-text';
import type { Translate } from '../../i18n/use-t';

/** What needs a person most. */
export const troubleStatuses = ['failed', 'missed'] as const satisfies readonly PushStatus[];

/** What rows can belong to: image triggers, and chains that were found. */
export const ownersOf = ({ triggers, found }: AllHistory): { key: string; name: string }[] => [
  ...triggers.map((trigger) => ({ key: triggerKey(trigger), name: trigger.name })),
  ...found.chains,
];

/** The ImageStreams that rows can be of, by key. */
const streamsOf = ({ triggers, found }: AllHistory): string[] => {
  const bound = triggers.flatMap(({ binding }) => binding?.stream ?? []);
  const told = found.rows.flatMap(({ stream }) => stream ?? []);
  return [...new Set([...bound, ...told].map(streamKey))].sort();
};

/** The Pipelines that rows can be of, by key. */
const pipelineKeysOf = ({ triggers }: AllHistory): string[] =>
  [
    ...new Set(
      triggers.flatMap(({ namespace, pipeline: name }) =>
        name === undefined ? [] : pipelineKey({ namespace, name }),
      ),
    ),
  ].sort();

/**
 * What the history can be filtered by.
 * @param range the one that is chosen
 */
export const filtersOf = (t: Translate, history: AllHistory, range: string): TableFilter[] => {
  const owners = ownersOf(history);
  const namesakes = new Map<string, number>();
  for (const { name } of owners) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  return [
    { name: 'search', label: t('Name, tag or digest'), hint: t('Search pushes') },
    {
      name: 'status',
      label: t('Status'),
      choices: [
        { value: runStatuses.join(','), title: t('With a PipelineRun') },
        { value: underWayStatuses.join(','), title: t('Under way') },
        { value: troubleStatuses.join(','), title: t('Missed or failed') },
        ...outcomes
          .map((outcome) => ({ statuses: statusesOf(outcome, pushStatuses), outcome }))
          .filter(({ statuses }) => statuses.length > 1)
          .map(({ statuses, outcome }) => ({
            value: statuses.join(','),
            title: outcomeText[outcome](t),
          })),
        ...pushStatuses.map((status) => ({
          value: status,
          title: pushStatusText[status].title(t),
        })),
      ],
    },
    {
      name: 'range',
      label: t('Time'),
      choices: rangeChoices(t, range),
    },
    {
      name: 'only',
      label: t('Pushes'),
      choices: [{ value: 'newest', title: t('Newest of each tag') }],
    },
    {
      name: 'trigger',
      label: t('Trigger'),
      choices: owners.map(({ key, name }) => ({
        value: key,
        title: namesakes.get(name) === 1 ? name : key,
      })),
    },
    {
      name: 'stream',
      label: t('ImageStream'),
      choices: streamsOf(history).map((stream) => ({
        value: stream,
        title: stream === streamKey(clusterImages) ? anyImageText(t) : stream,
      })),
    },
    {
      name: 'pipeline',
      label: t('Pipeline'),
      choices: pipelineKeysOf(history).map((pipeline) => ({ value: pipeline, title: pipeline })),
    },
    { name: 'tag', label: t('Tag'), hint: t('Whole tag') },
    { name: 'digest', label: t('Digest'), hint: t('Beginning of a digest') },
  ];
};
