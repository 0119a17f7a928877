import { Turns } from './turns';

/** A promise with what ends it. */
const pending = () => {
  let end = (): void => undefined;
  const promise = new Promise<void>((resolve) => (end = resolve));
  return { promise, end };
};

/** Lets everything go on that can. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

test('lets no more work at once than there are turns', async () => {
  const turns = new Turns(2);
  const works = [pending(), pending(), pending()];
  const begun: number[] = [];
  const all = works.map(({ promise }, index) =>
    turns.take(() => {
      begun.push(index);
      return promise;
    }),
  );
  await settle();
  expect(begun).toEqual([0, 1]);
  works[1]?.end();
  await settle();
  expect(begun).toEqual([0, 1, 2]);
  works.forEach(({ end }) => end());
  await Promise.all(all);
});

test('gives the turn of who waits to another, and takes who waited before who has not begun', async () => {
  const turns = new Turns(1);
  const wait = pending();
  const second = pending();
  const seen: string[] = [];
  const all = [
    turns.take(async () => {
      seen.push('first waits');
      await turns.leave(() => wait.promise);
      seen.push('first goes on');
    }),
    turns.take(async () => {
      seen.push('second');
      await second.promise;
    }),
    turns.take(() => {
      seen.push('third');
      return Promise.resolve();
    }),
  ];
  await settle();
  expect(seen).toEqual(['first waits', 'second']);
  wait.end();
  await settle();
  second.end();
  await Promise.all(all);
  expect(seen).toEqual(['first waits', 'second', 'first goes on', 'third']);
});

test('passes the turn on from a work that fails', async () => {
  const turns = new Turns(1);
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.take(() => Promise.resolve(2))).resolves.toBe(2);
});
