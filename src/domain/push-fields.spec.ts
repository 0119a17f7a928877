import { aDigest, aPush } from '../testing/builders';
import { clusterImages } from './push';
import {
  bindingParams,
  fillFields,
  hasField,
  hasFieldsOf,
  hasOtherPlaceholder,
  parsePushField,
  pushFieldKeys,
  pushFieldValue,
  pushFields,
  templateParam,
} from './push-fields';
import type { PushField } from './push-fields';

const push = aPush({ tags: ['latest', 'v1'] });

describe('pushFieldValue', () => {
  it.each<[PushField, string]>([
    ['reference', `registry.example/images/web@${aDigest('a')}`],
    ['digest', aDigest('a')],
    ['tag', 'v1'],
    ['stream', 'web'],
    ['streamNamespace', 'images'],
    ['pushedAt', '2026-03-01T12:00:00Z'],
  ])('of %s', (field, value) => {
    expect(pushFieldValue(field, push, 'v1')).toBe(value);
  });
});

describe('bindingParams', () => {
  it('have names of their own', () => {
    const names = bindingParams().map(({ param }) => param);
    expect(new Set(names).size).toBe(names.length);
  });

  it('hold every field that can be chosen', () => {
    const names = bindingParams().map(({ param }) => param);
    expect(names).toEqual(
      expect.arrayContaining(pushFieldKeys.map((key) => pushFields[key].param)),
    );
  });

  // Values of others, as annotations, could hold placeholders that are substituted once more.
  it('come from the registry, the names of the stream and the headers of the source alone', () => {
    for (const { value } of bindingParams())
      expect(value).toMatch(
        /^\$\((extensions\.(push\.(dockerImageReference|image|created)|tag|run-name)|body\.metadata\.(name|namespace)|header\.Ce-(Id|Time))\)$/,
      );
  });
});

describe('the fields of all Images', () => {
  it('are those that an Image has, of the fields of any push', () => {
    const fields = pushFieldKeys.filter((field) => hasField(clusterImages, field));
    expect(fields).toEqual(['reference', 'digest', 'pushedAt']);
    for (const stream of [push.stream, undefined])
      expect(pushFieldKeys.every((field) => hasField(stream, field))).toBe(true);
  });

  it.each([
    ['no field', true],
    ['$(reference) at $(pushedAt)', true],
    ['$(digest) of $(stream)', false],
    ['$(tag)', false],
  ])('are all that stand in a text, or not: %s', (text, hasAll) => {
    expect(hasFieldsOf(clusterImages, text)).toBe(hasAll);
    expect(hasFieldsOf(push.stream, text)).toBe(true);
  });

  it('are handed on with the repository, which the record has in place of a tag', () => {
    const names = bindingParams(clusterImages).map(({ param }) => param);
    expect(names).toEqual([
      'image-reference',
      'image-digest',
      'image-tag',
      'pushed-at',
      'event-id',
      'event-time',
      'run-name',
    ]);
  });
});

describe('templateParam', () => {
  it('is what a TriggerTemplate substitutes', () => {
    expect(templateParam('image-tag')).toBe('$(tt.params.image-tag)');
  });
});

describe('parsePushField', () => {
  it.each(pushFieldKeys)('reads %s', (key) => {
    expect(parsePushField(key)).toBe(key);
  });

  it.each(['', 'Digest', 'toString', 'constructor', 'event-id'])(
    'reads nothing from %j',
    (text) => {
      expect(parsePushField(text)).toBeUndefined();
    },
  );
});

describe('a text with fields', () => {
  it.each([
    ['', '', false],
    ['app:$(tag)@$(digest)', 'app:<tag>@<digest>', false],
    ['$$(tag)(x)', '$<tag>(x)', false],
    ['$(body)', '$(body)', true],
    ['$(tag', '$(tag', true],
    ['$( tag )', '$( tag )', true],
    ['$(toString)', '$(toString)', true],
    ['$(tag)$(tt.params.image-tag)', '<tag>$(tt.params.image-tag)', true],
  ])('%j is %j, with another placeholder: %j', (text, filled, hasOther) => {
    expect(fillFields(text, (field) => `<${field}>`)).toBe(filled);
    expect(hasOtherPlaceholder(text)).toBe(hasOther);
  });
});
