import { anImageStream, aTrigger } from '../testing/builders';
import type { ImageStream } from '../k8s/image-stream';
import { failingImportsOf } from './failing-imports';

const stream = (name: string, ...failed: string[]): ImageStream => {
  const one = anImageStream({ name });
  const tags = failed.map((tag) => ({
    tag,
    items: null,
    conditions: [{ type: 'ImportSuccess', status: 'False' as const }],
  }));
  return { ...one, status: { tags: [...one.status!.tags!, ...tags] } };
};

describe('failingImportsOf', () => {
  it.each([
    ['of a bound stream', [stream('web', 'v2', 'v1')], [['v1', 'v2']]],
    ['but none of a stream without triggers', [stream('other', 'v1')], []],
    ['but none that succeeded', [stream('web')], []],
  ])('finds tags %s', (_, streams, tags) => {
    const found = failingImportsOf(streams, [aTrigger()]);
    expect(found.map((one) => one.tags)).toEqual(tags);
  });

  it('leaves out the tags that no trigger answers to', () => {
    const triggers = [aTrigger({ rule: { kind: 'glob', pattern: 'v*' } })];
    expect(failingImportsOf([stream('web', 'v1', 'nightly')], triggers)).toEqual([
      { stream: { namespace: 'images', name: 'web' }, tags: ['v1'] },
    ]);
  });
});
