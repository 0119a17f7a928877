import { aDigest, aTagEvent, aTrigger, anImageStream } from '../../testing/builders';
import { aChain, aChainRun } from '../../testing/chain-builders';
import { foundRowsOf } from '../found-chain/found-row';
import { foundRunsOf } from '../found-chain/found-run';
import { recentStreamsOf, streamsLeftAlone } from './recent-streams';

const chain = aChain();
const pushed = (name: string, digit: string, created: string) =>
  anImageStream({ name, tags: { v1: [aTagEvent({ image: aDigest(digit), created })] } });
const runs = ['a', 'b', 'c'].map((digit) =>
  aChainRun([aDigest(digit)], { name: `print-${digit}`, createdAt: '2026-03-01T13:00:00Z' }),
);
const rows = foundRowsOf(foundRunsOf([chain], runs), [
  pushed('web', 'a', '2026-03-01T12:00:00Z'),
  pushed('shop', 'b', '2026-03-01T12:01:00Z'),
]);

describe('the ImageStreams that a chain has run for', () => {
  it('are told by its runs, the newest first, each once', () => {
    const twice = [...rows, ...rows];
    expect(recentStreamsOf(chain, twice).map(({ stream, at }) => `${stream.name} ${at}`)).toEqual([
      'shop 2026-03-01T12:01:00Z',
      'web 2026-03-01T12:00:00Z',
    ]);
    expect(recentStreamsOf({ key: 'another' }, rows)).toEqual([]);
  });

  it('run nothing without it, where no trigger runs its Pipeline for them', () => {
    const recent = recentStreamsOf(chain, rows);
    const trigger = aTrigger();
    const namesLeft = (triggers: Parameters<typeof streamsLeftAlone>[2]) =>
      streamsLeftAlone(recent, trigger, triggers).map(({ stream }) => stream.name);
    expect(namesLeft([trigger])).toEqual(['shop']);
    const shop = { namespace: 'images', name: 'shop' };
    expect(namesLeft([trigger, aTrigger({ stream: shop })])).toEqual([]);
    expect(namesLeft([trigger, aTrigger({ stream: shop, pipeline: 'sign' })])).toEqual(['shop']);
  });
});
