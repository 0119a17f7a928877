import { Gathering } from './gathering';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** A page that takes some time for what it is told: what that was, and when. */
const aPage = (drawsForMs: number) => {
  const started = performance.now();
  const told: string[] = [];
  return {
    told,
    tellerOf: (name: string) => () => {
      told.push(`${name} ${Math.round(performance.now() - started)}`);
      jest.advanceTimersByTime(drawsForMs);
    },
  };
};

describe('changes of several lists', () => {
  it('are told together and once each', async () => {
    const { told, tellerOf } = aPage(0);
    const [runs, streams] = [tellerOf('runs'), tellerOf('streams')];
    const gathering = new Gathering();
    gathering.add(runs);
    await pass(20);
    gathering.add(streams);
    gathering.add(runs);
    await pass(100);
    expect(told).toEqual(['runs 50', 'streams 50']);
  });

  it('are not told where nothing is left to be told', async () => {
    const { told, tellerOf } = aPage(0);
    const runs = tellerOf('runs');
    const gathering = new Gathering();
    gathering.add(runs);
    gathering.remove(runs);
    await pass(100);
    expect(told).toEqual([]);
  });

  it.each([
    [200, 'runs 450'],
    [5_000, 'runs 5301'],
  ])('wait for as long as the page took before, %i ms, but not for ever', async (ms, second) => {
    const { told, tellerOf } = aPage(ms);
    const runs = tellerOf('runs');
    const gathering = new Gathering();
    gathering.add(runs);
    await pass(51);
    gathering.add(runs);
    await pass(2_000);
    expect(told).toEqual(['runs 50', second]);
  });

  it('wait until the page is idle, where the browser can tell', async () => {
    let idle: (() => void) | undefined;
    const whenIdle = jest.fn((call: () => void) => {
      idle = call;
    });
    Object.assign(globalThis, { requestIdleCallback: whenIdle });
    try {
      const { told, tellerOf } = aPage(0);
      const runs = tellerOf('runs');
      const gathering = new Gathering();
      gathering.add(runs);
      await pass(51);
      gathering.add(runs);
      await pass(1_000);
      expect(told).toEqual(['runs 50']);
      idle?.();
      await pass(250);
      expect(told).toEqual(['runs 50', 'runs 1301']);
      expect(whenIdle).toHaveBeenCalledWith(expect.anything(), { timeout: 1_000 });
    } finally {
      Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    }
  });
});
