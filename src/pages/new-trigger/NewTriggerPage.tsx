import { useReducer, useState } from 'react';
import { DocumentTitle, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection, Wizard, WizardStep } from '@patternfly/react-core';
import { useNavigate, useParams } from 'react-router';
import { triggersPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { draftProblems, isComplete } from '../../domain/draft';
import type { CompleteDraft, DraftProblem } from '../../domain/draft';
import { useT } from '../../i18n/use-t';
import { NameField } from './NameField';
import { PipelineStep } from './PipelineStep';
import { Review } from './Review';
import { StreamStep } from './StreamStep';
import { draftOf, formReducer, initialForm, parseStreamRef } from './form-state';
import { useFormData } from './use-form-data';

const streamCodes: readonly DraftProblem['code'][] = ['stream-missing', 'rule'];

const reviewStep = 'review-step';

/** The form that binds an ImageStream to a Pipeline. */
const NewTriggerPage = () => {
  const t = useT();
  const navigate = useNavigate();
  const query = useQuery();
  const { ns: namespace } = useParams();
  const [state, dispatch] = useReducer(formReducer, undefined, () =>
    initialForm(namespace, parseStreamRef(query.get('stream'))),
  );
  const data = useFormData(state);
  const draft = draftOf(state, data.taken);
  const problems = draftProblems(draft, data.taken);
  const streamReady = !problems.some(({ code }) => streamCodes.includes(code));
  const complete = isComplete(draft, problems);
  // What is reviewed stays as it was when the step opened: writing it makes its own name a taken one.
  const [reviewed, setReviewed] = useState<CompleteDraft>();
  const title = t('Create image trigger');
  const buttons = {
    nextButtonText: t('Next'),
    backButtonText: t('Back'),
    cancelButtonText: t('Cancel'),
  };
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <ListPageHeader
        title={title}
        helpText={t('Run a Pipeline whenever an image is pushed to an ImageStream.')}
        hideFavoriteButton
      />
      <PageSection hasBodyWrapper={false} isFilled type="wizard">
        <Wizard
          navAriaLabel={t('Steps')}
          isVisitRequired
          onClose={() => void navigate(triggersPath(namespace))}
          onStepChange={(_, { id }) =>
            setReviewed(id === reviewStep && complete ? draft : undefined)
          }
        >
          <WizardStep
            id="stream-step"
            name={t('ImageStream and tags')}
            footer={{ ...buttons, isNextDisabled: !streamReady, isBackHidden: true }}
          >
            <StreamStep
              state={state}
              dispatch={dispatch}
              projects={data.projects}
              streams={data.streams}
              problems={problems}
            />
          </WizardStep>
          <WizardStep
            id="pipeline-step"
            name={t('Pipeline and parameters')}
            isDisabled={!streamReady}
            footer={{ ...buttons, isNextDisabled: !complete }}
          >
            <PipelineStep
              state={state}
              dispatch={dispatch}
              projects={data.projects}
              pipelines={data.pipelines}
              preview={data.preview}
              problems={problems}
            />
            <NameField draft={draft} problems={problems} dispatch={dispatch} />
          </WizardStep>
          <WizardStep
            id={reviewStep}
            name={t('Review and create')}
            isDisabled={!complete && !reviewed}
          >
            {reviewed && <Review draft={reviewed} />}
          </WizardStep>
        </Wizard>
      </PageSection>
    </>
  );
};

export default NewTriggerPage;
