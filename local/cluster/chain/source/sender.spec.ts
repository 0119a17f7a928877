import { startCluster, type LocalCluster } from '../../cluster';
import { Outage } from '../../outage';
import { shortDelays } from '../context';
import { Timers } from '../timers';
import { isDelivered, send } from './sender';

const event = { headers: { 'Ce-Id': 'e1' }, body: '{}' };

describe('the sending of an event', () => {
  const timers = new Timers();
  let cluster: LocalCluster;

  beforeAll(async () => {
    cluster = await startCluster();
  });

  afterAll(async () => {
    timers.stop();
    await cluster.close();
  });

  const sendTo = async (...answers: (number | 'refused')[]) => {
    const seen: string[] = [];
    const { store, authorizer } = cluster;
    const outage = new Outage();
    const log = () => undefined;
    const context = { store, authorizer, outage, timers, delays: shortDelays, log };
    const delivery = await send(
      context,
      (_, { headers }) => {
        seen.push(headers['Ce-Id'] ?? '');
        return answers[seen.length - 1] ?? 'refused';
      },
      { url: 'http://sink', event, from: 'ci' },
    );
    return { ...delivery, isDelivered: isDelivered(delivery), ids: new Set(seen) };
  };

  it.each([202, 400, 500, 403])('is done with %i at once', async (code) => {
    expect(await sendTo(code)).toMatchObject({ answer: code, attempts: 1 });
  });

  it.each([404, 429, 503, 'refused'] as const)(
    'is tried again after %s, same id',
    async (answer) => {
      expect(await sendTo(answer, answer, 202)).toEqual({
        answer: 202,
        attempts: 3,
        isDelivered: true,
        ids: new Set(['e1']),
      });
    },
  );

  it('is given up after five retries', async () => {
    expect(await sendTo()).toMatchObject({ answer: 'refused', attempts: 6, isDelivered: false });
  });
});
