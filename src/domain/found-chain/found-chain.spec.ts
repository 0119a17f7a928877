import fc from 'fast-check';
import {
  aChain,
  aChainListener,
  aChainSource,
  aChainTemplate,
  chainObjects,
} from '../../testing/chain-builders';
import { managedLabels } from '../marks';
import { chainFindings } from './chain-findings';
import { concernsProject, foundChainsOf } from './found-chain';
import type { ChainObjects, FoundChain } from './found-chain';

const ours = <T extends object>(object: T): T & { metadata: object } => ({
  ...object,
  metadata: { name: 'images', namespace: 'watch', labels: managedLabels },
});

const ready = { state: 'ready' };

describe('foundChainsOf', () => {
  it('follows the objects from the source to the Pipeline', () => {
    expect(foundChainsOf(chainObjects())).toEqual([
      {
        key: 'watch/images/watch/print/print',
        name: 'print',
        scopes: [{ of: 'images', labelled: false }],
        sources: [{ namespace: 'watch', name: 'images', health: ready }],
        listener: { namespace: 'watch', name: 'images', health: ready },
        trigger: 'print',
        triggerNamespace: 'watch',
        filtered: false,
        bindings: [],
        template: { namespace: 'watch', name: 'print' },
        runNamespace: 'watch',
        pipeline: { kind: 'named', namespace: 'watch', name: 'print' },
      },
    ]);
  });

  const entry = { template: { ref: 'print' } };

  it.each<[string, Partial<ChainObjects>, Partial<FoundChain>]>([
    [
      'a trigger without a name',
      { listeners: [aChainListener({ triggers: [entry] })] },
      { name: 'images', trigger: '' },
    ],
    [
      'a template inside of the trigger',
      {
        listeners: [
          aChainListener({
            triggers: [{ name: 'print', template: { spec: aChainTemplate().spec } }],
          }),
        ],
        templates: [],
      },
      { template: undefined, pipeline: { kind: 'named', namespace: 'watch', name: 'print' } },
    ],
    ['a missing template', { templates: [] }, { pipeline: undefined, runNamespace: 'watch' }],
    [
      'a template that says where',
      { templates: [aChainTemplate({ metadata: { namespace: 'ci' } })] },
      { runNamespace: 'ci', pipeline: { kind: 'named', namespace: 'ci', name: 'print' } },
    ],
    [
      'a Pipeline inside of the template',
      { templates: [aChainTemplate({ spec: { pipelineSpec: {} } })] },
      { pipeline: { kind: 'inline' } },
    ],
    [
      'a Pipeline that a resolver finds',
      { templates: [aChainTemplate({ spec: { pipelineRef: { resolver: 'git' } } })] },
      { pipeline: { kind: 'resolved' } },
    ],
    [
      'a Pipeline that the event names',
      { templates: [aChainTemplate({ spec: { pipelineRef: { name: '$(tt.params.p)' } } })] },
      { pipeline: { kind: 'resolved' } },
    ],
    [
      'bindings by name',
      {
        listeners: [
          aChainListener({
            triggers: [
              {
                ...entry,
                bindings: [
                  { ref: 'fields' },
                  { name: 'a', value: 'b' },
                  { ref: 'all', kind: 'ClusterTriggerBinding' },
                ],
              },
            ],
          }),
        ],
      },
      { bindings: [{ namespace: 'watch', name: 'fields' }] },
    ],
    [
      'two sources of the same pushes',
      {
        sources: [
          aChainSource(),
          { ...aChainSource(), metadata: { name: 'more', namespace: 'watch' } },
        ],
      },
      {
        scopes: [{ of: 'images', labelled: false }],
        sources: ['images', 'more'].map((name) => ({
          namespace: 'watch',
          name,
          health: { state: 'ready' },
          url: undefined,
        })),
      },
    ],
  ])('finds a chain with %s', (_, objects, expected) => {
    const found = foundChainsOf(chainObjects(objects));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });

  it.each<[string, Partial<ChainObjects>]>([
    ['no source', { sources: [] }],
    ['no listener', { listeners: [] }],
    ['a source of ours', { sources: [ours(aChainSource())] }],
    ['a listener of ours', { listeners: [ours(aChainListener())] }],
    ['a source of other kinds', { sources: [aChainSource({ resources: [] })] }],
    ['a source that sends elsewhere', { sources: [aChainSource({ sink: {} })] }],
    ['a template of no PipelineRun', { templates: [aChainTemplate({ kind: 'TaskRun' })] }],
  ])('finds none with %s', (_, objects) => {
    expect(foundChainsOf(chainObjects(objects))).toEqual([]);
  });

  it('makes something of whatever the lists hold', () => {
    const odd = fc.jsonValue({ maxDepth: 1 });
    const metadata = { name: 'images', namespace: 'watch' };
    const record = (...fields: string[]) =>
      fc.record(Object.fromEntries(fields.map((field) => [field, odd])), { requiredKeys: [] });
    const listOf = (value: fc.Arbitrary<unknown>) =>
      fc.oneof(odd, fc.array(value, { maxLength: 3 }));
    const selectors = { labelSelector: fc.oneof(odd, record('matchLabels', 'matchExpressions')) };
    const sources = fc.record({
      resources: listOf(
        fc.oneof(odd, fc.constant({ apiVersion: 'image.openshift.io/v1', kind: 'Image' })),
      ),
      namespaceSelector: odd,
      sink: fc.oneof(odd, fc.constant({ uri: 'http://el-images:8080' }), record('uri', 'ref')),
    });
    const listeners = fc.record({
      triggers: listOf(record('name', 'template', 'triggerRef', 'bindings', 'interceptors')),
      triggerGroups: listOf(fc.record({ triggerSelector: fc.oneof(odd, fc.record(selectors)) })),
      namespaceSelector: odd,
      ...selectors,
    });
    const templates = fc.record({ resourcetemplates: listOf(record('kind', 'metadata', 'spec')) });
    const objects = (spec: fc.Arbitrary<unknown>) =>
      fc.array(
        fc.oneof(odd, spec).map((one) => ({ metadata, spec: one })),
        { maxLength: 2 },
      );
    const found = fc.record({
      sources: objects(sources),
      listeners: objects(listeners),
      triggers: objects(record('template', 'interceptors', 'bindings')),
      templates: objects(templates),
    });
    fc.assert(
      fc.property(found, (lists) => {
        expect(Array.isArray(foundChainsOf(lists as unknown as ChainObjects))).toBe(true);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('a chain', () => {
  const streams = (projects: 'all' | string[]) =>
    ({ of: 'streams', projects, labelled: false }) as const;

  it.each<[string, FoundChain, string]>([
    ['where its listener is', aChain(), 'watch'],
    ['where its runs are', aChain({ runNamespace: 'shop' }), 'shop'],
    ['whose ImageStreams it names', aChain({ scopes: [streams(['shop'])] }), 'shop'],
  ])('is a business of the project %s', (_, chain, project) => {
    expect(concernsProject(chain, project)).toBe(true);
  });

  it.each<[string, FoundChain, string]>([
    ['it has nothing to do with', aChain(), 'shop'],
    ['that is called like all', aChain({ scopes: [streams('all')] }), 'all'],
  ])('is no business of a project %s', (_, chain, project) => {
    expect(concernsProject(chain, project)).toBe(false);
  });

  const address = 'http://el-images.watch.svc.cluster.local:8080';
  const chainTo = (url: string): FoundChain =>
    aChain({
      sources: [{ ...aChain().sources[0]!, url }],
      listener: { ...aChain().listener, url: address },
    });
  const broken = { state: 'not-ready', message: 'broken' } as const;
  const [source] = aChain().sources;

  it.each<[string, FoundChain, string[]]>([
    ['nothing', aChain(), []],
    ['a source', aChain({ sources: [{ ...source!, health: broken }] }), ['source-not-ready']],
    [
      'a listener',
      aChain({ listener: { ...aChain().listener, health: broken } }),
      ['listener-not-ready'],
    ],
    ['a template', aChain({ pipeline: undefined }), ['template-missing']],
    ['a port', chainTo('http://el-images.watch.svc.cluster.local'), ['sink-port']],
    ['no port', chainTo('http://el-images:8080'), []],
  ])('says that %s is broken', (_, chain, codes) => {
    expect(chainFindings(chain).map(({ code }) => code)).toEqual(codes);
  });
});
