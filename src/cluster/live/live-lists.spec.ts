import { imageStreamKind } from '../../k8s/image-stream';
import { nameOf } from '../../k8s/resource';
import { pipelineKind } from '../../k8s/pipeline';
import type { Watched } from '../../domain/watched';
import type { K8sObject } from '../../k8s/resource';
import { LiveLists } from './live-lists';
import type { ListQuery } from './list-query';

const streams: ListQuery = { kind: imageStreamKind, namespace: 'shop' };
const pipelines: ListQuery = { kind: pipelineKind, namespace: 'shop' };

let started: string[];
let ended: string[];
let lists: LiveLists;
/** Ends the newest watch. */
let interrupt: () => void;

const namesIn = (watched: Watched<K8sObject[]> | undefined) =>
  watched?.state === 'loaded' ? watched.data.map(nameOf) : watched?.state;

beforeEach(() => {
  jest.useFakeTimers();
  started = [];
  ended = [];
  lists = new LiveLists(({ kind }) => ({
    list: () => {
      started.push(kind.plural);
      return Promise.resolve({ objects: [{ metadata: { name: kind.plural } }], version: '1' });
    },
    watch: (_, handlers) => {
      interrupt = handlers.closed;
      return () => ended.push(kind.plural);
    },
  }));
});

afterEach(() => jest.useRealTimers());

const settle = () => jest.advanceTimersByTimeAsync(0);

describe('the lists of a console', () => {
  it('asks once for what several show', async () => {
    const first = lists.view([streams]);
    const second = lists.view([{ ...streams }, pipelines]);
    first.subscribe(() => undefined);
    second.subscribe(() => undefined);
    await settle();
    expect(started).toEqual(['imagestreams', 'pipelines']);
    expect(second.current().map(namesIn)).toEqual([['imagestreams'], ['pipelines']]);
    expect(first.current()[0]).toBe(second.current()[0]);
  });

  it('tells everybody who shows a list, and gives the same answer until it changes', async () => {
    const view = lists.view([streams]);
    const told = jest.fn();
    expect(view.current().map(namesIn)).toEqual(['loading']);
    view.subscribe(told);
    await settle();
    expect(told).toHaveBeenCalledTimes(1);
    expect(view.current()).toBe(view.current());
  });

  it('keeps a list for a while for who comes back, then ends it', async () => {
    const leave = lists.view([streams]).subscribe(() => undefined);
    await settle();
    leave();
    await jest.advanceTimersByTimeAsync(29_000);
    const back = lists.view([streams]);
    expect(back.current().map(namesIn)).toEqual([['imagestreams']]);
    const leaveAgain = back.subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(60_000);
    expect([started, ended]).toEqual([['imagestreams'], []]);
    leaveAgain();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(ended).toEqual(['imagestreams']);
    expect(back.current().map(namesIn)).toEqual(['loading']);
  });

  it('asks as soon as somebody is about to show a list, and ends what nobody then shows', async () => {
    lists.view([streams]);
    expect(started).toEqual(['imagestreams']);
    await jest.advanceTimersByTimeAsync(29_000);
    expect(ended).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(ended).toEqual(['imagestreams']);
  });

  it('goes on after an interruption, but not for nobody', async () => {
    const leave = lists.view([streams]).subscribe(() => undefined);
    await settle();
    interrupt();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(started).toEqual(['imagestreams', 'imagestreams']);
    leave();
    interrupt();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(started).toHaveLength(2);
  });
});
