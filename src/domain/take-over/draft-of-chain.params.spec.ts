import type { ParamSource } from '../draft';
import { pipelineKind } from '../../k8s/pipeline';
import type { Param, ParamSpec, Pipeline } from '../../k8s/pipeline';
import { chainIn, oldObjectsOf } from '../../testing/old-objects';
import { draftOfChain } from './draft-of-chain';
import type { ChainDraft, OldObjects, ParamOrigin } from './draft-of-chain';

const aPipeline = (params: ParamSpec[] = []): Pipeline => ({
  kind: pipelineKind.kind,
  metadata: { name: 'print', namespace: 'watch' },
  spec: { params },
});

const take = (objects: OldObjects, pipeline?: Pipeline): ChainDraft =>
  draftOfChain(chainIn(objects), objects, pipeline)!;

const event = {
  reference: '$(body.dockerImageReference)',
  name: '$(body.metadata.name)',
  type: '$(header.Ce-Type)',
};

const push = (field: 'reference' | 'digest'): ParamSource => ({ from: 'push', field });
const text = (value: string): ParamSource => ({ from: 'literal', value });

describe('a parameter of a chain that is taken over', () => {
  it.each<[string, Param['value'], ParamSource, ParamOrigin]>([
    [
      'is a field of the push',
      '$(tt.params.reference)',
      push('reference'),
      { from: 'push', asks: [event.reference] },
    ],
    [
      'is another field of the push',
      '$(tt.params.name)',
      push('digest'),
      { from: 'push', asks: [event.name] },
    ],
    [
      'is a text with a field in it',
      'docker://$(tt.params.reference)',
      text('docker://$(reference)'),
      { from: 'push', asks: [event.reference] },
    ],
    ['is a text', 'quay.example', text('quay.example'), { from: 'template' }],
    [
      'is left to the user, where the push has no such field',
      '$(tt.params.type)',
      text(''),
      { from: 'event', asks: [event.type] },
    ],
    [
      'is left to the user, where nothing is bound to it',
      '$(tt.params.nobody)',
      text(''),
      { from: 'event', asks: ['$(tt.params.nobody)'] },
    ],
  ])('%s', (...[, value, source, origin]) => {
    const objects = oldObjectsOf({ spec: { params: [{ name: 'IMAGE', value }] } }, event);
    const { draft, origins } = take(objects, aPipeline([{ name: 'IMAGE' }]));
    expect(draft.params).toMatchObject([{ name: 'IMAGE', source }]);
    expect(origins.get('IMAGE')).toEqual(origin);
  });

  it('has the default of the Pipeline where the push has no such field', () => {
    const objects = oldObjectsOf(
      { spec: { params: [{ name: 'TYPE', value: '$(tt.params.type)' }] } },
      event,
    );
    const { draft } = take(objects, aPipeline([{ name: 'TYPE', default: 'push' }]));
    expect(draft.params).toMatchObject([{ name: 'TYPE', source: { from: 'default' } }]);
  });

  it('is taken for what the plugin calls otherwise by what it is bound to, not by its name', () => {
    const objects = oldObjectsOf(
      { spec: { params: [{ name: 'A', value: '$(tt.params.image-tag)' }] } },
      { 'image-tag': event.type },
    );
    expect(take(objects).draft.params).toMatchObject([{ source: { from: 'default' } }]);
  });

  it('keeps what Pipelines itself fills in', () => {
    const value = 'run-$(context.pipelineRun.name)';
    const objects = oldObjectsOf({ spec: { params: [{ name: 'A', value }] } });
    expect(take(objects, aPipeline([{ name: 'A' }])).draft.params).toMatchObject([
      { source: { from: 'kept' }, kept: value },
    ]);
  });

  describe('of type object', () => {
    const value = {
      url: 'docker://$(tt.params.reference)',
      digest: '$(tt.params.name)',
      type: '$(tt.params.type)',
    };
    const objects = oldObjectsOf({ spec: { params: [{ name: 'image', value }] } }, event);
    const properties = { url: {}, digest: {}, type: {} };

    it('has fields of the push key by key, and leaves to the user what no push has', () => {
      const { draft, origins } = take(
        objects,
        aPipeline([{ name: 'image', type: 'object', properties }]),
      );
      expect(draft.params).toEqual([
        {
          name: 'image',
          type: 'object',
          hasDefault: false,
          properties: Object.keys(properties).map((name) => ({ name, hasDefault: false })),
          source: {
            from: 'object',
            keys: [
              { name: 'url', source: text('docker://$(reference)') },
              { name: 'digest', source: push('digest') },
              { name: 'type', source: text('') },
            ],
          },
        },
      ]);
      expect(origins.get('image')).toEqual({ from: 'event', asks: [event.type] });
    });

    it('keeps its keys where the Pipeline is not there', () => {
      const { draft } = take(
        oldObjectsOf({ spec: { params: [{ name: 'image', value: { a: 'x' } }] } }),
      );
      expect(draft.params).toMatchObject([
        { source: { from: 'object', keys: [{ name: 'a', source: text('x') }] } },
      ]);
    });
  });
});
