import type { PipelineRun } from '../../k8s/pipeline-run';
import { aDraft } from '../../testing/builders';
import type { CompleteDraft, DraftParam } from '../draft';
import { clusterImages } from '../push';
import { bindingParams } from '../push-fields';
import { triggerTemplateManifest } from './trigger-template';

const runOf = (overrides: Partial<CompleteDraft>): PipelineRun =>
  triggerTemplateManifest(aDraft(overrides), '1.2.3').spec.resourcetemplates![0]!;

describe('triggerTemplateManifest', () => {
  it('makes one PipelineRun with a fixed name and its cause record', () => {
    expect(triggerTemplateManifest(aDraft(), '1.2.3')).toEqual({
      apiVersion: 'triggers.tekton.dev/v1beta1',
      kind: 'TriggerTemplate',
      metadata: {
        name: 'scan-web',
        namespace: 'ci',
        labels: {
          'app.kubernetes.io/managed-by': 'image-triggers-plugin',
          'imagetriggers.dev/trigger': 'scan-web',
        },
        annotations: { 'imagetriggers.dev/builder-version': '1.2.3' },
      },
      spec: {
        params: [
          { name: 'image-reference' },
          { name: 'image-digest' },
          { name: 'image-tag' },
          { name: 'image-stream' },
          { name: 'image-stream-namespace' },
          { name: 'pushed-at' },
          { name: 'event-id' },
          { name: 'event-time' },
          { name: 'run-name' },
        ],
        resourcetemplates: [
          {
            apiVersion: 'tekton.dev/v1',
            kind: 'PipelineRun',
            metadata: {
              name: '$(tt.params.run-name)',
              labels: {
                'app.kubernetes.io/managed-by': 'image-triggers-plugin',
                'imagetriggers.dev/trigger': 'scan-web',
                'imagetriggers.dev/image-stream': 'web',
              },
              annotations: {
                'imagetriggers.dev/image-stream': '$(tt.params.image-stream)',
                'imagetriggers.dev/image-stream-namespace': '$(tt.params.image-stream-namespace)',
                'imagetriggers.dev/tag': '$(tt.params.image-tag)',
                'imagetriggers.dev/digest': '$(tt.params.image-digest)',
                'imagetriggers.dev/reference': '$(tt.params.image-reference)',
                'imagetriggers.dev/pushed-at': '$(tt.params.pushed-at)',
                'imagetriggers.dev/event-id': '$(tt.params.event-id)',
                'imagetriggers.dev/event-time': '$(tt.params.event-time)',
              },
            },
            spec: {
              pipelineRef: { name: 'scan' },
              params: [{ name: 'IMAGE', value: '$(tt.params.image-reference)' }],
            },
          },
        ],
      },
    });
  });

  it.each([
    ['an ImageStream', aDraft().stream],
    ['all Images', clusterImages],
  ])('takes every parameter that it uses from the TriggerBinding of %s', (_, stream) => {
    const text = JSON.stringify(triggerTemplateManifest(aDraft({ stream }), '1.2.3'));
    const used = [...text.matchAll(/\$\(tt\.params\.([^)]+)\)/g)].map(([, name]) => name);
    const bound: (string | undefined)[] = bindingParams(stream).map(({ param }) => param);
    expect(used.filter((name) => !bound.includes(name))).toEqual([]);
  });

  it('records of an Image its repository, and no ImageStream', () => {
    const { labels, annotations } = runOf({ stream: clusterImages }).metadata ?? {};
    expect(annotations).toEqual({
      'imagetriggers.dev/tag': '$(tt.params.image-tag)',
      'imagetriggers.dev/digest': '$(tt.params.image-digest)',
      'imagetriggers.dev/reference': '$(tt.params.image-reference)',
      'imagetriggers.dev/pushed-at': '$(tt.params.pushed-at)',
      'imagetriggers.dev/event-id': '$(tt.params.event-id)',
      'imagetriggers.dev/event-time': '$(tt.params.event-time)',
    });
    expect(Object.keys(labels ?? {})).not.toContain('imagetriggers.dev/image-stream');
  });

  it('leaves out parameters that keep their default, and keeps the types of the others', () => {
    const base: DraftParam = {
      name: 'X',
      type: 'string',
      hasDefault: true,
      source: { from: 'default' },
    };
    const { spec } = runOf({
      params: [
        base,
        { ...base, name: 'MODE', source: { from: 'literal', value: 'strict' } },
        { ...base, name: 'TAGS', type: 'array', source: { from: 'push', field: 'tag' } },
        { ...base, name: 'ARGS', type: 'array', source: { from: 'literal', value: '-v\n-q' } },
      ],
    });
    expect(spec?.params).toEqual([
      { name: 'MODE', value: 'strict' },
      { name: 'TAGS', value: ['$(tt.params.image-tag)'] },
      { name: 'ARGS', value: ['-v', '-q'] },
    ]);
  });

  it.each([
    [63, 's'.repeat(63)],
    [64, undefined],
  ])('labels runs with the name of a stream of %i characters: %s', (length, label) => {
    const run = runOf({ stream: { namespace: 'images', name: 's'.repeat(length) } });
    expect(run.metadata?.labels?.['imagetriggers.dev/image-stream']).toBe(label);
  });
});
