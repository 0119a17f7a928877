import { useParams } from 'react-router';
import { triggersPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useT } from '../../i18n/use-t';
import { FormPage } from './FormPage';
import { Review } from './Review';
import { TriggerForm } from './TriggerForm';
import { TriggerLoader } from './TriggerLoader';
import { cloneForm, initialForm, parseStreamRef } from './form-state';
import type { FormState } from './form-state';

const NewTriggerForm = ({ initial }: { readonly initial: FormState }) => {
  const t = useT();
  const { ns: namespace } = useParams();
  return (
    <TriggerForm
      initial={initial}
      isEdit={false}
      leadsBackTo={triggersPath(namespace)}
      reviewTitle={t('Review and create')}
      review={(draft) => <Review draft={draft} />}
    />
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
        <NewTriggerForm initial={initialForm(namespace, parseStreamRef(query.get('stream')))} />
      ) : (
        <TriggerLoader namespace={namespace} name={original}>
          {({ draft }) => <NewTriggerForm initial={cloneForm(draft)} />}
        </TriggerLoader>
      )}
    </FormPage>
  );
};

export default NewTriggerPage;
