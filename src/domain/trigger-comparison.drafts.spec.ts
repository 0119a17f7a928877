import fc from 'fast-check';
import { aTriggerTemplate, lanesOfDraft } from '../testing/builders';
import { drafts } from '../testing/drafts';
import { imageTriggersOf } from './image-trigger';
import { compareTrigger } from './trigger-comparison';

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
