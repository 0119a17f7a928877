import { Suspense, useEffect, useReducer, useState } from 'react';
import type { ReactNode } from 'react';
import { Wizard, WizardStep } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import type { CompleteDraft } from '../../domain/draft';
import type { Naming } from '../../domain/run-policy';
import { LoadingState } from '../../components/LoadingState';
import { useT } from '../../i18n/use-t';
import { ManyNameFields } from './pipeline/ManyNameFields';
import { NameField } from './pipeline/NameField';
import { PipelineStep } from './pipeline/PipelineStep';
import { RunMetadataFields } from './pipeline/RunMetadataFields';
import { RunPodFields } from './pipeline/RunPodFields';
import { RunSettingFields } from './pipeline/RunSettingFields';
import { StepContent } from './StepContent';
import { sourceStepTitle } from './source/scope';
import { StreamStep } from './source/StreamStep';
import { contentOf } from './form-content';
import { formReducer } from './form-state';
import type { FormState } from './form-state';
import type { ChainStart } from './use-chain-start';
import { useFormData } from './use-form-data';
import type { FormKeeper } from './kept/use-form-keeper';

const reviewStep = 'review-step';

const nothing: ReadonlySet<string> = new Set();

export interface TriggerFormProps {
  readonly initial: FormState;
  /** The chain that the trigger takes over. */
  readonly start?: ChainStart;
  /** Whether it changes a trigger that is there: name, project and ImageStream stay. */
  readonly isEdit: boolean;
  /** Names of the trigger's own objects, which are no others' names. */
  readonly ownNames?: ReadonlySet<string>;
  /** How the runs of the trigger that is edited are named. */
  readonly naming?: Naming;
  /** Where Cancel leads. */
  readonly leadsBackTo: string;
  /** Told of everything that is filled in, and of Cancel. */
  readonly keeper: FormKeeper;
  readonly reviewTitle: string;
  /** The last step; `replace` puts another draft in place of the one that is reviewed. */
  readonly review: (draft: CompleteDraft, replace: (draft: CompleteDraft) => void) => ReactNode;
  /** Told whether the form makes many triggers, at first and whenever that changes. */
  readonly onMany?: (isMany: boolean) => void;
  /** The last step where the form makes many triggers. */
  readonly reviewMany?: (drafts: readonly CompleteDraft[]) => ReactNode;
}

/** The form that creates, changes and clones a trigger. */
export const TriggerForm = (props: TriggerFormProps) => {
  const { initial, start, isEdit, ownNames = nothing, naming, leadsBackTo } = props;
  const { keeper, reviewTitle, review, reviewMany, onMany } = props;
  const t = useT();
  const navigate = useNavigate();
  const [state, dispatch] = useReducer(formReducer, initial);
  const [first] = useState(state);
  const { keep } = keeper;
  useEffect(() => {
    if (state !== first) keep(state);
  }, [state, first, keep]);
  useEffect(() => onMany?.(state.many !== undefined), [state.many, onMany]);
  const data = useFormData(state);
  const taken = new Set([...data.taken].filter((name) => !ownNames.has(name)));
  const { draft, problems, isSourceReady, complete } = contentOf(state, data, taken);
  // What is reviewed stays as it was when the step opened: writing it makes its own name a taken one.
  const [reviewed, setReviewed] = useState<readonly CompleteDraft[]>();
  // PatternFly's own focus goes to a box without a name.
  const [moved, setMoved] = useState(false);
  const replace = (other: CompleteDraft): void => {
    dispatch({ type: 'draft', draft: other });
    setReviewed([other]);
  };
  const [one] = reviewed ?? [];
  const names = {
    stream: sourceStepTitle(t, state),
    pipeline: t('Pipeline and parameters'),
    review: reviewTitle,
  };
  const buttons = {
    nextButtonText: t('Next'),
    backButtonText: t('Back'),
    cancelButtonText: t('Cancel'),
  };
  return (
    <Wizard
      navAriaLabel={t('Steps')}
      isVisitRequired
      onClose={() => {
        keeper.forget();
        void navigate(leadsBackTo);
      }}
      shouldFocusContent={false}
      onStepChange={(_, { id }) => {
        setReviewed(id === reviewStep && complete.length > 0 ? complete : undefined);
        setMoved(true);
      }}
    >
      <WizardStep
        id="stream-step"
        name={names.stream}
        footer={{ ...buttons, isNextDisabled: !isSourceReady, isBackHidden: true }}
      >
        <StepContent title={names.stream} takesFocus={moved}>
          <StreamStep
            state={state}
            dispatch={dispatch}
            projects={data.projects}
            streams={data.streams}
            unreadable={data.unreadable}
            made={data.made}
            stream={data.stream}
            isGone={data.streamGone}
            problems={problems}
            isFixed={isEdit}
            naming={naming}
            start={start}
          />
        </StepContent>
      </WizardStep>
      <WizardStep
        id="pipeline-step"
        name={names.pipeline}
        isDisabled={!isSourceReady}
        footer={{ ...buttons, isNextDisabled: complete.length === 0 }}
      >
        <StepContent title={names.pipeline} takesFocus={moved}>
          <PipelineStep
            draft={draft}
            dispatch={dispatch}
            projects={data.projects}
            pipelines={data.pipelines}
            pipeline={data.pipeline}
            isGone={data.pipelineGone}
            preview={data.preview}
            yaml={state.yaml}
            problems={problems}
            isFixed={isEdit}
            start={start}
          />
          {state.many && data.made ? (
            <ManyNameFields
              choice={state.many}
              made={data.made}
              onChange={(choice) => dispatch({ type: 'many', choice })}
            />
          ) : (
            <NameField draft={draft} problems={problems} dispatch={dispatch} isFixed={isEdit} />
          )}
          {!state.yaml && (
            <>
              <RunSettingFields draft={draft} problems={problems} dispatch={dispatch} />
              <RunPodFields draft={draft} problems={problems} dispatch={dispatch} />
              <RunMetadataFields draft={draft} problems={problems} dispatch={dispatch} />
            </>
          )}
        </StepContent>
      </WizardStep>
      <WizardStep
        id={reviewStep}
        name={names.review}
        isDisabled={complete.length === 0 && !reviewed}
      >
        <StepContent title={names.review} takesFocus={moved}>
          <Suspense fallback={<LoadingState />}>
            {reviewed && (state.many ? reviewMany?.(reviewed) : one && review(one, replace))}
          </Suspense>
        </StepContent>
      </WizardStep>
    </Wizard>
  );
};
