import { useParams } from 'react-router';
import { triggersPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useT } from '../../i18n/use-t';
import { FormPage } from './FormPage';
import { KeptForm } from './KeptForm';
import { PipelineLoader } from './PipelineLoader';
import { Review } from './Review';
import { TriggerForm } from './TriggerForm';
import { TriggerLoader } from './TriggerLoader';
import { cloneForm, initialForm, parseStreamRef, withPipeline } from './form-state';
import type { FormState } from './form-state';
import { fingerprintOf } from './stored-form';
import type { FormId } from './use-form-keeper';

const NewTriggerForm = (props: FormId & { readonly initial: FormState }) => {
  const t = useT();
  const { ns: namespace } = useParams();
  return (
    <KeptForm {...props}>
      {(initial, keeper) => (
        <TriggerForm
          initial={initial}
          isEdit={false}
          leadsBackTo={triggersPath(namespace)}
          keeper={keeper}
          reviewTitle={t('Review and create')}
          review={(draft) => <Review draft={draft} onCreated={keeper.forget} />}
        />
      )}
    </KeptForm>
  );
};

/** The form with what the link to it names. */
const FormFromLink = () => {
  const query = useQuery();
  const { ns: namespace } = useParams();
  const initial = initialForm(namespace, parseStreamRef(query.get('stream')));
  const id: FormId = { form: 'create', madeFrom: '' };
  const pipeline = query.get('pipeline');
  return namespace === undefined || pipeline === '' ? (
    <NewTriggerForm {...id} initial={initial} />
  ) : (
    <PipelineLoader namespace={namespace} name={pipeline}>
      {(found) => <NewTriggerForm {...id} initial={withPipeline(initial, found)} />}
    </PipelineLoader>
  );
};

/** The form that binds an ImageStream to a Pipeline, empty or with the choices of another trigger. */
const NewTriggerPage = () => {
  const t = useT();
  const query = useQuery();
  const { ns: namespace } = useParams();
  const original = query.get('clone');
  return (
    <FormPage
      title={
        original === ''
          ? t('Create image trigger')
          : t('Clone image trigger {{name}}', { name: original })
      }
      help={t('Run a Pipeline whenever an image is pushed to an ImageStream.')}
    >
      {namespace === undefined || original === '' ? (
        <FormFromLink />
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
