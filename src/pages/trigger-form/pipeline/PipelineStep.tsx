import { Form, FormGroup, Grid, GridItem, Title } from '@patternfly/react-core';
import { ProblemAlert } from '../../../components/ProblemState';
import { FieldHelp } from '../../../components/FieldHelp';
import { LoadingState } from '../../../components/LoadingState';
import { Typeahead } from '../../../components/Typeahead';
import { useMay } from '../../../cluster/use-access';
import type { DraftProblem, TriggerDraft } from '../../../domain/draft';
import type { Watched } from '../../../domain/watched';
import { mayNotCreateText } from '../../../i18n/access-text';
import { fieldPlaceholders } from '../../../i18n/push-field-text';
import { useT } from '../../../i18n/use-t';
import type { Pipeline } from '../../../k8s/pipeline';
import { nameOf } from '../../../k8s/resource';
import { triggerKind } from '../../../k8s/trigger';
import { FixedField } from '../FixedField';
import { KeptNotice } from '../kept/KeptNotice';
import { ParamRows } from './ParamRows';
import type { PreviewPush } from './ParamPreview';
import { ProjectField } from '../ProjectField';
import { optionsOf } from '../options';
import { SamplePipeline } from './SamplePipeline';
import type { FormAction } from '../form-state';
import { RunViews } from '../run-yaml/RunViews';
import type { ChainStart } from '../use-chain-start';
import { isTextAhead } from '../yaml-state';
import type { RunYaml } from '../yaml-state';
import { WorkspaceRows } from './WorkspaceRows';

/** What a project that is not chosen yet has. */
const noPipelines: Watched<Pipeline[]> = { state: 'loaded', data: [] };

export interface PipelineStepProps {
  /** As it is shown, with a row for each workspace of the Pipeline. */
  readonly draft: TriggerDraft;
  readonly dispatch: (action: FormAction) => void;
  readonly projects: Watched<string[]>;
  readonly pipelines: Watched<Pipeline[]>;
  /** The one that is chosen, if it is there. */
  readonly pipeline: Pipeline | undefined;
  /** Whether the Pipeline that is chosen does not exist. */
  readonly isGone: boolean;
  readonly preview: PreviewPush | undefined;
  /** Where the run is shown as YAML. */
  readonly yaml: RunYaml | undefined;
  readonly problems: readonly DraftProblem[];
  /** Whether the project stays: only its Pipelines can be chosen. */
  readonly isFixed: boolean;
  /** The chain that is taken over. */
  readonly start?: ChainStart;
}

/** What the parameters of the Pipeline get. */
const Parameters = ({
  draft,
  pipeline,
  preview,
  problems,
  isFixed,
  start,
  dispatch,
}: PipelineStepProps & { readonly pipeline: Pipeline }) => {
  const t = useT();
  return (
    <>
      <Title headingLevel="h2" size="lg">
        {t('Parameters')}
      </Title>
      {draft.params.length === 0 ? (
        <p>{t('The Pipeline has no parameters: it will not know which image was pushed.')}</p>
      ) : (
        <>
          {!isFixed && !start && (
            <p>
              {t(
                'Values are proposed by the names of the parameters, unless a row says otherwise.',
              )}
            </p>
          )}
          {draft.params.some(
            ({ source }) => source.from === 'literal' || source.from === 'object',
          ) && (
            <p>
              {t('In a text, {{fields}} stand for fields of the push.', {
                fields: fieldPlaceholders,
              })}
            </p>
          )}
          <ParamRows
            params={draft.params}
            specs={pipeline.spec?.params ?? []}
            stream={draft.stream}
            preview={preview}
            problems={problems}
            start={start?.draft.pipeline === draft.pipeline ? start : undefined}
            onChange={(name, source) => dispatch({ type: 'param', name, source })}
          />
        </>
      )}
    </>
  );
};

/** What the run is told, in fields. */
const RunFields = (props: PipelineStepProps) => {
  const { draft, pipeline, problems, dispatch } = props;
  return (
    pipeline && (
      <>
        <KeptNotice kept={draft.kept} />
        <Parameters {...props} pipeline={pipeline} />
        <WorkspaceRows
          namespace={draft.namespace}
          workspaces={draft.workspaces}
          specs={pipeline.spec?.workspaces ?? []}
          problems={problems}
          onChange={(workspace) => dispatch({ type: 'workspace', workspace })}
        />
      </>
    )
  );
};

/** Second step: which Pipeline, what its parameters get from the push, what fills its workspaces. */
export const PipelineStep = (props: PipelineStepProps) => {
  const { draft, yaml, dispatch, projects, pipelines, pipeline, isGone, isFixed } = props;
  const t = useT();
  const all = pipelines.state === 'loaded' ? pipelines.data : [];
  const mayCreate = useMay({
    kind: triggerKind,
    verb: 'create',
    namespace: draft.namespace || undefined,
  });
  // Either would take the place of the text.
  const isLocked = isTextAhead({ yaml });
  const lockedHelp = t('Put the YAML right first, or go back to the form view.');
  const none = pipelines.state === 'loaded' && all.length === 0 && draft.namespace !== '';
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <Grid hasGutter md={6}>
        <GridItem>
          {isFixed || isLocked ? (
            <FixedField
              id="pipeline-project"
              label={t('Project')}
              value={draft.namespace}
              help={isFixed ? t('It stays. For another project, clone the trigger.') : lockedHelp}
            />
          ) : (
            <ProjectField
              id="pipeline-project"
              label={t('Project of the Pipeline')}
              value={draft.namespace}
              projects={projects}
              problem={
                mayCreate === false && draft.namespace !== ''
                  ? mayNotCreateText(t, draft.namespace)
                  : undefined
              }
              help={t('The trigger and its runs are created here.')}
              onChange={(namespace) => dispatch({ type: 'namespace', namespace })}
            />
          )}
        </GridItem>
        <GridItem>
          {isLocked ? (
            <FixedField
              id="pipeline"
              label={t('Pipeline')}
              value={draft.pipeline}
              help={lockedHelp}
            />
          ) : (
            <FormGroup label={t('Pipeline')} fieldId="pipeline" isRequired>
              <Typeahead
                id="pipeline"
                label={t('Pipeline')}
                value={draft.pipeline}
                options={optionsOf(draft.namespace === '' ? noPipelines : pipelines, (one) => ({
                  value: nameOf(one),
                  description: one.spec?.description,
                }))}
                placeholder={t('Select a Pipeline')}
                onChange={(name) => {
                  const chosen = all.find((one) => nameOf(one) === name);
                  if (chosen) dispatch({ type: 'pipeline', pipeline: chosen });
                }}
              />
              <FieldHelp
                problem={
                  isGone
                    ? t('There is no Pipeline {{name}} in project {{project}}.', {
                        name: draft.pipeline,
                        project: draft.namespace,
                      })
                    : undefined
                }
                help={pipeline?.spec?.description}
              />
            </FormGroup>
          )}
        </GridItem>
      </Grid>
      {pipelines.state === 'loading' && draft.namespace !== '' && <LoadingState />}
      {pipelines.state === 'failed' && (
        <ProblemAlert
          title={t('The Pipelines of project {{project}} cannot be read', {
            project: draft.namespace,
          })}
          problem={pipelines.problem}
        />
      )}
      {none && (
        <SamplePipeline
          namespace={draft.namespace}
          onCreated={() => document.getElementById('pipeline')?.focus()}
        />
      )}
      <RunViews {...props}>
        <RunFields {...props} />
      </RunViews>
    </Form>
  );
};
