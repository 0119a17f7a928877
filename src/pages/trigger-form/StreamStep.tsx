import { useMemo } from 'react';
import { Form, FormGroup, Grid, GridItem } from '@patternfly/react-core';
import { FieldHelp } from '../../components/FieldHelp';
import { ProblemAlert } from '../../components/ProblemState';
import { LoadingState } from '../../components/LoadingState';
import { Typeahead } from '../../components/Typeahead';
import type { DraftProblem } from '../../domain/draft';
import { pushesOf, streamKey, streamRefOf } from '../../domain/push';
import type { StreamRef } from '../../domain/push';
import type { Naming } from '../../domain/run-policy';
import type { Watched } from '../../domain/watched';
import { draftProblemText } from '../../i18n/form-text';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import type { ImageStream } from '../../k8s/image-stream';
import { ChainStartNotice, RecentStreams } from './ChainStartNotice';
import { FixedField } from './FixedField';
import { PolicyField } from './PolicyField';
import { ProjectField } from './ProjectField';
import { StreamFacts } from './StreamFacts';
import { TagRuleFields } from './TagRuleFields';
import { WouldHaveRun } from './WouldHaveRun';
import { allProjects, parseStreamRef } from './form-state';
import type { FormAction, FormState } from './form-state';
import { optionsOf } from './options';
import type { ChainStart } from './use-chain-start';

export interface StreamStepProps {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  readonly projects: Watched<string[]>;
  readonly streams: Watched<readonly ImageStream[]>;
  /** The one that is chosen, as soon as it is known. */
  readonly stream: ImageStream | undefined;
  /** Whether the ImageStream that is chosen does not exist. */
  readonly isGone: boolean;
  readonly problems: readonly DraftProblem[];
  /** Whether the ImageStream stays: only its tags can be chosen. */
  readonly isFixed: boolean;
  /** How the runs of the trigger that is edited are named. */
  readonly naming: Naming | undefined;
  /** The chain that is taken over. */
  readonly start?: ChainStart;
}

/** The ImageStream of a trigger that is edited. */
const FixedStream = ({ state }: { readonly state: FormState }) => {
  const t = useT();
  return (
    <Grid hasGutter md={6}>
      <GridItem>
        <FixedField id="stream-project" label={t('Project')} value={state.streamNamespace} />
      </GridItem>
      <GridItem>
        <FixedField
          id="stream"
          label={t('ImageStream')}
          value={state.draft.stream?.name ?? ''}
          help={t('It stays. For another ImageStream, clone the trigger.')}
        />
      </GridItem>
    </Grid>
  );
};

const noneText = (t: Translate, project: string): string =>
  project === allProjects
    ? t('There are no ImageStreams in your projects. Push an image first.')
    : t('No ImageStreams in project {{project}}. Push an image, or choose another project.', {
        project,
      });

const unreadableText = (t: Translate, project: string): string =>
  project === allProjects
    ? t('The ImageStreams of all projects cannot be read. Choose a project.')
    : t('The ImageStreams of project {{project}} cannot be read', { project });

/** How an ImageStream is called among those that are offered. */
const choiceOf = (streamNamespace: string, ref: StreamRef): string =>
  streamNamespace === allProjects ? streamKey(ref) : ref.name;

const StreamField = ({ state, dispatch, streams, isGone }: StreamStepProps) => {
  const t = useT();
  const { streamNamespace } = state;
  const { stream } = state.draft;
  const isEmpty = streams.state === 'loaded' && streams.data.length === 0;
  const isAll = streamNamespace === allProjects;
  const names = { name: stream?.name ?? '', project: stream?.namespace ?? streamNamespace };
  const choose = (choice: string): void => {
    const chosen = isAll ? parseStreamRef(choice) : { namespace: streamNamespace, name: choice };
    if (chosen) dispatch({ type: 'stream', stream: chosen });
  };
  return (
    <FormGroup label={t('ImageStream')} fieldId="stream" isRequired>
      <Typeahead
        id="stream"
        label={t('ImageStream')}
        value={stream ? choiceOf(streamNamespace, stream) : ''}
        options={optionsOf(streams, (one) => ({
          value: choiceOf(streamNamespace, streamRefOf(one)),
        }))}
        placeholder={t('Select an ImageStream')}
        onChange={choose}
      />
      <FieldHelp
        problem={
          isGone ? t('There is no ImageStream {{name}} in project {{project}}.', names) : undefined
        }
        help={isEmpty ? noneText(t, streamNamespace) : undefined}
      />
    </FormGroup>
  );
};

const ChosenStream = (props: StreamStepProps) => {
  const t = useT();
  const { state, dispatch, projects } = props;
  return (
    <Grid hasGutter md={6}>
      <GridItem>
        <ProjectField
          id="stream-project"
          label={t('Project of the ImageStream')}
          value={state.streamNamespace}
          projects={projects}
          allTitle={t('All projects')}
          onChange={(namespace) => dispatch({ type: 'stream-namespace', namespace })}
        />
      </GridItem>
      <GridItem>
        <StreamField {...props} />
      </GridItem>
    </Grid>
  );
};

/** First step: which ImageStream, which of its tags, and what of it runs once. */
export const StreamStep = (props: StreamStepProps) => {
  const { state, dispatch, streams, stream, problems, isFixed, naming, start } = props;
  const t = useT();
  const { draft, streamNamespace } = state;
  const pushes = useMemo(() => (stream ? pushesOf(stream) : []), [stream]);
  const ruleProblem = problems.find(({ code }) => code === 'rule');
  return (
    <Form isWidthLimited onSubmit={(event) => event.preventDefault()}>
      {start && <ChainStartNotice start={start} />}
      {isFixed ? <FixedStream state={state} /> : <ChosenStream {...props} />}
      {start && !draft.stream && (
        <RecentStreams
          recent={start.recent}
          onChoose={(chosen) => {
            if (![allProjects, chosen.namespace].includes(streamNamespace))
              dispatch({ type: 'stream-namespace', namespace: chosen.namespace });
            dispatch({ type: 'stream', stream: chosen });
          }}
        />
      )}
      {streams.state === 'loading' && <LoadingState />}
      {streams.state === 'failed' && (
        <ProblemAlert title={unreadableText(t, streamNamespace)} problem={streams.problem} />
      )}
      {stream && (
        <>
          <StreamFacts stream={stream} />
          <TagRuleFields
            rule={draft.rule}
            stream={stream}
            problem={ruleProblem && draftProblemText(t, ruleProblem)}
            onChange={(rule) => dispatch({ type: 'rule', rule })}
          />
          <PolicyField
            policy={draft.policy}
            now={naming}
            onChange={(policy) => dispatch({ type: 'policy', policy })}
          />
          {!ruleProblem && <WouldHaveRun pushes={pushes} rule={draft.rule} policy={draft.policy} />}
        </>
      )}
    </Form>
  );
};
