import {
  mostNameLength,
  nameProblem,
  ownViewId,
  parseStoredViews,
  storedOf,
  withDefault,
  withName,
  withView,
  withoutView,
} from './saved-views';
import type { SavedViews } from './saved-views';

const nightly = { name: 'Nightly', query: 'tag=nightly' };
const failed = { name: 'Failed', query: 'status=failed' };
const saved: SavedViews = { views: [nightly, failed], defaultId: ownViewId('Failed') };

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what is stored', () => {
  it.each<[SavedViews]>([[saved], [{ views: [] }], [{ views: [nightly] }]])(
    '%j is read back as it was',
    (views) => {
      expect(parseStoredViews(throughJson(storedOf(views)))).toEqual({
        state: 'read',
        saved: views,
      });
    },
  );

  it.each([[undefined], [null]])('%s is nothing saved yet', (stored) => {
    expect(parseStoredViews(stored)).toEqual({ state: 'read', saved: { views: [] } });
  });

  it.each<[unknown, string]>([
    ['{"version":1', 'broken'],
    ['', 'broken'],
    [17, 'broken'],
    [[], 'broken'],
    [{}, 'broken'],
    [{ views: [nightly] }, 'broken'],
    [{ version: 1 }, 'broken'],
    [{ version: 1, views: {} }, 'broken'],
    [{ version: 1, views: [nightly, { name: 'x' }] }, 'broken'],
    [{ version: 1, views: [null] }, 'broken'],
    [{ version: '1', views: [] }, 'broken'],
    [{ version: 0, views: [] }, 'broken'],
    [{ version: 2, views: 'whatever' }, 'newer'],
  ])('%j is %s', (stored, state) => {
    expect(parseStoredViews(stored)).toEqual({ state });
  });

  it('names a default that is a text, or none', () => {
    expect(parseStoredViews({ version: 1, views: [], defaultId: 3 })).toEqual({
      state: 'read',
      saved: { views: [] },
    });
  });
});

it.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['x'.repeat(mostNameLength), undefined],
  ['x'.repeat(mostNameLength + 1), 'long'],
  [` ${'x'.repeat(mostNameLength)} `, undefined],
  ['Nightly', 'taken'],
  [' nightly ', 'taken'],
  ['Nightly 2', undefined],
])('the name "%s" is %s', (name, problem) => {
  expect(nameProblem(name, ['Nightly', 'All pushes'])).toBe(problem);
});

describe('a change', () => {
  it.each<[string, SavedViews, SavedViews]>([
    [
      'adds a view last, its name trimmed',
      withView(saved, { name: ' Last hour ', query: 'range=1h' }),
      { ...saved, views: [nightly, failed, { name: 'Last hour', query: 'range=1h' }] },
    ],
    [
      'puts a view in the place of the one of its name, which stays the default if it is',
      withView(saved, { name: 'failed ', query: 'status=failed&range=7d' }),
      { ...saved, views: [nightly, { name: 'Failed', query: 'status=failed&range=7d' }] },
    ],
    [
      'renames a view',
      withName(saved, 'Nightly', ' Every night '),
      { ...saved, views: [{ ...nightly, name: 'Every night' }, failed] },
    ],
    [
      'renames the default view, which stays the default',
      withName(saved, 'Failed', 'Bad'),
      { views: [nightly, { ...failed, name: 'Bad' }], defaultId: ownViewId('Bad') },
    ],
    ['removes a view', withoutView(saved, 'Nightly'), { ...saved, views: [failed] }],
    ['removes the default view', withoutView(saved, 'Failed'), { views: [nightly] }],
    ['sets the default', withDefault(saved, 'trouble'), { ...saved, defaultId: 'trouble' }],
    ['unsets the default', withDefault(saved, undefined), { views: saved.views }],
  ])('%s', (_, changed, expected) => {
    expect(changed).toEqual(expected);
  });
});
