import type { EventListenerSpec } from '../../k8s/event-listener';
import type { ObjectMeta } from '../../k8s/resource';
import type { Trigger } from '../../k8s/trigger';
import { aChainListener } from '../../testing/chain-builders';
import { managedLabels } from '../marks';
import { reachedTriggers } from './reached-triggers';

const template = { ref: 'print' };
const interceptors = [{ ref: { name: 'cel' } }];

const trigger = (name: string, metadata: ObjectMeta = {}, spec = {}): Trigger => ({
  metadata: { namespace: 'watch', ...metadata, name },
  spec: { template, ...spec },
});

const red = { labels: { team: 'red' } };
const triggers: Trigger[] = [
  trigger('plain'),
  trigger('red', red, { interceptors }),
  trigger('distant', { ...red, namespace: 'ci' }),
  trigger('ours', { labels: { ...red.labels, ...managedLabels } }),
  { metadata: { name: 'empty', namespace: 'watch', ...red } },
];

const byRed = { labelSelector: { matchLabels: { team: 'red' } } };

describe('the triggers that a listener reaches', () => {
  it.each<[string, EventListenerSpec, string[]]>([
    ['its own entry', { triggers: [{ name: 'print', template }] }, ['watch/print']],
    ['an entry without a name', { triggers: [{ template }] }, ['watch/']],
    [
      'an entry with interceptors',
      { triggers: [{ name: 'print', template, interceptors }] },
      ['watch/print filtered'],
    ],
    ['a Trigger by its name', { triggers: [{ triggerRef: 'plain' }] }, ['watch/plain']],
    ['no Trigger of another namespace', { triggers: [{ triggerRef: 'distant' }] }, []],
    ['nothing by a name of nothing', { triggers: [{ triggerRef: 'gone' }, {}] }, []],
    ['Triggers by labels, in its namespace', byRed, ['watch/empty', 'watch/red filtered']],
    [
      'Triggers by labels, in all namespaces',
      { ...byRed, namespaceSelector: { matchNames: ['*'] } },
      ['ci/distant', 'watch/empty', 'watch/red filtered'],
    ],
    ['Triggers of a namespace', { namespaceSelector: { matchNames: ['ci'] } }, ['ci/distant']],
    ['none without a selector', {}, []],
    [
      'Triggers behind the interceptors of a group',
      {
        triggerGroups: [
          { interceptors, triggerSelector: { namespaceSelector: { matchNames: ['ci'] } } },
        ],
      },
      ['ci/distant filtered'],
    ],
    [
      'once what it reaches twice',
      { ...byRed, triggers: [{ triggerRef: 'red' }] },
      ['watch/empty', 'watch/red filtered'],
    ],
  ])('%s', (_, spec, reached) => {
    const found = reachedTriggers(aChainListener(spec), triggers);
    const texts = found.map(
      ({ namespace, name, filtered }) => `${namespace}/${name}${filtered ? ' filtered' : ''}`,
    );
    expect(texts.sort()).toEqual(reached);
  });
});
