import { pipelineRunKind } from '../../k8s/pipeline-run';
import type { PipelineRun } from '../../k8s/pipeline-run';
import { apiVersionOf } from '../../k8s/resource';
import type { TriggerDraft } from '../draft';
import { draftMarks, runSpec } from '../manifests/trigger-template';
import { yamlOf } from '../manifest-yaml';
import { metadataParts } from '../run-metadata';

/**
 * The PipelineRun that each push starts, as the TriggerTemplate has it, without what the plugin sets
 * itself: its name and its marks.
 */
export const draftRun = (draft: TriggerDraft): PipelineRun => {
  const marks = metadataParts
    .map((part) => [part, draftMarks(draft, part)] as const)
    .filter(([, entries]) => Object.keys(entries).length > 0);
  return {
    apiVersion: apiVersionOf(pipelineRunKind),
    kind: pipelineRunKind.kind,
    ...(marks.length > 0 && { metadata: Object.fromEntries(marks) }),
    spec: runSpec(draft),
  };
};

/** The run of a draft as the text that a user changes. */
export const draftRunYaml = (draft: TriggerDraft): string => yamlOf(draftRun(draft));
