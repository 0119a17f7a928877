import { useReducer, useState } from 'react';
import { ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection, Wizard, WizardStep } from '@patternfly/react-core';
import { useNavigate, useParams } from 'react-router';
import { PageTitle } from '../../components/PageTitle';
import { MissingApis } from '../../components/MissingApis';
import { triggersPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { draftProblems, isComplete } from '../../domain/draft';
import type { CompleteDraft, DraftProblem } from '../../domain/draft';
import { useT } from '../../i18n/use-t';
import { NameField } from './NameField';
import { PipelineStep } from './PipelineStep';
import { Review } from './Review';
import { StepContent } from './StepContent';
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
  const streamReady = !data.streamGone && !problems.some(({ code }) => streamCodes.includes(code));
  const complete = streamReady && !data.pipelineGone && isComplete(draft, problems);
  // What is reviewed stays as it was when the step opened: writing it makes its own name a taken one.
  const [reviewed, setReviewed] = useState<CompleteDraft>();
  // PatternFly's own focus goes to a box without a name.
  const [moved, setMoved] = useState(false);
  const missing = useMissingApis();
  const title = t('Create image trigger');
  const names = {
    stream: t('ImageStream and tags'),
    pipeline: t('Pipeline and parameters'),
    review: t('Review and create'),
  };
  const buttons = {
    nextButtonText: t('Next'),
    backButtonText: t('Back'),
    cancelButtonText: t('Cancel'),
  };
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ListPageHeader
        title={title}
        helpText={t('Run a Pipeline whenever an image is pushed to an ImageStream.')}
        hideFavoriteButton
      />
      {missing.length > 0 && (
        <PageSection hasBodyWrapper={false}>
          <MissingApis missing={missing} />
        </PageSection>
      )}
      <PageSection hasBodyWrapper={false} isFilled type="wizard">
        <Wizard
          navAriaLabel={t('Steps')}
          isVisitRequired
          onClose={() => void navigate(triggersPath(namespace))}
          shouldFocusContent={false}
          onStepChange={(_, { id }) => {
            setReviewed(id === reviewStep && complete ? draft : undefined);
            setMoved(true);
          }}
        >
          <WizardStep
            id="stream-step"
            name={names.stream}
            footer={{ ...buttons, isNextDisabled: !streamReady, isBackHidden: true }}
          >
            <StepContent title={names.stream} takesFocus={moved}>
              <StreamStep
                state={state}
                dispatch={dispatch}
                projects={data.projects}
                streams={data.streams}
                isGone={data.streamGone}
                problems={problems}
              />
            </StepContent>
          </WizardStep>
          <WizardStep
            id="pipeline-step"
            name={names.pipeline}
            isDisabled={!streamReady}
            footer={{ ...buttons, isNextDisabled: !complete }}
          >
            <StepContent title={names.pipeline} takesFocus={moved}>
              <PipelineStep
                state={state}
                dispatch={dispatch}
                projects={data.projects}
                pipelines={data.pipelines}
                isGone={data.pipelineGone}
                preview={data.preview}
                problems={problems}
              />
              <NameField draft={draft} problems={problems} dispatch={dispatch} />
            </StepContent>
          </WizardStep>
          <WizardStep id={reviewStep} name={names.review} isDisabled={!complete && !reviewed}>
            <StepContent title={names.review} takesFocus={moved}>
              {reviewed && <Review draft={reviewed} />}
            </StepContent>
          </WizardStep>
        </Wizard>
      </PageSection>
    </>
  );
};

export default NewTriggerPage;
