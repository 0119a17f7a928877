import { ClusterError } from '../../domain/problem';
import type { Problem } from '../../domain/problem';
import { nameOf } from '../../k8s/resource';
import type { K8sObject } from '../../k8s/resource';
import { Gathering } from './gathering';
import { LiveList } from './live-list';
import type { Listed, ListSource, WatchHandlers } from './list-source';

const named = (name: string, resourceVersion = '1'): K8sObject => ({
  metadata: { namespace: 'shop', name, resourceVersion },
});

/** A server that is told what to answer, and remembers what it was asked. */
class Server implements ListSource {
  readonly asked: string[] = [];
  answers: (Listed | Problem | 'never')[] = [];
  /** The newest watch; undefined after it was left. */
  watching: WatchHandlers | undefined;

  list(version: '0' | '', signal: AbortSignal): Promise<Listed> {
    this.asked.push(version === '0' ? 'list from the cache' : 'list');
    const answer = this.answers.shift() ?? { objects: [named('web')], version: '10' };
    if (answer === 'never')
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    return 'code' in answer ? Promise.reject(new ClusterError(answer)) : Promise.resolve(answer);
  }

  watch(version: string, handlers: WatchHandlers): () => void {
    this.asked.push(`watch from ${version}`);
    this.watching = handlers;
    return () => {
      if (this.watching === handlers) this.watching = undefined;
    };
  }

  /** What it was asked since the last time. */
  news(): string[] {
    return this.asked.splice(0);
  }
}

const unavailable: Problem = { code: 'unavailable', message: 'etcd leader changed' };
const forbidden: Problem = { code: 'forbidden', message: 'cannot list' };

let server: Server;
let list: LiveList;
let changes: number;

const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);
const open = () => server.watching?.opened();
const tell = (type: 'set' | 'delete', object: K8sObject) => server.watching?.told({ type, object });
const names = () =>
  list.state.state === 'loaded' ? list.state.data.map(nameOf).sort() : list.state.state;
const staleness = () => (list.state.state === 'loaded' ? list.state.stale?.code : undefined);

/** A list that has been loaded, with an open watch. */
const start = async (...answers: Server['answers']): Promise<void> => {
  server.answers = answers;
  list.start();
  await pass(0);
  open();
};

beforeEach(() => {
  jest.useFakeTimers();
  // The pauses are as long as they get.
  jest.spyOn(Math, 'random').mockReturnValue(0);
  server = new Server();
  changes = 0;
  const listener = {
    changed: () => {
      changes += 1;
    },
    interrupted: () => undefined,
  };
  list = new LiveList(server, listener, new Gathering());
});

afterEach(() => {
  list.stop();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('a live list', () => {
  it('is listed once, from the cache, and watched from there', async () => {
    expect(names()).toBe('loading');
    await start();
    expect(names()).toEqual(['web']);
    expect(server.news()).toEqual(['list from the cache', 'watch from 10']);
    tell('set', named('cart', '11'));
    tell('delete', named('web', '12'));
    await pass(1);
    expect(names()).toEqual(['cart']);
  });

  it('tells what comes at once as one change', async () => {
    await start();
    const before = changes;
    for (let index = 0; index < 100; index += 1) tell('set', named(`web-${index}`));
    await pass(1);
    expect([changes - before, names().length]).toEqual([1, 101]);
  });

  it('goes on at once after a proven watch ends, from the version that it has reached', async () => {
    await start();
    server.watching?.told({ type: 'bookmark', version: '40' });
    await pass(60);
    server.watching?.closed();
    await pass(0);
    expect(server.news().slice(2)).toEqual(['watch from 40']);
  });

  it('pauses longer and longer where each watch ends as soon as it is open', async () => {
    await start();
    server.news();
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      server.watching?.closed();
      await pass(seconds - 0.1);
      expect(server.news()).toEqual([]);
      await pass(0.1);
      expect(server.news()).toEqual(['watch from 10']);
      open();
    }
  });

  it('lists again after a watch that cannot be opened, and says so when it happens again', async () => {
    await start();
    await pass(60);
    server.watching?.closed();
    await pass(0);
    server.watching?.closed();
    await pass(1);
    expect(server.news().slice(2)).toEqual(['watch from 10', 'list', 'watch from 10']);
    expect(staleness()).toBeUndefined();
    server.watching?.closed();
    await pass(2);
    expect(staleness()).toBe('network');
    open();
    expect(staleness()).toBeUndefined();
  });

  it('lists what is there now when the watch says that its version is forgotten', async () => {
    await start();
    server.answers = [{ objects: [named('cart')], version: '90' }];
    server.watching?.told({ type: 'error', problem: { code: 'conflict', message: 'too old' } });
    await pass(1);
    expect(server.news().slice(2)).toEqual(['list', 'watch from 90']);
    expect(names()).toEqual(['cart']);
  });

  it('is failed with its problem until an attempt succeeds', async () => {
    await start(unavailable, unavailable);
    expect(list.state).toEqual({ state: 'failed', problem: unavailable });
    await pass(1);
    expect(list.state.state).toBe('failed');
    await pass(2);
    expect(names()).toEqual(['web']);
  });

  it('waits as long as the server asks for', async () => {
    await start({ code: 'too-many-requests', message: 'busy', retryAfterSeconds: 7 });
    server.news();
    await pass(6.9);
    expect(server.news()).toEqual([]);
    await pass(0.1);
    expect(names()).toEqual(['web']);
  });

  it('keeps what it has, marked, while the server fails', async () => {
    await start();
    server.answers = [unavailable];
    server.watching?.closed();
    await pass(1);
    open();
    server.watching?.told({ type: 'error', problem: unavailable });
    await pass(2);
    expect([names(), staleness()]).toEqual([['web'], 'unavailable']);
    await pass(4);
    open();
    expect([names(), staleness()]).toEqual([['web'], undefined]);
  });

  it('hides what may not be seen any more, and looks again after half a minute', async () => {
    await start();
    server.answers = [forbidden];
    server.watching?.told({ type: 'error', problem: forbidden });
    await pass(1);
    expect(list.state).toEqual({ state: 'failed', problem: forbidden });
    server.news();
    await pass(29.9);
    expect(server.news()).toEqual([]);
    await pass(0.1);
    expect(names()).toEqual(['web']);
  });

  it('gives up a list that gets stuck, and tries again', async () => {
    await start('never');
    await pass(119);
    expect(names()).toBe('loading');
    await pass(1);
    expect(list.state).toMatchObject({ state: 'failed', problem: { code: 'timeout' } });
    await pass(1);
    expect(names()).toEqual(['web']);
  });

  it('leaves a watch that has been silent for longer than bookmarks are apart', async () => {
    await start();
    await pass(149);
    expect(server.news()).toHaveLength(2);
    await pass(1);
    expect(server.news()).toEqual(['watch from 10']);
  });

  it('tries again at once when there is reason to hope', async () => {
    await start(unavailable);
    list.retryNow();
    await pass(0);
    expect(names()).toEqual(['web']);
  });

  it('does and tells nothing after its end', async () => {
    await start();
    tell('set', named('cart'));
    const before = changes;
    const watch = server.watching;
    list.stop();
    expect(server.watching).toBeUndefined();
    watch?.closed();
    await pass(300);
    expect(changes).toBe(before);
  });
});
