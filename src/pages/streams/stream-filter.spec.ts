import { streamRowsOf } from '../../domain/stream-row';
import { aTrigger, anImageStream } from '../../testing/builders';
import { filterStreams } from './stream-filter';
import type { StreamFilter } from './stream-filter';

const rows = streamRowsOf(
  [
    anImageStream({ name: 'web', labels: { team: 'shop', tier: 'front' } }),
    anImageStream({ name: 'web-api', labels: { team: 'shop' } }),
    anImageStream({ name: 'jobs', labels: { team: 'ops', 'example.com/part-of': 'a=b' } }),
    anImageStream({ name: 'bare' }),
  ],
  [aTrigger({ stream: { namespace: 'images', name: 'web' } })],
  [],
);

const none: StreamFilter = { name: '', label: '', bound: '' };

describe('filterStreams', () => {
  it.each<[Partial<StreamFilter>, string[]]>([
    [{}, ['web', 'web-api', 'jobs', 'bare']],
    [{ name: ' WEB ' }, ['web', 'web-api']],
    [{ name: 'nothing' }, []],
    [{ label: 'team' }, ['web', 'web-api', 'jobs']],
    [{ label: 'team=shop' }, ['web', 'web-api']],
    [{ label: 'team = shop , tier' }, ['web']],
    [{ label: 'team=shop,' }, ['web', 'web-api']],
    [{ label: 'team=' }, []],
    [{ label: 'toString' }, []],
    [{ bound: 'yes' }, ['web']],
    [{ bound: 'no' }, ['web-api', 'jobs', 'bare']],
    [{ name: 'web', label: 'team=shop', bound: 'no' }, ['web-api']],
  ])('%j leaves %j', (filter, names) => {
    const left = filterStreams(rows, { ...none, ...filter });
    expect(left.map(({ ref }) => ref.name)).toEqual(names);
  });
});
