import { takesOverAnnotation } from '../marks';
import { aTrigger } from '../../testing/builders';
import { aTakenChain, chainIn, oldObjects } from '../../testing/old-objects';
import { aChainListener } from '../../testing/chain-builders';
import { chainTakenBy, parseTakenChain, takenChainToText, takesOver } from './taken-chain';
import type { TakenChain } from './taken-chain';

const ref = (name: string) => ({ namespace: 'watch', name });

describe('the chain that a trigger takes over', () => {
  it.each<[string, TakenChain]>([
    ['as it was found', aTakenChain()],
    ['without a template and a name', { ...aTakenChain(), template: undefined, trigger: ref('') }],
    ['with many parts', { ...aTakenChain(), sources: [ref('a'), ref('b')], bindings: [] }],
  ])('is read back %s', (_, chain) => {
    expect(parseTakenChain(takenChainToText(chain))).toEqual(chain);
  });

  it.each<[string, string]>([
    ['no JSON', 'print'],
    ['nothing', '{}'],
    ['a list', '[]'],
    [
      'a part without a namespace',
      takenChainToText(aTakenChain()).replace('watch/images', 'images'),
    ],
    ['a part of three', takenChainToText(aTakenChain()).replaceAll('watch/', 'watch/a/')],
    [
      'parts that are none',
      takenChainToText({ ...aTakenChain() }).replace('["watch/event"]', '[1]'),
    ],
    [
      'a template that is none',
      takenChainToText(aTakenChain()).replace('"template":"watch/print"', '"template":1'),
    ],
  ])('is nothing where somebody wrote %s', (_, text) => {
    expect(parseTakenChain(text)).toBeUndefined();
  });

  it('stands on lane 1 and nowhere else', () => {
    const trigger = aTrigger({ takesOver: aTakenChain() });
    expect(chainTakenBy(trigger)).toEqual(aTakenChain());
    const marked = trigger.objects.lanes.filter(
      ({ metadata }) => metadata?.annotations?.[takesOverAnnotation] !== undefined,
    );
    expect(marked).toHaveLength(1);
    expect(chainTakenBy(aTrigger())).toBeUndefined();
  });

  it('is that one and no other of its listener', () => {
    const trigger = aTrigger({ takesOver: aTakenChain() });
    expect(takesOver(trigger, chainIn())).toBe(true);
    const others = oldObjects({
      listeners: [aChainListener({ triggers: [{ name: 'other', template: { ref: 'print' } }] })],
    });
    expect(takesOver(trigger, chainIn(others))).toBe(false);
    expect(takesOver(aTrigger(), chainIn())).toBe(false);
  });
});
