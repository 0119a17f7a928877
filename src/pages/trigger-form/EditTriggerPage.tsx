import { lazy, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { triggerPath } from '../../components/paths';
import { triggerKey } from '../../domain/image-trigger';
import { nameOf } from '../../k8s/resource';
import { useT } from '../../i18n/use-t';
import { FormPage } from './FormPage';
import { KeptForm } from './kept/KeptForm';
import { TriggerForm } from './TriggerForm';
import { TriggerLoader } from './TriggerLoader';
import { editForm } from './initial-form';
import { fingerprintOf } from './kept/stored-form';
import type { ReadTrigger } from './use-readable-trigger';

/** The last step comes after two others. */
const EditReview = lazy(async () => ({
  default: (await import('./review/EditReview')).EditReview,
}));

const EditTriggerForm = ({ read }: { readonly read: ReadTrigger }) => {
  const t = useT();
  // What the draft was made from: another edit that came between takes its place.
  const [base, setBase] = useState(read);
  const [rebases, setRebases] = useState(0);
  const { lanes, template } = base.trigger.objects;
  const ownNames = useMemo(
    () => new Set([...lanes, ...(template ? [template] : [])].map(nameOf)),
    [lanes, template],
  );
  return (
    <KeptForm
      form={`edit ${triggerKey(base.trigger)}`}
      madeFrom={fingerprintOf(base.draft)}
      initial={editForm(read.draft)}
    >
      {(initial, keeper) => (
        <TriggerForm
          initial={initial}
          isEdit
          ownNames={ownNames}
          naming={base.trigger.binding?.naming}
          leadsBackTo={triggerPath(base.trigger)}
          keeper={keeper}
          reviewTitle={t('Review and save')}
          review={(draft, replace) => (
            <EditReview
              key={rebases}
              base={base}
              draft={draft}
              onRebase={(next) => {
                setBase(next.base);
                setRebases(rebases + 1);
                replace(next.draft);
              }}
              onSaved={keeper.forget}
            />
          )}
        />
      )}
    </KeptForm>
  );
};

/** The form with a trigger that is there. */
const EditTriggerPage = () => {
  const t = useT();
  const { ns: namespace = '', name = '' } = useParams();
  return (
    <FormPage
      title={t('Edit image trigger {{name}}', { name })}
      help={t(
        'Pushes that come while you save it run as before or as you want them to, once each.',
      )}
    >
      <TriggerLoader namespace={namespace} name={name}>
        {(read) => <EditTriggerForm read={read} />}
      </TriggerLoader>
    </FormPage>
  );
};

export default EditTriggerPage;
