import { pageOf, sortRows } from './table-state';

const rows = ['v10', 'v9', undefined, 'V1'].map((tag, index) => ({ tag, index }));
const tagsOf = (sorted: readonly { tag: string | undefined }[]) => sorted.map(({ tag }) => tag);

describe('sortRows', () => {
  it('sorts texts as people do, with what is missing last in both directions', () => {
    expect(tagsOf(sortRows(rows, ({ tag }) => tag, false))).toEqual(['V1', 'v9', 'v10', undefined]);
    expect(tagsOf(sortRows(rows, ({ tag }) => tag, true))).toEqual(['v10', 'v9', 'V1', undefined]);
  });

  it('sorts numbers by their size', () => {
    const numbers = [10, 9, -1].map((value) => ({ value }));
    expect(sortRows(numbers, ({ value }) => value, false).map(({ value }) => value)).toEqual([
      -1, 9, 10,
    ]);
  });

  it('keeps the order of what is equal, and changes nothing that it was given', () => {
    const before = [...rows];
    const sorted = sortRows(rows, () => 'same', true);
    expect(sorted.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(rows).toEqual(before);
  });

  it('leaves rows alone that have nothing to sort by', () => {
    expect(sortRows(rows, undefined, true)).toBe(rows);
  });
});

describe('pageOf', () => {
  const ten = Array.from({ length: 10 }, (_, index) => index);

  it.each<[[page: number, perPage: number], number, number[]]>([
    [[1, 4], 1, [0, 1, 2, 3]],
    [[3, 4], 3, [8, 9]],
    [[4, 4], 3, [8, 9]],
    [[0, 4], 1, [0, 1, 2, 3]],
    [[-2, 4], 1, [0, 1, 2, 3]],
    [[Number.NaN, 4], 1, [0, 1, 2, 3]],
    [[1.9, 4], 1, [0, 1, 2, 3]],
    [[2, 5], 2, [5, 6, 7, 8, 9]],
  ])('%j (page, rows each) is page %d', ([page, perPage], nearest, visible) => {
    expect(pageOf(ten, page, perPage)).toEqual({ page: nearest, visible });
  });

  it('has one empty page where there are no rows', () => {
    expect(pageOf([], 3, 10)).toEqual({ page: 1, visible: [] });
  });
});
