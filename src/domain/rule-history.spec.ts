import { aDigest, aDraft, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { appendActivity, lastSwitch, parseActivity } from './activity';
import type { Activity } from './activity';
import { historyOf } from './history';
import type { PushStatus } from './history';
import { checkWithLibrary } from './raw-cel/cel-library';
import { provideCel } from './raw-cel/engine';
import { matchersOver, rulesAt } from './rule-history';
import type { Run } from './run';
import type { TagRule } from './tag-rule';

const any: TagRule = { kind: 'any' };
const stable: TagRule = { kind: 'tags', tags: ['stable'] };
const versions: TagRule = { kind: 'glob', pattern: 'v*' };

/** Active from ten; at eleven the rule `stable` became `v*`, at twelve any. */
const log: Activity = [
  { at: '2026-03-01T10:00:00Z', state: 'active' },
  { at: '2026-03-01T11:00:00Z', state: 'active', by: 'ada', earlier: stable },
  { at: '2026-03-01T12:00:00Z', state: 'active', earlier: versions },
];

describe('an edit in the log of activity', () => {
  it('is read back with the rule up to then', () => {
    const { 0: first, 1: second } = log;
    expect(parseActivity(appendActivity([first!], second!))).toEqual([first, second]);
  });

  it('is a plain activation to a reader that knows no edits', () => {
    const [entry] = JSON.parse(appendActivity([], log[1]!)) as object[];
    expect(entry).toMatchObject({ at: '2026-03-01T11:00:00Z', state: 'active', by: 'ada' });
  });

  it('is no edit where its rule makes no sense', () => {
    const text = '[{"at":"2026-03-01T10:00:00Z","state":"active","earlier":"body.x"}]';
    expect(parseActivity(text)).toEqual([{ at: '2026-03-01T10:00:00Z', state: 'active' }]);
  });

  it('is not what made the trigger active', () => {
    expect(lastSwitch(log)).toBe(log[0]);
  });

  it('makes the log forget the oldest ones before it outgrows an annotation', () => {
    const long: TagRule = { kind: 'regex', pattern: 'x'.repeat(9_000) };
    let text = '[]';
    for (let n = 10; n < 40; n += 1)
      text = appendActivity(parseActivity(text), {
        at: `2026-03-01T10:00:${n}Z`,
        state: 'active',
        earlier: long,
      });
    expect(text.length).toBeLessThan(64 * 1024);
    expect(parseActivity(text).at(-1)).toMatchObject({ at: '2026-03-01T10:00:39Z' });
  });
});

describe('a rule that ignores tags', () => {
  it('is read back from the log, and judges the pushes of its time', () => {
    const careful: TagRule = { kind: 'glob', pattern: 'v*', ignore: ['*-rc*'] };
    const entry = { at: '2026-03-01T11:00:00Z', state: 'active' as const, earlier: careful };
    const [read] = parseActivity(appendActivity([], entry));
    expect(read?.earlier).toEqual(careful);
    const [matches] = matchersOver([read!], any)('2026-03-01T10:00:00Z');
    expect(['v1', 'v1-rc.2', 'x'].map((tag) => matches?.(tag))).toEqual([true, false, false]);
  });
});

describe('rulesAt', () => {
  it.each<[string, TagRule[]]>([
    ['2026-03-01T10:59:39Z', [stable]],
    ['2026-03-01T10:59:40Z', [stable, versions]],
    ['2026-03-01T11:00:59Z', [stable, versions]],
    ['2026-03-01T11:01:00Z', [versions]],
    ['2026-03-01T12:00:30Z', [versions, any]],
    ['2026-03-01T13:00:00Z', [any]],
  ])('of %s', (time, rules) => {
    expect(rulesAt({ activity: log, current: any }, time)).toEqual(rules);
  });
});

describe('the history after an edit of the tag rule', () => {
  const statusOf = (time: string, tags: readonly string[]): PushStatus | undefined =>
    historyOf({
      ledger: aLedger(aPush({ created: `2026-03-01T${time}Z`, tags: [...tags] })),
      triggers: [{ ...aTrigger({ rule: any }), activity: log }],
      runs: [aRun({ push: aPush({ digest: aDigest('f'), created: '2026-03-01T10:00:00Z' }) })],
      now: new Date('2026-03-01T14:00:00Z'),
    }).find(({ digest }) => digest === aDigest())?.status;

  it.each<[string, string, string[], PushStatus]>([
    ['is missed that the rule of its time matches', '10:30:00', ['stable'], 'missed'],
    ['is unmatched that only later rules match', '10:30:00', ['v1'], 'unmatched'],
    ['is judged by the second rule after the first edit', '11:30:00', ['v1'], 'missed'],
    ['is unmatched that only an earlier rule matches', '11:30:00', ['stable'], 'unmatched'],
    ['is unknown where the rules around an edit disagree', '11:00:10', ['v1'], 'unknown'],
    ['is missed where they agree', '11:00:10', ['v1', 'stable'], 'missed'],
    ['is unmatched where they agree that it is', '11:00:10', ['x'], 'unmatched'],
    ['is judged by the current rule at last', '12:30:00', ['x'], 'missed'],
  ])('a push %s', (_, ...[time, tags, status]) => {
    expect(statusOf(time, tags)).toBe(status);
  });

  it('names the tags that the rule of the time matched', () => {
    const push = aPush({ created: '2026-03-01T10:30:00Z', tags: ['stable', 'v1'] });
    const [row] = historyOf({
      ledger: aLedger(push),
      triggers: [{ ...aTrigger({ rule: any }), activity: log }],
      runs: [],
      now: new Date('2026-03-01T14:00:00Z'),
    });
    expect(row?.tags).toEqual(['stable']);
  });
});

describe('a rule of CEL that asks for more than the tag', () => {
  const rule = { kind: 'cel' as const, expression: `body.metadata.labels.a == 'b'` };
  const statusOf = (expression: string, runs: Run[] = []): PushStatus | undefined =>
    historyOf({
      ledger: aLedger(aPush()),
      triggers: [aTrigger({ rule: { kind: 'cel', expression } })],
      runs,
      now: new Date('2026-03-01T12:10:00Z'),
    })[0]?.status;

  it('leaves it open what became of a push without a run', () => {
    expect(statusOf(rule.expression)).toBe('unknown');
    expect(statusOf(`t.tag == 'latest'`)).toBe('unknown');
    provideCel(checkWithLibrary);
    expect(statusOf(rule.expression)).toBe('unknown');
    expect(statusOf(`t.tag == 'latest'`)).toBe('missed');
    expect(statusOf(`t.tag == 'v1'`)).toBe('unmatched');
  });

  it('says nothing against a run', () => {
    expect(statusOf(rule.expression, [aRun({ draft: aDraft({ rule }) })])).toBe('succeeded');
  });
});
