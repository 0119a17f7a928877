import type { CompleteDraft } from '../../src/domain/draft';
import { samplePipelineName } from '../../src/domain/sample-pipeline';
import { noPodTemplate } from '../../src/domain/pod-template';
import { noMetadata } from '../../src/domain/run-metadata';
import { defaultSettings } from '../../src/domain/run-settings';

/** An image trigger as most are: the sample Pipeline with the reference of the push. */
export const aDraft = (
  trigger: Pick<CompleteDraft, 'namespace' | 'name' | 'stream' | 'rule'> &
    Partial<Pick<CompleteDraft, 'policy'>>,
): CompleteDraft => ({
  policy: 'each-push',
  ...trigger,
  pipeline: samplePipelineName,
  params: [
    {
      name: 'IMAGE',
      type: 'string',
      hasDefault: false,
      source: { from: 'push', field: 'reference' },
    },
  ],
  workspaces: [],
  settings: defaultSettings,
  pod: noPodTemplate,
  metadata: noMetadata,
});
