import type { TriggerDraft } from '../draft';
import { noPodTemplate } from '../pod-template';
import { aChain, aChainListener, aChainSource } from '../../testing/chain-builders';
import {
  aTakenChain,
  chainIn,
  oldObjects,
  oldObjectsOf,
  ownEntry,
} from '../../testing/old-objects';
import { draftOfChain, takeOverRefusal } from './draft-of-chain';
import type { ChainDraft, OldObjects } from './draft-of-chain';
import type { LeftOut } from './left-out';

const take = (objects: OldObjects): ChainDraft =>
  draftOfChain(chainIn(objects), objects, undefined)!;

const event = { reference: '$(body.dockerImageReference)', type: '$(header.Ce-Type)' };

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
      'pods',
      { spec: { taskRunTemplate: { podTemplate: { priorityClassName: 'low' } } } },
      { pod: { ...noPodTemplate, priorityClass: 'low' } },
    ],
    [
      'other fields',
      { spec: { taskRunTemplate: { podTemplate: { schedulerName: 'own' } } } },
      { kept: { spec: { taskRunTemplate: { podTemplate: { schedulerName: 'own' } } } } },
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
