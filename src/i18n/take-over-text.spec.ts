import type { LeftOut } from '../domain/take-over/left-out';
import { plainT } from '../testing/plain-t';
import {
  leftOutText,
  paramOriginText,
  removalText,
  stayReasonText,
  takeOverRefusalText,
  takeOverStateText,
  takeOverStepText,
} from './take-over-text';

const leftOut: LeftOut[] = [
  { code: 'every-image' },
  { code: 'every-stream' },
  { code: 'labels' },
  { code: 'interceptors' },
  { code: 'other-events' },
  { code: 'run-name', name: 'print-' },
  { code: 'more-objects', kinds: ['ConfigMap', 'Secret'] },
  { code: 'trigger-account', account: 'bob' },
  { code: 'cluster-binding', name: 'all' },
  { code: 'mark', part: 'labels', name: 'team' },
  { code: 'mark', part: 'annotations', name: 'team' },
  { code: 'workspace', name: 'source' },
  { code: 'run-field', name: 'status' },
];

/** Whether each can be read by a person, and none twice. */
const expectSentences = (texts: readonly string[]): void => {
  for (const text of texts) {
    expect(text).toMatch(/\S/);
    expect(text).not.toMatch(/{{|undefined/);
  }
  expect(new Set(texts).size).toBe(texts.length);
};

describe('the texts of a take-over', () => {
  it('say what is not taken over, with its name', () => {
    const texts = leftOut.map((left) => leftOutText(plainT, left));
    expectSentences(texts);
    expect(texts).toContain('What else its template makes: ConfigMap, Secret');
    expect(texts).toContain('Annotation team: its value is no field of a push.');
  });

  it.each([
    [takeOverRefusalText],
    [stayReasonText],
    [takeOverStepText],
    [takeOverStateText],
    [removalText],
  ])('of each table are there, each another one (%#)', (record) => {
    expectSentences(Object.values(record).map((text) => text(plainT)));
  });

  it('say of a parameter what the chain gives it, and whether the form still holds that', () => {
    const asks = ['$(body.a)', '$(body.b)'];
    const texts = [true, false].flatMap((isTaken) => [
      paramOriginText(plainT, { from: 'template' }, isTaken),
      paramOriginText(plainT, { from: 'push', asks }, isTaken),
    ]);
    expectSentences([...texts, paramOriginText(plainT, { from: 'event', asks }, true)]);
    expect(texts[1]).toContain('$(body.a), $(body.b)');
  });
});
