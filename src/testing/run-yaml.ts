import type { CompleteDraft } from '../domain/draft';
import { readRunYaml } from '../domain/run-yaml/read-run-yaml';
import type { Pipeline } from '../k8s/pipeline';
import { aDraft } from './builders';

const pipelines: Pipeline[] = [
  { metadata: { name: 'scan' }, spec: { params: [{ name: 'IMAGE' }] } },
  {
    metadata: { name: 'build' },
    spec: {
      params: [{ name: 'IMAGE' }, { name: 'ARGS', type: 'array', default: [] }],
      workspaces: [{ name: 'source' }],
    },
  },
];

/** Reads a text among the Pipelines `scan` and `build`. */
export const read = (text: string, draft: CompleteDraft = aDraft()) =>
  readRunYaml(text, {
    draft,
    pipelineNamed: (name) => pipelines.find(({ metadata }) => metadata?.name === name),
  });

/** How every run begins: two lines. */
export const head = 'apiVersion: tekton.dev/v1\nkind: PipelineRun\n';

/** A run of the Pipeline `scan` with more in its `spec`, which begins in line 6. */
export const withSpec = (more: string): string =>
  `${head}spec:\n  pipelineRef:\n    name: scan\n${more.replace(/^(?=.)/gm, '  ')}`;

/** With its metadata, which begin in line 4. */
export const withMetadata = (metadata: string): string =>
  `${head}metadata:\n${metadata.replace(/^(?=.)/gm, '  ')}\nspec: {pipelineRef: {name: scan}}\n`;
