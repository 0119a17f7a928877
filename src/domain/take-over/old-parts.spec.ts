import type { EventListenerSpec } from '../../k8s/event-listener';
import type { Trigger } from '../../k8s/trigger';
import { managedLabels } from '../marks';
import { aChainListener, aChainSource, aChainTemplate } from '../../testing/chain-builders';
import { aChainBinding, aTakenChain, oldObjects, ownEntry } from '../../testing/old-objects';
import type { OldObjects } from './draft-of-chain';
import { oldPartsOf } from './old-parts';
import { refOfPart } from './remove-old-parts';

const other = { name: 'other', template: { ref: 'else' } };

const listenerOf = (spec: EventListenerSpec) => [aChainListener(spec)];

const managed = { labels: managedLabels, name: 'print', namespace: 'watch' };

const asTrigger: OldObjects = oldObjects({
  listeners: listenerOf({ labelSelector: { matchLabels: { team: 'red' } } }),
  triggers: [
    {
      metadata: { name: 'print', namespace: 'watch', labels: { team: 'red' } },
      spec: { ...ownEntry, template: { ref: 'print' } },
    },
  ],
});

const twin: Trigger = {
  metadata: { name: 'twin', namespace: 'watch' },
  spec: { bindings: [{ ref: 'event' }], template: { ref: 'print' } },
};

const all = [
  'delete apiserversources images',
  'delete eventlisteners images',
  'delete triggerbindings event',
  'delete triggertemplates print',
];
const [source, listener, binding, template] = all as [string, string, string, string];

describe('what goes of a chain whose place a trigger has taken, and what stays', () => {
  it.each<[string, OldObjects, string[], string[]]>([
    ['all of it, the source first', oldObjects(), all, []],
    [
      'its Trigger, where it is an object',
      asTrigger,
      [source, listener, 'delete triggers print', binding, template],
      [],
    ],
    [
      'of a shared listener, its entry alone',
      oldObjects({ listeners: listenerOf({ triggers: [ownEntry, other] }) }),
      ['take-entry eventlisteners images', binding, template],
      ['apiserversources images shared', 'eventlisteners images shared'],
    ],
    [
      'of a shared listener that selects, its Trigger alone',
      {
        ...asTrigger,
        listeners: listenerOf({
          labelSelector: { matchLabels: { team: 'red' } },
          triggers: [other],
        }),
      },
      ['delete triggers print', binding, template],
      ['apiserversources images shared', 'eventlisteners images shared'],
    ],
    [
      'not its Trigger, where another listener reaches it',
      {
        ...asTrigger,
        listeners: [
          ...asTrigger.listeners,
          {
            ...aChainListener({ triggers: [{ triggerRef: 'print' }] }),
            metadata: { name: 'second', namespace: 'watch' },
          },
        ],
      },
      [source, listener, binding, template],
      ['triggers print shared'],
    ],
    [
      'not a template and a binding that a Trigger names, too',
      oldObjects({ triggers: [twin] }),
      [source, listener],
      ['triggerbindings event used', 'triggertemplates print used'],
    ],
    [
      'not a template that another listener names, too',
      oldObjects({
        listeners: [
          ...oldObjects().listeners,
          {
            ...aChainListener({ triggers: [{ ...ownEntry, bindings: [] }] }),
            metadata: { name: 'second', namespace: 'watch' },
          },
        ],
      }),
      [source, listener, binding],
      ['triggertemplates print used'],
    ],
    [
      'nothing, where its source tells of other objects',
      oldObjects({
        sources: [
          aChainSource({
            resources: [
              { apiVersion: 'image.openshift.io/v1', kind: 'Image' },
              { apiVersion: 'v1', kind: 'Pod' },
            ],
          }),
        ],
      }),
      [],
      all.map((line) => `${line.replace('delete ', '')} other-events`),
    ],
    [
      'a second source of images that has come since',
      oldObjects({
        sources: [
          aChainSource(),
          { ...aChainSource(), metadata: { name: 'more', namespace: 'watch' } },
        ],
      }),
      [source, 'delete apiserversources more', listener, binding, template],
      [],
    ],
    [
      'not a source that sends elsewhere by now',
      oldObjects({ sources: [aChainSource({ sink: { uri: 'http://el-else:8080' } })] }),
      [listener, binding, template],
      [],
    ],
    [
      'what is left without its source',
      oldObjects({ sources: [] }),
      [listener, binding, template],
      [],
    ],
    [
      'what is left without its listener',
      oldObjects({ sources: [], listeners: [] }),
      [binding, template],
      [],
    ],
    [
      'nothing of this plugin',
      oldObjects({
        bindings: [{ ...aChainBinding(), metadata: { ...managed, name: 'event' } }],
        templates: [{ ...aChainTemplate(), metadata: managed }],
      }),
      [source, listener],
      [],
    ],
  ])('%s', (...[, objects, going, staying]) => {
    const parts = oldPartsOf(aTakenChain(), objects);
    expect(
      parts.going.map((part) => {
        const { kind, name } = refOfPart(part);
        return `${part.deed} ${kind.plural} ${name}`;
      }),
    ).toEqual(going);
    expect(parts.staying.map(({ ref, why }) => `${ref.kind.plural} ${ref.name} ${why}`)).toEqual(
      staying,
    );
  });

  it('leaves the accounts of source and listener, each named once', () => {
    const objects = oldObjects({
      listeners: listenerOf({ serviceAccountName: 'watcher', triggers: [ownEntry] }),
    });
    expect(oldPartsOf(aTakenChain(), objects).accounts).toEqual([
      { namespace: 'watch', name: 'watcher' },
    ]);
  });
});
