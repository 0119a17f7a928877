import { pipelineRunKind } from '../../k8s/pipeline-run';
import type { WorkspaceBinding } from '../../k8s/pipeline-run';
import type { Param } from '../../k8s/pipeline';
import { apiVersionOf } from '../../k8s/resource';
import type { Manifest } from '../../k8s/resource';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import type { TriggerTemplateManifest } from '../../k8s/trigger-template';
import type { Labels } from '../cluster-verbs';
import type { CompleteDraft, TriggerDraft } from '../draft';
import {
  builderAnnotation,
  causeAnnotations,
  managedLabels,
  streamLabel,
  triggerLabel,
} from '../marks';
import { templateValue } from '../param-value';
import { bindingParams, hasField, pushFields, templateParam } from '../push-fields';
import { noMetadata, templateMetadata } from '../run-metadata';
import type { MetadataPart } from '../run-metadata';
import { withRunParts } from '../run-spec';
import { workspaceBinding } from '../workspace';

/** Label values are limited to 63 characters, names of ImageStreams are not. */
const mostLabelCharacters = 63;

/** What the runs of a draft hand to its Pipeline. */
export const runParams = ({ params }: Pick<CompleteDraft, 'params'>): Param[] =>
  params.flatMap((param) => {
    const value = templateValue(param);
    return value === undefined ? [] : [{ name: param.name, value }];
  });

/** What fills the workspaces of the runs of a draft. */
export const runWorkspaces = ({
  workspaces,
}: Pick<CompleteDraft, 'workspaces'>): WorkspaceBinding[] =>
  workspaces.map(workspaceBinding).filter((binding) => binding !== undefined);

/** Whose template it is: what it builds of the trigger, apart from what its runs are to do. */
export type TemplateOwner = Pick<CompleteDraft, 'namespace' | 'name' | 'stream' | 'kept'> &
  Partial<Pick<CompleteDraft, 'metadata'>>;

/** The name of every run: its placeholder, which the listener fills. */
export const runNameInTemplate = templateParam('run-name');

/** What the plugin marks the runs of a trigger with, so that each tells its push. */
export const ownMarks = ({
  name,
  stream,
}: Pick<TriggerDraft, 'name' | 'stream'>): Record<MetadataPart, Labels> => ({
  labels: {
    ...managedLabels,
    [triggerLabel]: name,
    ...(hasField(stream, 'stream') &&
      stream &&
      stream.name.length <= mostLabelCharacters && { [streamLabel]: stream.name }),
  },
  annotations: {
    ...(hasField(stream, 'stream') && {
      [causeAnnotations.stream]: templateParam(pushFields.stream.param),
      [causeAnnotations.streamNamespace]: templateParam(pushFields.streamNamespace.param),
    }),
    [causeAnnotations.tag]: templateParam(pushFields.tag.param),
    [causeAnnotations.digest]: templateParam(pushFields.digest.param),
    [causeAnnotations.reference]: templateParam(pushFields.reference.param),
    [causeAnnotations.pushedAt]: templateParam(pushFields.pushedAt.param),
    [causeAnnotations.eventId]: templateParam('event-id'),
    [causeAnnotations.eventTime]: templateParam('event-time'),
  },
});

/** What a draft marks its runs with, beside the plugin's own marks. */
export const draftMarks = (
  { kept, metadata = noMetadata }: Pick<TemplateOwner, 'kept' | 'metadata'>,
  part: MetadataPart,
): Labels => ({ ...kept?.[part], ...templateMetadata(metadata, part) });

const runTemplate = (
  owner: TemplateOwner,
  spec: object | undefined,
): Manifest & { spec?: object } => {
  const own = ownMarks(owner);
  return {
    apiVersion: apiVersionOf(pipelineRunKind),
    kind: pipelineRunKind.kind,
    metadata: {
      name: runNameInTemplate,
      labels: { ...draftMarks(owner, 'labels'), ...own.labels },
      annotations: { ...draftMarks(owner, 'annotations'), ...own.annotations },
    },
    spec,
  };
};

/** A template of one PipelineRun with a fixed name and its cause record, around what it runs. */
export const templateAround = (
  owner: TemplateOwner,
  runSpec: object | undefined,
  version: string,
): TriggerTemplateManifest => ({
  apiVersion: apiVersionOf(triggerTemplateKind),
  kind: triggerTemplateKind.kind,
  metadata: {
    name: owner.name,
    namespace: owner.namespace,
    labels: { ...managedLabels, [triggerLabel]: owner.name },
    annotations: { [builderAnnotation]: version },
  },
  spec: {
    params: bindingParams(owner.stream).map(({ param }) => ({ name: param })),
    resourcetemplates: [runTemplate(owner, runSpec)],
  },
});

/** The `spec` of the runs of a draft. */
export const runSpec = (draft: Omit<TriggerDraft, 'stream'>): object => {
  const workspaces = runWorkspaces(draft);
  // A reference by name: an inline pipelineSpec crashes the Pipelines plugin's TriggerTemplate page.
  const spec = {
    ...draft.kept?.spec,
    pipelineRef: { name: draft.pipeline },
    params: runParams(draft),
    ...(workspaces.length > 0 && { workspaces }),
  };
  return withRunParts(spec, draft);
};

/** The template of an image trigger. */
export const triggerTemplateManifest = (
  draft: CompleteDraft,
  version: string,
): TriggerTemplateManifest => templateAround(draft, runSpec(draft), version);
