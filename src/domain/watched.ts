import type { Problem } from './problem';

/** Something that is watched in the cluster. */
export type Watched<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | {
      readonly state: 'loaded';
      readonly data: T;
      /** Why the data may be out of date: live updates stopped after it had been loaded. */
      readonly stale?: Problem;
    };

export const loading: { readonly state: 'loading' } = { state: 'loading' };

/** The same with other data. */
export const mapWatched = <T, U>(watched: Watched<T>, map: (data: T) => U): Watched<U> =>
  watched.state === 'loaded' ? { ...watched, data: map(watched.data) } : watched;

/** Loaded when both are, failed as soon as one is. */
export const combineWatched = <A, B, C>(
  a: Watched<A>,
  b: Watched<B>,
  combine: (a: A, b: B) => C,
): Watched<C> => {
  if (a.state === 'failed') return a;
  if (b.state === 'failed') return b;
  if (a.state === 'loading' || b.state === 'loading') return loading;
  return { state: 'loaded', data: combine(a.data, b.data), stale: a.stale ?? b.stale };
};
