import fc from 'fast-check';
import { aTriggerTemplate, lanesOfDraft } from '../testing/builders';
import type { CompleteDraft } from './draft';
import { imageTriggersOf } from './image-trigger';
import { pushFieldKeys } from './push-fields';
import type { TagRule } from './tag-rule';
import { compareTrigger } from './trigger-comparison';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const drafts: fc.Arbitrary<CompleteDraft> = fc.record({
  namespace: fc.constantFrom('ci', 'images'),
  name: fc.stringMatching(/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/),
  stream: fc.record({ namespace: fc.constantFrom('ci', 'images'), name: text }),
  rule: fc.oneof(
    fc.constant<TagRule>({ kind: 'any' }),
    fc.array(text, { minLength: 1, maxLength: 6 }).map((tags): TagRule => ({ kind: 'tags', tags })),
    text.map((pattern): TagRule => ({ kind: 'regex', pattern })),
    text.map((pattern): TagRule => ({ kind: 'glob', pattern })),
  ),
  pipeline: text,
  params: fc.array(
    fc.record({
      name: text,
      type: fc.constantFrom('string' as const, 'array' as const),
      hasDefault: fc.boolean(),
      source: fc.oneof(
        fc.constantFrom(...pushFieldKeys).map((field) => ({ from: 'push' as const, field })),
        text.map((value) => ({ from: 'literal' as const, value })),
        fc.constant({ from: 'default' as const }),
      ),
    }),
    { maxLength: 3 },
  ),
});

describe('compareTrigger, of any draft', () => {
  it('finds no difference in whatever it built itself', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const [trigger] = imageTriggersOf(lanesOfDraft(draft), [aTriggerTemplate(draft)]);
        const states = compareTrigger(trigger!, '1.2.3').map(({ state }) => state);
        expect(new Set(states)).toEqual(new Set(['same']));
        expect(states.length).toBeGreaterThan(1);
      }),
      { numRuns: 200 },
    );
  });
});
