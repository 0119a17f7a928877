import { aDraft } from '../testing/builders';
import { draftParams, draftProblems } from './draft';
import { proposeParam } from './param-proposal';
import { samplePipeline } from './sample-pipeline';

describe('samplePipeline', () => {
  const pipeline = samplePipeline('ci');

  it('needs nothing from the user: its parameter is the image', () => {
    const all = pipeline.spec?.params ?? [];
    const params = draftParams(pipeline, (param) => proposeParam(param, all).source);
    expect(params).toMatchObject([{ name: 'IMAGE', source: { from: 'push', field: 'reference' } }]);
    expect(draftProblems(aDraft({ pipeline: 'print-image', params }), new Set())).toEqual([]);
  });

  it('runs no value as code', () => {
    for (const { script } of pipeline.spec?.tasks?.[0]?.taskSpec?.steps ?? [])
      expect(script).not.toContain('$(');
  });
});
