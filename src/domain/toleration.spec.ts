import { blankToleration, readToleration, tolerationField, tolerationManifest } from './toleration';
import type { Toleration } from './toleration';

describe('the field of a toleration that is wrong', () => {
  it.each<[Partial<Toleration>, ReturnType<typeof tolerationField>]>([
    [{}, 'nothing'],
    [{ key: 'dedicated' }, undefined],
    [{ key: 'example.com/dedicated', value: 'ci', effect: 'NoSchedule' }, undefined],
    [{ operator: 'Exists' }, undefined],
    [{ operator: 'Exists', key: 'dedicated' }, undefined],
    [{ value: 'ci' }, 'key'],
    [{ effect: 'NoSchedule' }, 'key'],
    [{ key: 'a b' }, 'key'],
    [{ operator: 'Exists', key: '-' }, 'key'],
    [{ key: 'a', value: 'a b' }, 'value'],
    [{ operator: 'Exists', key: 'a', value: 'b' }, 'value'],
    [{ key: 'a', effect: 'NoExecute', seconds: '0' }, undefined],
    [{ key: 'a', effect: 'NoExecute', seconds: '3600' }, undefined],
    [{ key: 'a', effect: 'NoExecute', seconds: '1h' }, 'seconds'],
    [{ key: 'a', effect: 'NoExecute', seconds: '-1' }, 'seconds'],
    [{ key: 'a', effect: 'NoSchedule', seconds: '1' }, 'seconds'],
  ])('of %j is %j', (overrides, field) => {
    expect(tolerationField({ ...blankToleration, ...overrides })).toBe(field);
  });
});

describe('a toleration of a manifest', () => {
  it.each<[object, Partial<Toleration>]>([
    [{ operator: 'Exists' }, { operator: 'Exists' }],
    [{ key: 'a', operator: 'Equal' }, { key: 'a' }],
    [
      { key: 'a', operator: 'Equal', value: 'b', effect: 'NoExecute', tolerationSeconds: 60 },
      { key: 'a', value: 'b', effect: 'NoExecute', seconds: '60' },
    ],
  ])('is read and written again: %j', (found, toleration) => {
    const read = readToleration(found);
    expect(read).toEqual({ ...blankToleration, ...toleration });
    expect(tolerationManifest(read!)).toEqual(found);
  });

  it.each([
    undefined,
    'Exists',
    {},
    { key: 'a' },
    { key: 'a', operator: 'Equal', value: '$(tt.params.image-tag)' },
    { key: 'a', operator: 'Gt', value: '1' },
    { key: 'a', operator: 'Equal', effect: 'Other' },
    { key: 'a', operator: 'Equal', value: '' },
    { key: 'a', operator: 'Equal', value: 5 },
    { key: 'a', operator: 'Equal', tolerationSeconds: 5 },
    { key: 'a', operator: 'Exists', more: 'x' },
  ])('is not read where the form would write another one: %j', (found) => {
    expect(readToleration(found)).toBeUndefined();
  });
});
