import type { Gap } from '../domain/assurance';
import type { Attention, AttentionCode } from '../domain/attention';
import { relaysOf } from '../domain/relay-status';
import { aTrigger } from '../testing/builders';
import { plainT } from '../testing/plain-t';
import { assuranceText } from './assurance-text';
import { attentionText, gapText } from './attention-text';

const trigger = { namespace: 'ci', name: 'scan-web' };
const problem = { code: 'forbidden' as const, message: 'cannot list' };
const stream = { namespace: 'images', name: 'web' };
const [relay] = relaysOf({ triggers: [aTrigger()], sources: [], listeners: [] });

const items: { [Code in AttentionCode]: Attention<Code> } = {
  prerequisite: { code: 'prerequisite', prerequisite: { id: 'triggers', state: 'missing' } },
  listener: { code: 'listener', relay: relay! },
  source: { code: 'source', relay: relay!, source: relay!.sources[0]! },
  overload: {
    code: 'overload',
    relay: relay!,
    load: { calls: 400, stream: 'images/web', kilobytes: 1400 },
  },
  trigger: { code: 'trigger', trigger, findings: [{ code: 'partly-active' }] },
  missed: { code: 'missed', trigger, pushes: 3 },
  'current-missed': { code: 'current-missed', trigger, tags: ['v1'] },
  'current-alias': { code: 'current-alias', trigger, tags: ['stable'] },
  'current-failed': { code: 'current-failed', trigger, tags: ['v1'] },
  'current-cancelled': { code: 'current-cancelled', trigger, tags: ['v1'] },
  unverified: { code: 'unverified', trigger, runs: 2 },
  import: { code: 'import', stream, tags: ['v1'] },
  project: { code: 'project', namespace: 'images', problem },
};

const gaps: Record<Gap['code'], Gap> = {
  'history-failed': { code: 'history-failed', problem },
  'relays-failed': { code: 'relays-failed', problem },
  'prerequisites-failed': { code: 'prerequisites-failed', problem },
  stale: { code: 'stale', problem },
  'prerequisites-unknown': { code: 'prerequisites-unknown', ids: ['listener-role'] },
  'other-projects': { code: 'other-projects' },
  'current-unknown': { code: 'current-unknown', tags: 4 },
};

const expectSentence = (text: string): void => {
  expect(text).toMatch(/\S/);
  expect(text).not.toMatch(/{{|undefined|NaN/);
};

describe('attentionText', () => {
  it.each(Object.values(items))('$code: a title of its own and a sentence', (item) => {
    const { title, detail } = attentionText(plainT, item);
    expectSentence(title);
    expectSentence(detail);
    const others = Object.values(items).filter(({ code }) => code !== item.code);
    expect(others.map((other) => attentionText(plainT, other).title)).not.toContain(title);
  });

  it('names the first few of many tags', () => {
    const tags = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { title } = attentionText(plainT, { ...items['current-failed'], tags });
    expect(title).toContain('a, b, c, d, e and 2 more');
  });

  it('gives the controller’s words', () => {
    const listener = { ...relay!.listener, health: { state: 'not-ready', message: 'no pods' } };
    const item = { code: 'listener', relay: { ...relay!, listener } } as Attention;
    expect(attentionText(plainT, item).detail).toContain('no pods');
  });
});

describe('gapText', () => {
  it.each(Object.values(gaps))('$code', (gap) => {
    expectSentence(gapText(plainT, gap));
  });
});

describe('assuranceText', () => {
  const all = { triggers: 2, paused: 0, whilePaused: 0, waiting: 0, readyRelays: 1 };

  it.each([
    [{ pushes: 0, ran: 0 }, 'No image has been pushed'],
    [{ pushes: 3, ran: 3 }, 'All 3 pushes'],
    [{ pushes: 3, ran: 2, waiting: 1 }, '2 of 3 pushes of the last 24 hours have'],
    [{ pushes: 3, ran: 2, waiting: 1 }, '1 are on their way.'],
    [{ pushes: 3, ran: 2, whilePaused: 1 }, '1 came while'],
  ])('%j: %s', (part, text) => {
    expect(assuranceText(plainT, { ...all, ...part })).toContain(text);
  });

  it('claims nothing of relays that it cannot see', () => {
    const assurance = { ...all, pushes: 0, ran: 0, readyRelays: undefined };
    expect(assuranceText(plainT, assurance)).not.toContain('listeners');
  });
});
