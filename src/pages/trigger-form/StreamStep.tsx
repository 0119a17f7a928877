import { useMemo } from 'react';
import { Form, FormGroup, Grid, GridItem } from '@patternfly/react-core';
import { FieldHelp } from '../../components/FieldHelp';
import { ProblemAlert } from '../../components/ProblemState';
import { LoadingState } from '../../components/LoadingState';
import { Typeahead } from '../../components/Typeahead';
import type { DraftProblem } from '../../domain/draft';
import { pushesOf, tagsOf } from '../../domain/push';
import type { Watched } from '../../domain/watched';
import { draftProblemText } from '../../i18n/form-text';
import { useT } from '../../i18n/use-t';
import type { ImageStream } from '../../k8s/image-stream';
import { nameOf } from '../../k8s/resource';
import { FixedField } from './FixedField';
import { ProjectField } from './ProjectField';
import { StreamFacts } from './StreamFacts';
import { TagRuleFields } from './TagRuleFields';
import { WouldHaveRun } from './WouldHaveRun';
import type { FormAction, FormState } from './form-state';
import { optionsOf } from './options';

/** What a project that is not chosen yet has. */
const noStreams: Watched<ImageStream[]> = { state: 'loaded', data: [] };

export interface StreamStepProps {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  readonly projects: Watched<string[]>;
  readonly streams: Watched<ImageStream[]>;
  /** Whether the ImageStream that is chosen does not exist. */
  readonly isGone: boolean;
  readonly problems: readonly DraftProblem[];
  /** Whether the ImageStream stays: only its tags can be chosen. */
  readonly isFixed: boolean;
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

const ChosenStream = ({ state, dispatch, projects, streams, isGone }: StreamStepProps) => {
  const t = useT();
  const { draft, streamNamespace } = state;
  const all = streams.state === 'loaded' ? streams.data : [];
  return (
    <Grid hasGutter md={6}>
      <GridItem>
        <ProjectField
          id="stream-project"
          label={t('Project of the ImageStream')}
          value={streamNamespace}
          projects={projects}
          onChange={(namespace) => dispatch({ type: 'stream-namespace', namespace })}
        />
      </GridItem>
      <GridItem>
        <FormGroup label={t('ImageStream')} fieldId="stream" isRequired>
          <Typeahead
            id="stream"
            label={t('ImageStream')}
            value={draft.stream?.name ?? ''}
            options={optionsOf(streamNamespace === '' ? noStreams : streams, (one) => ({
              value: nameOf(one),
            }))}
            placeholder={t('Select an ImageStream')}
            onChange={(name) =>
              dispatch({ type: 'stream', stream: { namespace: streamNamespace, name } })
            }
          />
          <FieldHelp
            problem={
              isGone
                ? t('There is no ImageStream {{name}} in project {{project}}.', {
                    name: draft.stream?.name ?? '',
                    project: streamNamespace,
                  })
                : undefined
            }
            help={
              streams.state === 'loaded' && all.length === 0
                ? t(
                    'No ImageStreams in project {{project}}. Push an image, or choose another project.',
                    {
                      project: streamNamespace,
                    },
                  )
                : undefined
            }
          />
        </FormGroup>
      </GridItem>
    </Grid>
  );
};

/** First step: which ImageStream, and which of its tags. */
export const StreamStep = (props: StreamStepProps) => {
  const { state, dispatch, streams, problems, isFixed } = props;
  const t = useT();
  const { draft, streamNamespace } = state;
  const all = streams.state === 'loaded' ? streams.data : [];
  const stream = all.find((one) => nameOf(one) === draft.stream?.name);
  const pushes = useMemo(() => (stream ? pushesOf(stream) : []), [stream]);
  const ruleProblem = problems.find(({ code }) => code === 'rule');
  return (
    <Form isWidthLimited onSubmit={(event) => event.preventDefault()}>
      {isFixed ? <FixedStream state={state} /> : <ChosenStream {...props} />}
      {streams.state === 'loading' && streamNamespace !== '' && <LoadingState />}
      {streams.state === 'failed' && (
        <ProblemAlert
          title={t('The ImageStreams of project {{project}} cannot be read', {
            project: streamNamespace,
          })}
          problem={streams.problem}
        />
      )}
      {stream && (
        <>
          <StreamFacts stream={stream} />
          <TagRuleFields
            rule={draft.rule}
            tags={tagsOf(stream)}
            problem={ruleProblem && draftProblemText(t, ruleProblem)}
            onChange={(rule) => dispatch({ type: 'rule', rule })}
          />
          {!ruleProblem && <WouldHaveRun pushes={pushes} rule={draft.rule} />}
        </>
      )}
    </Form>
  );
};
