import { useMemo } from 'react';
import { Form, FormGroup, Grid, GridItem } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import { ProblemAlert } from '../../../components/ProblemState';
import { LoadingState } from '../../../components/LoadingState';
import { Typeahead } from '../../../components/Typeahead';
import {
  isClusterImages,
  parseStreamRef,
  pushesOf,
  streamKey,
  streamRefOf,
} from '../../../domain/push';
import type { StreamRef } from '../../../domain/push';
import type { TagRule } from '../../../domain/tag-rule';
import { draftProblemText } from '../../../i18n/form-text';
import { anyImageText } from '../../../i18n/stream-text';
import { useT } from '../../../i18n/use-t';
import { AnyImageWarning } from './AnyImageWarning';
import { ChainStartNotice, RecentStreams } from './ChainStartNotice';
import { FixedField } from '../FixedField';
import { ManyStreamsPart } from './ManyStreamsPart';
import { PolicyField } from './PolicyField';
import { ProjectField } from '../ProjectField';
import { scopeOf } from './scope';
import { StreamCount } from './StreamCount';
import { StreamFacts } from './StreamFacts';
import { StreamTags } from './TagMatches';
import { TagRuleFields } from './TagRuleFields';
import { WouldHaveRun } from './WouldHaveRun';
import { allProjects } from '../form-state';
import type { FormState } from '../form-state';
import { optionsOf } from '../options';
import type { StreamStepProps } from './stream-step-props';
import { noStreamsText, unreadableText } from './stream-texts';

/** The ImageStream of a trigger that is edited. */
const FixedStream = ({ state }: { readonly state: FormState }) => {
  const t = useT();
  const help = t('It stays. For another ImageStream, clone the trigger.');
  const { stream } = state.draft;
  if (stream && isClusterImages(stream))
    return <FixedField id="stream" label={t('Images')} value={anyImageText(t)} help={help} />;
  return (
    <Grid hasGutter md={6}>
      <GridItem>
        <FixedField id="stream-project" label={t('Project')} value={state.streamNamespace} />
      </GridItem>
      <GridItem>
        <FixedField id="stream" label={t('ImageStream')} value={stream?.name ?? ''} help={help} />
      </GridItem>
    </Grid>
  );
};

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
        help={isEmpty ? noStreamsText(t, streamNamespace) : undefined}
      />
    </FormGroup>
  );
};

const StreamProject = ({ state, dispatch, projects }: StreamStepProps) => {
  const t = useT();
  return (
    <ProjectField
      id="stream-project"
      label={state.many ? t('Project of the ImageStreams') : t('Project of the ImageStream')}
      value={state.streamNamespace}
      projects={projects}
      allTitle={t('All projects')}
      onChange={(namespace) => dispatch({ type: 'stream-namespace', namespace })}
    />
  );
};

const ChosenStream = (props: StreamStepProps) => (
  <Grid hasGutter md={6}>
    <GridItem>
      <StreamProject {...props} />
    </GridItem>
    <GridItem>{!props.state.many && <StreamField {...props} />}</GridItem>
  </Grid>
);

/** The rest of the first step where the form makes one trigger. */
const OneStreamPart = (props: StreamStepProps) => {
  const { state, dispatch, streams, stream, problems, naming, start } = props;
  const t = useT();
  const { draft, streamNamespace } = state;
  const pushes = useMemo(() => (stream ? pushesOf(stream) : []), [stream]);
  const scope = scopeOf(draft.stream);
  const ruleProblem = problems.find(({ code }) => code === 'rule');
  const changeRule = (rule: TagRule): void => dispatch({ type: 'rule', rule });
  return (
    <>
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
        <ProblemAlert
          title={
            scope === 'images'
              ? t('The Images of the cluster cannot be read')
              : unreadableText(t, streamNamespace)
          }
          problem={streams.problem}
        />
      )}
      {stream && (
        <>
          {scope === 'stream' && <StreamFacts stream={stream} />}
          <TagRuleFields
            scope={scope}
            rule={draft.rule}
            example={stream}
            problem={ruleProblem && draftProblemText(t, ruleProblem)}
            onChange={changeRule}
          />
          <StreamTags scope={scope} rule={draft.rule} stream={stream} onChange={changeRule} />
          {scope === 'stream' && (
            <PolicyField
              policy={draft.policy}
              now={naming}
              onChange={(policy) => dispatch({ type: 'policy', policy })}
            />
          )}
          {!ruleProblem && (
            <WouldHaveRun pushes={pushes} rule={draft.rule} policy={draft.policy} scope={scope} />
          )}
        </>
      )}
    </>
  );
};

/** First step: which ImageStream, or which of many, which of their tags, and what of it runs once. */
export const StreamStep = (props: StreamStepProps) => {
  const { state, dispatch, made, isFixed, start } = props;
  const isOfImages = !state.many && scopeOf(state.draft.stream) === 'images';
  return (
    <Form isWidthLimited={!state.many} onSubmit={(event) => event.preventDefault()}>
      {start && <ChainStartNotice start={start} />}
      {!isFixed && <StreamCount state={state} dispatch={dispatch} isChain={start !== undefined} />}
      {isOfImages && <AnyImageWarning />}
      {isFixed && <FixedStream state={state} />}
      {!isFixed && !isOfImages && <ChosenStream {...props} />}
      {state.many && made ? (
        <ManyStreamsPart {...props} choice={state.many} made={made} />
      ) : (
        <OneStreamPart {...props} />
      )}
    </Form>
  );
};
