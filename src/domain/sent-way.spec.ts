import type { PipelineRun } from '../k8s/pipeline-run';
import { eventIdLabel } from '../k8s/event-listener';
import type { Condition } from '../k8s/resource';
import { sentWay } from './sent-way';
import type { Sending } from './sent-way';

const taken: Sending = { state: 'taken', eventId: 'e1' };
const refused: Sending = { state: 'refused', problem: { code: 'unavailable', message: 'no' } };

const aRun = (eventId: string, ...conditions: Condition[]): PipelineRun => ({
  metadata: { name: 'web-1', labels: { [eventIdLabel]: eventId } },
  status: { conditions },
});

const ended = (status: 'True' | 'False'): Condition => ({ type: 'Succeeded', status });

describe('the way of an event that a user has sent', () => {
  it.each<[string, Sending, PipelineRun | undefined, boolean, string]>([
    ['on its way', { state: 'sending' }, undefined, false, 'under-way sending | - | -'],
    ['refused', refused, undefined, true, 'failed refused | - | -'],
    ['taken', taken, undefined, false, 'done taken | under-way waiting | -'],
    ['taken in vain', taken, undefined, true, 'done taken | failed no-run | -'],
    ['with a run', taken, aRun('e1'), false, 'done taken | done made | under-way queued'],
    [
      'that ended well, late',
      taken,
      aRun('e1', ended('True')),
      true,
      'done taken | done made | done succeeded',
    ],
    [
      'that failed',
      taken,
      aRun('e1', ended('False')),
      false,
      'done taken | done made | failed failed',
    ],
    [
      'of another event',
      taken,
      aRun('e0', ended('True')),
      false,
      'done taken | stopped other-run | done succeeded',
    ],
  ])('%s', (...[, sending, run, isLate, expected]) => {
    const told = sentWay(sending, run, isLate).map(({ state, note }) =>
      note === undefined ? '-' : `${state} ${note}`,
    );
    expect(told.join(' | ')).toBe(expected);
  });
});
