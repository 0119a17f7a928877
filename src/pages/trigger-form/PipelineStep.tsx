import { Alert, Form, FormGroup, Grid, GridItem, Title } from '@patternfly/react-core';
import { ProblemAlert } from '../../components/ProblemState';
import { FieldHelp } from '../../components/FieldHelp';
import { LoadingState } from '../../components/LoadingState';
import { Typeahead } from '../../components/Typeahead';
import { useMay } from '../../cluster/use-access';
import type { DraftProblem, TriggerDraft } from '../../domain/draft';
import type { Watched } from '../../domain/watched';
import { mayNotCreateText } from '../../i18n/access-text';
import { useT } from '../../i18n/use-t';
import type { Pipeline } from '../../k8s/pipeline';
import { nameOf } from '../../k8s/resource';
import { triggerKind } from '../../k8s/trigger';
import { FixedField } from './FixedField';
import { KeptNotice } from './KeptNotice';
import { ParamRows } from './ParamRows';
import type { PreviewPush } from './ParamRows';
import { ProjectField } from './ProjectField';
import { optionsOf } from './options';
import { SamplePipeline } from './SamplePipeline';
import type { FormAction, FormState } from './form-state';

/** What a project that is not chosen yet has. */
const noPipelines: Watched<Pipeline[]> = { state: 'loaded', data: [] };

export interface PipelineStepProps {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  readonly projects: Watched<string[]>;
  readonly pipelines: Watched<Pipeline[]>;
  /** Whether the Pipeline that is chosen does not exist. */
  readonly isGone: boolean;
  readonly preview: PreviewPush | undefined;
  readonly problems: readonly DraftProblem[];
  /** Whether the project stays: only its Pipelines can be chosen. */
  readonly isFixed: boolean;
}

const Workspaces = ({ pipeline }: { readonly pipeline: Pipeline }) => {
  const t = useT();
  const needed = (pipeline.spec?.workspaces ?? []).filter(({ optional }) => optional !== true);
  return needed.length === 0 ? null : (
    <Alert
      component="h2"
      isInline
      variant="warning"
      title={t('The Pipeline needs workspaces: {{names}}', {
        names: needed.map(({ name }) => name).join(', '),
      })}
    >
      {t(
        'This form cannot fill workspaces yet. Runs fail unless a default workspace is configured for the cluster.',
      )}
    </Alert>
  );
};

/** Whether nothing says where the workspaces of the Pipeline are: the form cannot. */
const hasNoWorkspaces = ({ kept }: TriggerDraft): boolean =>
  kept === undefined || !('workspaces' in kept.spec);

/** Second step: which Pipeline, and what its parameters get from the push. */
export const PipelineStep = (props: PipelineStepProps) => {
  const { state, dispatch, projects, pipelines, isGone, preview, problems, isFixed } = props;
  const t = useT();
  const { draft } = state;
  const all = pipelines.state === 'loaded' ? pipelines.data : [];
  const pipeline = all.find((one) => nameOf(one) === draft.pipeline);
  const mayCreate = useMay({
    kind: triggerKind,
    verb: 'create',
    namespace: draft.namespace || undefined,
  });
  const none = pipelines.state === 'loaded' && all.length === 0 && draft.namespace !== '';
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <Grid hasGutter md={6}>
        <GridItem>
          {isFixed ? (
            <FixedField
              id="pipeline-project"
              label={t('Project')}
              value={draft.namespace}
              help={t('It stays. For another project, clone the trigger.')}
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
      {pipeline && (
        <>
          {hasNoWorkspaces(draft) && <Workspaces pipeline={pipeline} />}
          <KeptNotice kept={draft.kept} />
          <Title headingLevel="h2" size="lg">
            {t('Parameters')}
          </Title>
          {draft.params.length === 0 ? (
            <p>{t('The Pipeline has no parameters: it will not know which image was pushed.')}</p>
          ) : (
            <>
              {!isFixed && (
                <p>
                  {t(
                    'Values are proposed by the names of the parameters, unless a row says otherwise.',
                  )}
                </p>
              )}
              <ParamRows
                params={draft.params}
                specs={pipeline.spec?.params ?? []}
                preview={preview}
                problems={problems}
                onChange={(name, source) => dispatch({ type: 'param', name, source })}
              />
            </>
          )}
        </>
      )}
    </Form>
  );
};
