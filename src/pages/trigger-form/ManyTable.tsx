import { Content, Label } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  InProgressIcon,
  LockIcon,
  PendingIcon,
} from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { LabelLook } from '../../components/ExplainedLabel';
import { OpeningSection } from '../../components/OpeningSection';
import { TriggerLink } from '../../components/TriggerLink';
import type { AccessQuestion } from '../../domain/access';
import type { CreateFailure } from '../../domain/apply/create-trigger';
import { streamKey } from '../../domain/push';
import { refOf } from '../../domain/relay';
import { manyStateText } from '../../i18n/many-text';
import type { ManyState } from '../../i18n/many-text';
import { problemText, retryText } from '../../i18n/problem-text';
import { refText, resourceText } from '../../i18n/resource-text';
import { useT } from '../../i18n/use-t';
import { ObjectList } from './PlannedResources';
import { failureOf, planOf, stateOf, statesOf } from './creation-item';
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
      {t('{{object}}: {{message}}', {
        object: refText(t, refOf(resource)),
        message: problem.message,
      })}{' '}
      {problemText[problem.code].advice(t)} {retryText(t, problem)}
      {leftOver.length > 0 && (
        <>
          {' '}
          {t('These objects could not be removed again. None of them is active:')}{' '}
          {leftOver.map((one) => resourceText(t, one.resource)).join(', ')}
        </>
      )}
    </Content>
  );
};

const OwnObjects = ({ item }: { readonly item: CreationItem }) => {
  const t = useT();
  const plan = planOf(item).filter(({ part }) => part !== 'shared');
  const states = statesOf(plan, item.report ? [item.report] : []);
  return (
    <OpeningSection title={t('{{count}} objects', { count: plan.length })}>
      {() => <ObjectList plan={plan} states={states} />}
    </OpeningSection>
  );
};

/** The triggers that are created together, each with its own objects and how far it is. */
export const ManyTable = ({
  items,
  denied,
  isSaidAbove,
}: {
  readonly items: readonly CreationItem[];
  /** What the user may not do, of all that they take. */
  readonly denied: readonly AccessQuestion[];
  /** Whether a refusal stands above the table, because several have it. */
  readonly isSaidAbove: (failure: CreateFailure) => boolean;
}) => {
  const t = useT();
  const titles = { trigger: t('Image trigger'), stream: t('ImageStream'), state: t('State') };
  return (
    <Table
      aria-label={t('Image triggers to be created')}
      variant="compact"
      gridBreakPoint="grid-lg"
    >
      <Thead>
        <Tr>
          <Th width={40}>{titles.trigger}</Th>
          <Th width={30}>{titles.stream}</Th>
          <Th>{titles.state}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => {
          const { draft } = item;
          const [state, failure] = [stateOf(item, denied), failureOf(item)];
          return (
            <Tr key={draft.name}>
              <Td dataLabel={titles.trigger} modifier="breakWord">
                <div>
                  {state === 'created' ? <TriggerLink trigger={draft} /> : draft.name}
                  <OwnObjects item={item} />
                </div>
              </Td>
              <Td dataLabel={titles.stream} modifier="breakWord">
                {streamKey(draft.stream)}
              </Td>
              <Td dataLabel={titles.state} modifier="breakWord">
                <div>
                  <Label {...looks[state]} isCompact>
                    {manyStateText[state](t)}
                  </Label>
                  {failure && !isSaidAbove(failure) && <Failure failure={failure} />}
                </div>
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
