import { parseStreamRef, parseStreamRefs } from '../../domain/push';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { LoadingState } from '../../components/LoadingState';
import { handedOver } from '../../components/handed-streams';
import { triggersPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useT } from '../../i18n/use-t';
import { UnknownSelection } from './UnknownSelection';
import { FormPage } from './FormPage';
import { KeptForm } from './kept/KeptForm';
import { PipelineLoader } from './PipelineLoader';
import { TriggerForm } from './TriggerForm';
import type { TriggerFormProps } from './TriggerForm';
import { TriggerLoader } from './TriggerLoader';
import { withPipeline } from './form-state';
import { chainForm, cloneForm, initialForm, initialFormOfMany } from './initial-form';
import type { FormState } from './form-state';
import { fingerprintOf } from './kept/stored-form';
import type { FormId } from './kept/use-form-keeper';

/** What reads a chain that others made is large, and few forms begin with one. */
const ChainLoader = lazy(async () => ({ default: (await import('./ChainLoader')).ChainLoader }));

/** The last step comes after two others. */
const Review = lazy(async () => ({ default: (await import('./review/Review')).Review }));
const ReviewMany = lazy(async () => ({
  default: (await import('./review/ReviewMany')).ReviewMany,
}));

const NewTriggerForm = ({
  start,
  onMany,
  ...props
}: FormId &
  Pick<TriggerFormProps, 'start' | 'onMany'> & {
    readonly initial: FormState;
  }) => {
  const t = useT();
  const { ns: namespace } = useParams();
  return (
    <KeptForm {...props}>
      {(initial, keeper) => (
        <TriggerForm
          initial={initial}
          isEdit={false}
          start={start}
          onMany={onMany}
          leadsBackTo={triggersPath(namespace)}
          keeper={keeper}
          reviewTitle={t('Review and create')}
          review={(draft) => <Review draft={draft} onCreated={keeper.forget} />}
          reviewMany={(drafts) => <ReviewMany drafts={drafts} onCreated={keeper.forget} />}
        />
      )}
    </KeptForm>
  );
};

/** The form with what the link to it names. */
const FormFromLink = ({ onMany }: Pick<TriggerFormProps, 'onMany'>) => {
  const query = useQuery();
  const { ns: namespace } = useParams();
  const selection = query.get('selection');
  const handed = selection === '' ? undefined : handedOver(selection);
  const selected = handed ?? parseStreamRefs(query.get('streams'));
  const initial =
    selection !== '' || selected.length > 0
      ? initialFormOfMany(namespace, selected)
      : initialForm(namespace, parseStreamRef(query.get('stream')));
  const id: FormId = { form: 'create', madeFrom: '' };
  const pipeline = query.get('pipeline');
  return namespace === undefined || pipeline === '' ? (
    <>
      {selection !== '' && !handed && <UnknownSelection namespace={namespace} />}
      <NewTriggerForm {...id} initial={initial} onMany={onMany} />
    </>
  ) : (
    <PipelineLoader namespace={namespace} name={pipeline}>
      {(found) => <NewTriggerForm {...id} initial={withPipeline(initial, found)} onMany={onMany} />}
    </PipelineLoader>
  );
};

/** The form that binds an ImageStream to a Pipeline, empty or with the choices of another trigger. */
const NewTriggerPage = () => {
  const t = useT();
  const query = useQuery();
  const { ns: namespace } = useParams();
  const original = query.get('clone');
  const chain = query.get('chain');
  const [isMany, setMany] = useState(false);
  const help = t('Run a Pipeline whenever an image is pushed to an ImageStream.');
  if (chain !== '')
    return (
      <FormPage title={t('Take over a chain')} help={help}>
        <Suspense fallback={<LoadingState />}>
          <ChainLoader namespace={namespace} chainKey={chain}>
            {(start) => (
              <NewTriggerForm
                form={`chain ${chain}`}
                madeFrom={fingerprintOf(start.draft)}
                initial={chainForm(start)}
                start={start}
              />
            )}
          </ChainLoader>
        </Suspense>
      </FormPage>
    );
  const title = isMany ? t('Create image triggers') : t('Create image trigger');
  return (
    <FormPage
      title={original === '' ? title : t('Clone image trigger {{name}}', { name: original })}
      help={help}
    >
      {namespace === undefined || original === '' ? (
        <FormFromLink onMany={setMany} />
      ) : (
        <TriggerLoader namespace={namespace} name={original}>
          {({ draft }) => (
            <NewTriggerForm
              form={`clone ${namespace}/${original}`}
              madeFrom={fingerprintOf(draft)}
              initial={cloneForm(draft)}
            />
          )}
        </TriggerLoader>
      )}
    </FormPage>
  );
};

export default NewTriggerPage;
