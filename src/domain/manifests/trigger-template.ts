import { pipelineRunKind } from '../../k8s/pipeline-run';
import type { Param } from '../../k8s/pipeline';
import { apiVersionOf } from '../../k8s/resource';
import type { Manifest } from '../../k8s/resource';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import type { TriggerTemplateManifest } from '../../k8s/trigger-template';
import type { CompleteDraft } from '../draft';
import {
  builderAnnotation,
  causeAnnotations,
  managedLabels,
  streamLabel,
  triggerLabel,
} from '../marks';
import { templateValue } from '../param-value';
import { bindingParams, pushFields, templateParam } from '../push-fields';

/** Label values are limited to 63 characters, names of ImageStreams are not. */
const mostLabelCharacters = 63;

const runParams = ({ params }: CompleteDraft): Param[] =>
  params.flatMap((param) => {
    const value = templateValue(param);
    return value === undefined ? [] : [{ name: param.name, value }];
  });

const runTemplate = (draft: CompleteDraft): Manifest & { spec: object } => ({
  apiVersion: apiVersionOf(pipelineRunKind),
  kind: pipelineRunKind.kind,
  metadata: {
    name: templateParam('run-name'),
    labels: {
      ...managedLabels,
      [triggerLabel]: draft.name,
      ...(draft.stream.name.length > mostLabelCharacters
        ? {}
        : { [streamLabel]: draft.stream.name }),
    },
    annotations: {
      [causeAnnotations.stream]: templateParam(pushFields.stream.param),
      [causeAnnotations.streamNamespace]: templateParam(pushFields.streamNamespace.param),
      [causeAnnotations.tag]: templateParam(pushFields.tag.param),
      [causeAnnotations.digest]: templateParam(pushFields.digest.param),
      [causeAnnotations.reference]: templateParam(pushFields.reference.param),
      [causeAnnotations.pushedAt]: templateParam(pushFields.pushedAt.param),
      [causeAnnotations.eventId]: templateParam('event-id'),
      [causeAnnotations.eventTime]: templateParam('event-time'),
    },
  },
  // A reference by name: an inline pipelineSpec crashes the Pipelines plugin's TriggerTemplate page.
  spec: { pipelineRef: { name: draft.pipeline }, params: runParams(draft) },
});

/** The template of an image trigger: one PipelineRun with a fixed name and its cause record. */
export const triggerTemplateManifest = (
  draft: CompleteDraft,
  version: string,
): TriggerTemplateManifest => ({
  apiVersion: apiVersionOf(triggerTemplateKind),
  kind: triggerTemplateKind.kind,
  metadata: {
    name: draft.name,
    namespace: draft.namespace,
    labels: { ...managedLabels, [triggerLabel]: draft.name },
    annotations: { [builderAnnotation]: version },
  },
  spec: {
    params: bindingParams.map(({ param }) => ({ name: param })),
    resourcetemplates: [runTemplate(draft)],
  },
});
