import { aDigest, aPush } from '../testing/builders';
import type { DraftParam, ParamSource } from './draft';
import { previewValue, templateValue } from './param-value';

const param = (source: ParamSource, type: DraftParam['type'] = 'string'): DraftParam => ({
  name: 'X',
  type,
  hasDefault: true,
  source,
});
const arrived = { push: aPush(), tag: 'v1' };

describe('the value of a parameter', () => {
  it.each([
    [param({ from: 'default' }), undefined, undefined],
    [param({ from: 'literal', value: '' }), '', ''],
    [param({ from: 'literal', value: 'a\nb' }), 'a\nb', 'a\nb'],
    [param({ from: 'literal', value: 'a\n\nb\n' }, 'array'), ['a', 'b'], ['a', 'b']],
    [param({ from: 'literal', value: '' }, 'array'), [], []],
    [
      param({ from: 'literal', value: 'app:$(tag) $(digest' }),
      'app:$(tt.params.image-tag) $(digest',
      'app:v1 $(digest',
    ],
    [
      param({ from: 'literal', value: '-t\n$(tag)$(tag)' }, 'array'),
      ['-t', '$(tt.params.image-tag)$(tt.params.image-tag)'],
      ['-t', 'v1v1'],
    ],
    [param({ from: 'push', field: 'tag' }), '$(tt.params.image-tag)', 'v1'],
    [param({ from: 'push', field: 'digest' }), '$(tt.params.image-digest)', aDigest('a')],
    [param({ from: 'push', field: 'tag' }, 'array'), ['$(tt.params.image-tag)'], ['v1']],
    [
      param(
        {
          from: 'object',
          keys: [
            { name: 'tag', source: { from: 'push', field: 'tag' } },
            { name: 'url', source: { from: 'literal', value: 'app:$(tag)' } },
            { name: 'none', source: { from: 'literal', value: '' } },
          ],
        },
        'object',
      ),
      { tag: '$(tt.params.image-tag)', url: 'app:$(tt.params.image-tag)', none: '' },
      { tag: 'v1', url: 'app:v1', none: '' },
    ],
  ])('%j is %j in the template and %j in the run', (of, inTemplate, inRun) => {
    expect(templateValue(of)).toEqual(inTemplate);
    expect(previewValue(of, arrived)).toEqual(inRun);
  });
});
