import { aPipelineRun } from '../testing/builders';
import { causeRecordOf, paramsOf } from './run-record';

describe('what a run carries', () => {
  it('are the values of its parameters as text, in their order', () => {
    const params = [
      { name: 'b', value: 'text' },
      { name: 'a', value: ['one', 'two'] },
    ];
    expect(paramsOf({ spec: { params } })).toEqual([
      { name: 'b', value: 'text' },
      { name: 'a', value: '["one","two"]' },
    ]);
    expect(paramsOf({})).toEqual([]);
  });

  it('is the record of its cause, and who asked for it, as far as it has them', () => {
    const run = aPipelineRun();
    const annotations = {
      ...run.metadata?.annotations,
      'imagetriggers.dev/replayed-by': 'ada',
      'other.dev/note': 'x',
    };
    const record = causeRecordOf({ ...run, metadata: { ...run.metadata, annotations } });
    expect(record.map(({ name }) => name.replace('imagetriggers.dev/', ''))).toEqual([
      'image-stream',
      'image-stream-namespace',
      'tag',
      'digest',
      'reference',
      'pushed-at',
      'event-id',
      'event-time',
      'replayed-by',
    ]);
    expect(record[2]?.value).toBe('latest');
    expect(causeRecordOf({})).toEqual([]);
  });
});
