import { columnsNamed, columnsText } from './column-choice';

const all = [
  { id: 'pushed' },
  { id: 'image' },
  { id: 'project', isExtra: true },
  { id: 'status' },
] as const;

it.each([
  ['', ['pushed', 'image', 'status']],
  ['pushed,status', ['pushed', 'status']],
  ['status,image', ['pushed', 'image', 'status']],
  ['project', ['pushed', 'project']],
  ['status,size', ['pushed', 'status']],
  ['size', ['pushed', 'image', 'status']],
])('"%s" names %j', (text, ids) => {
  expect(columnsNamed(text, all).map(({ id }) => id)).toEqual(ids);
});

it.each([
  [['pushed', 'image', 'status'], ''],
  [['image', 'status'], ''],
  [['status', 'pushed'], 'pushed,status'],
  [[], 'pushed'],
  [['project', 'image', 'status'], 'pushed,image,project,status'],
])('%j are named by "%s"', (ids, text) => {
  const written = columnsText(new Set(ids), all);
  expect(written).toBe(text);
  expect(columnsNamed(written, all).map(({ id }) => id)).toEqual(
    all.map(({ id }) => id).filter((id) => id === 'pushed' || ids.includes(id)),
  );
});
