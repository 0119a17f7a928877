import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import type { Column } from '../../components/DataTable';
import { HealthLabel } from '../../components/HealthLabel';
import { KindLink } from '../../components/KindLink';
import { PushStatusLabel } from '../../components/PushStatusLabel';
import { TriggerLink } from '../../components/TriggerLink';
import type { Health } from '../../domain/health';
import type { HistoryRow } from '../../domain/history';
import type { ImageTrigger } from '../../domain/image-trigger';
import { tagRuleText } from '../../i18n/form-text';
import { pushStatusText } from '../../i18n/status-text';
import type { Translate } from '../../i18n/use-t';
import { imageStreamKind } from '../../k8s/image-stream';
import { pipelineKind } from '../../k8s/pipeline';
import { projectKind } from '../../k8s/project';
import { TriggerMenu } from './TriggerMenu';
import type { TriggerActions } from './use-trigger-actions';

export interface TriggerRow {
  readonly trigger: ImageTrigger;
  /** undefined while it is not known. */
  readonly health: Health | undefined;
  readonly last: HistoryRow | undefined;
}

const unreadable = (t: Translate): string => t('Changed by hand');

/** The columns of the list of image triggers. */
export const triggerColumns = (
  t: Translate,
  start: TriggerActions['start'],
): Column<TriggerRow>[] => [
  {
    id: 'name',
    title: t('Name'),
    cell: ({ trigger }) => <TriggerLink trigger={trigger} />,
    sortKey: ({ trigger }) => trigger.name,
  },
  {
    id: 'namespace',
    title: t('Namespace'),
    cell: ({ trigger }) => <KindLink kind={projectKind} name={trigger.namespace} />,
    sortKey: ({ trigger }) => trigger.namespace,
  },
  {
    id: 'stream',
    title: t('ImageStream'),
    cell: ({ trigger: { binding } }) =>
      binding ? <KindLink kind={imageStreamKind} {...binding.stream} /> : unreadable(t),
    sortKey: ({ trigger }) => trigger.binding?.stream.name,
  },
  {
    id: 'rule',
    title: t('Tags'),
    cell: ({ trigger: { binding } }) => (binding ? tagRuleText(t, binding.rule) : unreadable(t)),
    sortKey: ({ trigger }) => trigger.binding && tagRuleText(t, trigger.binding.rule),
  },
  {
    id: 'pipeline',
    title: t('Pipeline'),
    cell: ({ trigger: { namespace, pipeline } }) =>
      pipeline !== undefined && (
        <KindLink kind={pipelineKind} namespace={namespace} name={pipeline} />
      ),
    sortKey: ({ trigger }) => trigger.pipeline,
  },
  {
    id: 'health',
    title: t('Health'),
    nowrap: true,
    cell: ({ health }) => health && <HealthLabel health={health} />,
    sortKey: ({ health }) => health?.length,
  },
  {
    id: 'pushed',
    title: t('Last push'),
    nowrap: true,
    cell: ({ last }) => (last ? <Timestamp timestamp={last.created} /> : t('None yet')),
    sortKey: ({ last }) => last?.created,
  },
  {
    id: 'result',
    title: t('Last result'),
    nowrap: true,
    cell: ({ last }) => last && <PushStatusLabel status={last.status} detail={last.run?.message} />,
    sortKey: ({ last }) => last && pushStatusText[last.status].title(t),
  },
  {
    id: 'actions',
    title: t('Actions'),
    isAction: true,
    cell: ({ trigger }) => <TriggerMenu isKebab trigger={trigger} start={start} />,
  },
];
