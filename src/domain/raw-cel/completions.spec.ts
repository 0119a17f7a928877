import { anImageStream } from '../../testing/builders';
import { celFields, completionsAt, endsInName } from './completions';
import { checkWithLibrary } from './cel-library';

const fields = celFields(anImageStream({ labels: { 'app.kubernetes.io/part-of': 'shop' } }));
const offeredAt = (before: string): string[] =>
  completionsAt(before, fields).fields.map(({ path }) => path);

describe('the fields of an event', () => {
  it('begin with those of the tag, and have the labels that the ImageStream has', () => {
    const paths = fields.map(({ path }) => path);
    expect(paths.slice(0, 2)).toEqual(['t.tag', 't.items[0].created']);
    expect(paths).toContain(`body.metadata.labels['app.kubernetes.io/part-of']`);
  });

  it.each(fields.map(({ path, type }) => [path, type]))('%s is a field to the check', (path) => {
    expect(checkWithLibrary(`dyn(${path}) == dyn(1)`)).not.toHaveProperty('problem');
  });
});

describe('what is offered at the caret', () => {
  it.each([
    ['t', 't.tag'],
    ['t.i', 't.items[0].created'],
    ['t.items[0].im', 't.items[0].image'],
    ['t.items[', 't.items[0].created'],
    ['!(t.ta', 't.tag'],
    [`t.tag == 'x y' && body.metadata.na`, 'body.metadata.name'],
    ['team == 1 || namesp', 'body.metadata.namespace'],
    [`body.metadata.labels['app`, `body.metadata.labels['app.kubernetes.io/part-of']`],
  ])('%s is first of all %s', (before, first) => {
    expect(offeredAt(before)[0]).toBe(first);
  });

  it('is everything where no name is begun', () => {
    expect(offeredAt('t.tag == ')).toEqual(fields.map(({ path }) => path));
  });

  it.each([[`t.tag == 'bo`], [`t.tag == "a body`], ['nothing.like.it'], ['x.body']])(
    'is nothing at the end of %s',
    (before) => {
      expect(offeredAt(before)).toEqual([]);
    },
  );

  it.each([
    ['t.', true],
    ['x || t.items[', true],
    [`body.metadata.labels['`, true],
    ['t.tag == ', false],
    [`t.tag == 'v1'`, false],
    [`t.tag.startsWith('v')`, false],
  ])('is offered unasked at the end of %s: %s', (before, expected) => {
    expect(endsInName(before)).toBe(expected);
  });

  it('stands in the place of the name that is begun', () => {
    expect(completionsAt('!t.ta', fields).from).toBe(1);
    expect(completionsAt('!t.tag', fields).fields.map(({ path }) => path)).not.toContain('t.tag');
  });
});
