import type { ParamSource, TriggerDraft } from '../draft';
import { pipelineKind } from '../../k8s/pipeline';
import type { Param, ParamSpec, Pipeline } from '../../k8s/pipeline';
import { aChain, aChainListener, aChainSource } from '../../testing/chain-builders';
import {
  aTakenChain,
  chainIn,
  oldObjects,
  oldObjectsOf,
  ownEntry,
} from '../../testing/old-objects';
import { draftOfChain, takeOverRefusal } from './draft-of-chain';
import type { ChainDraft, OldObjects, ParamOrigin } from './draft-of-chain';
import type { LeftOut } from './left-out';

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
  ])('%s', (_, value, source, origin) => {
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
});

type Run = Parameters<typeof oldObjectsOf>[0];

describe('a chain that is taken over', () => {
  it('gives its Pipeline and its own name, and no ImageStream', () => {
    const { draft } = take(oldObjects());
    expect(draft).toMatchObject<Partial<TriggerDraft>>({
      namespace: 'watch',
      pipeline: 'print',
      stream: undefined,
      takesOver: aTakenChain(),
    });
  });

  it.each<[string, Run, object]>([
    [
      'account',
      { spec: { taskRunTemplate: { serviceAccountName: 'bob' } } },
      { settings: { serviceAccount: 'bob' } },
    ],
    [
      'account of an older run',
      { apiVersion: 'tekton.dev/v1beta1', spec: { serviceAccountName: 'bob' } },
      { settings: { serviceAccount: 'bob' } },
    ],
    [
      'timeout of an older run',
      { apiVersion: 'tekton.dev/v1beta1', spec: { timeout: '1h0m0s' } },
      { settings: { pipelineTimeout: '1h0m0s' } },
    ],
    [
      'timeouts',
      { spec: { timeouts: { pipeline: '1h', tasks: '30m' } } },
      { settings: { pipelineTimeout: '1h', tasksTimeout: '30m' } },
    ],
    [
      'workspaces',
      { spec: { workspaces: [{ name: 'w', emptyDir: {} }] } },
      { workspaces: [{ name: 'w', source: { from: 'emptyDir' } }] },
    ],
    [
      'labels and annotations',
      {
        metadata: {
          labels: { team: 'red' },
          annotations: { 'example.com/image': '$(tt.params.reference)' },
        },
      },
      {
        metadata: {
          labels: [{ name: 'team', value: 'red' }],
          annotations: [{ name: 'example.com/image', value: '$(reference)' }],
        },
      },
    ],
    [
      'other fields',
      { spec: { taskRunTemplate: { podTemplate: { priorityClassName: 'low' } } } },
      { kept: { spec: { taskRunTemplate: { podTemplate: { priorityClassName: 'low' } } } } },
    ],
  ])('gives the %s of its runs', (_, run, draft) => {
    expect(take(oldObjectsOf(run, event)).draft).toMatchObject(draft);
  });

  const general: LeftOut[] = [{ code: 'every-image' }, { code: 'other-events' }];
  it.each<[string, OldObjects, LeftOut[]]>([
    ['its scope', oldObjects(), general],
    [
      'its interceptors',
      oldObjects({
        listeners: [
          aChainListener({ triggers: [{ ...ownEntry, interceptors: [{ ref: { name: 'cel' } }] }] }),
        ],
      }),
      [{ code: 'every-image' }, { code: 'interceptors' }],
    ],
    [
      'its labels, of ImageStreams',
      oldObjects({
        sources: [
          aChainSource({
            resources: [
              {
                apiVersion: 'image.openshift.io/v1',
                kind: 'ImageStream',
                selector: { matchLabels: { a: 'b' } },
              },
            ],
          }),
        ],
      }),
      [{ code: 'every-stream' }, { code: 'labels' }, { code: 'other-events' }],
    ],
    [
      'the names of its runs',
      oldObjectsOf({ metadata: { generateName: 'print-' } }),
      [...general, { code: 'run-name', name: 'print-' }],
    ],
    [
      'the account of its trigger and bindings of the cluster',
      oldObjects({
        listeners: [
          aChainListener({
            triggers: [
              {
                ...ownEntry,
                serviceAccountName: 'bob',
                bindings: [{ ref: 'all', kind: 'ClusterTriggerBinding' }],
              },
            ],
          }),
        ],
      }),
      [
        ...general,
        { code: 'cluster-binding', name: 'all' },
        { code: 'trigger-account', account: 'bob' },
      ],
    ],
    [
      'what of its runs is no field of a push',
      oldObjectsOf(
        {
          metadata: { labels: { type: '$(tt.params.type)', team: 'red' } },
          ...{
            spec: {
              status: '$(tt.params.type)',
              workspaces: [{ name: 'w', configMap: { name: '$(tt.params.type)' } }],
            },
          },
        },
        event,
      ),
      [
        ...general,
        { code: 'mark', part: 'labels', name: 'type' },
        { code: 'workspace', name: 'w' },
        { code: 'run-field', name: 'status' },
      ],
    ],
  ])('does not give %s, and says so', (_, objects, leftOut) => {
    const { draft, leftOut: said } = take(objects);
    expect(said).toEqual(leftOut);
    expect(JSON.stringify(draft)).not.toContain('$(unread');
  });

  it('does not give what else its template makes', () => {
    const objects = oldObjects();
    const [template] = objects.templates;
    template!.spec!.resourcetemplates!.push({ kind: 'ConfigMap' });
    expect(take(objects).leftOut).toContainEqual({ code: 'more-objects', kinds: ['ConfigMap'] });
  });

  it('is nothing where its parts have gone meanwhile', () => {
    const chain = chainIn();
    expect(draftOfChain(chain, oldObjects({ listeners: [] }), undefined)).toBeUndefined();
    expect(draftOfChain(chain, oldObjects({ templates: [] }), undefined)).toBeUndefined();
  });

  it.each([
    [aChain(), undefined],
    [aChain({ pipeline: undefined }), 'template-missing'],
    [aChain({ pipeline: { kind: 'inline' } }), 'inline'],
    [aChain({ pipeline: { kind: 'resolved' } }), 'resolved'],
  ])('is refused by its Pipeline alone (%#)', (chain, refusal) => {
    expect(takeOverRefusal(chain)).toBe(refusal);
  });
});
