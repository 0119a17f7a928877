import { useMemo } from 'react';
import { Content, Label } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  InProgressIcon,
  LockIcon,
  PendingIcon,
} from '@patternfly/react-icons';
import { DataTable } from '../../../components/DataTable';
import type { Column } from '../../../components/DataTable';
import type { LabelLook } from '../../../components/ExplainedLabel';
import { TriggerLink } from '../../../components/TriggerLink';
import type { AccessQuestion } from '../../../domain/access';
import type { CreateFailure } from '../../../domain/apply/create-trigger';
import { streamKey } from '../../../domain/push';
import { refOf } from '../../../domain/relay';
import { manyStateText } from '../../../i18n/many-text';
import type { ManyState } from '../../../i18n/many-text';
import { problemText, retryText } from '../../../i18n/problem-text';
import { refText, resourceText } from '../../../i18n/resource-text';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import { ObjectList } from './PlannedResources';
import { failureKey, failureOf, planOf, reportOf, stateOf, statesOf } from './creation-item';
import type { CreationItem } from './use-many-creation';

const looks: Record<ManyState, LabelLook> = {
  checking: { icon: <InProgressIcon />, variant: 'outline' },
  ready: { icon: <PendingIcon />, variant: 'outline' },
  denied: { icon: <LockIcon />, status: 'danger', variant: 'outline' },
  refused: { icon: <ExclamationCircleIcon />, status: 'danger', variant: 'outline' },
  'under-way': { icon: <InProgressIcon />, color: 'blue' },
  created: { icon: <CheckCircleIcon />, status: 'success' },
  'not-created': { icon: <ExclamationCircleIcon />, status: 'danger' },
};

/** Why a trigger was refused, and what is left of it. */
const Failure = ({ failure: { resource, problem, leftOver } }: { failure: CreateFailure }) => {
  const t = useT();
  return (
    <Content component="small">
      <div>
        {t('{{object}}: {{message}}', {
          object: refText(t, refOf(resource)),
          message: problem.message,
        })}
      </div>
      <div>
        {problemText[problem.code].advice(t)} {retryText(t, problem)}
      </div>
      {leftOver.length > 0 && (
        <div>
          {t('These objects could not be removed again. None of them is active:')}{' '}
          {leftOver.map((one) => resourceText(t, one.resource)).join(', ')}
        </div>
      )}
    </Content>
  );
};

const OwnObjects = ({ item }: { readonly item: CreationItem }) => {
  const all = item.rehearsed ? planOf(item.rehearsed) : [];
  const plan = all.filter(({ part }) => part !== 'shared');
  const report = reportOf(item);
  return <ObjectList plan={plan} states={statesOf(plan, report ? [report] : [])} />;
};

interface ManyTableProps {
  readonly items: readonly CreationItem[];
  /** What the user may not do, of all that they take. */
  readonly denied: readonly AccessQuestion[];
  /** Keys of the refusals that stand above the table, because several have them. */
  readonly saidAbove: string;
}

const columnsOf = (
  t: Translate,
  { denied, saidAbove }: Omit<ManyTableProps, 'items'>,
): Column<CreationItem>[] => [
  {
    id: 'name',
    title: t('Image trigger'),
    width: 30,
    breaksWords: true,
    cell: ({ draft, progress }) =>
      progress?.state === 'created' ? <TriggerLink trigger={draft} /> : draft.name,
    sortKey: ({ draft }) => draft.name,
  },
  {
    id: 'stream',
    title: t('ImageStream'),
    width: 25,
    breaksWords: true,
    cell: ({ draft }) => streamKey(draft.stream),
    sortKey: ({ draft }) => streamKey(draft.stream),
  },
  {
    id: 'state',
    title: t('State'),
    breaksWords: true,
    cell: (item) => {
      const [state, failure] = [stateOf(item, denied), failureOf(item)];
      return (
        <>
          <Label {...looks[state]} isCompact>
            {manyStateText[state](t)}
          </Label>
          {failure && !saidAbove.includes(failureKey(failure)) && <Failure failure={failure} />}
        </>
      );
    },
    sortKey: (item) => manyStateText[stateOf(item, denied)](t),
  },
];

/** The triggers that are created together, each with its own objects and how far it is. */
export const ManyTable = ({ items, denied, saidAbove }: ManyTableProps) => {
  const t = useT();
  const columns = useMemo(() => columnsOf(t, { denied, saidAbove }), [t, denied, saidAbove]);
  return (
    <DataTable<CreationItem>
      label={t('Image triggers to be created')}
      columns={columns}
      rows={items}
      rowKey={({ draft }) => draft.name}
      defaultSort="stream"
      expansion={{
        label: ({ draft: { name } }) => t('Objects of {{name}}', { name }),
        content: (item) => <OwnObjects item={item} />,
      }}
      empty={null}
    />
  );
};
