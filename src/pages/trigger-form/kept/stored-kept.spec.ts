import { aDraft } from '../../../testing/builders';
import type { CompleteDraft } from '../../../domain/draft';
import { editForm } from '../initial-form';
import type { FormState } from '../form-state';
import { restoredForm } from './restored-form';
import { formToText, parseStoredForm } from './stored-form';

const meta = { savedAt: '2026-03-01T12:00:00Z', madeFrom: '' };

const keptParam = (name: string) => ({
  name,
  type: 'object' as const,
  hasDefault: false,
  source: { from: 'kept' as const },
  kept: { url: 'of it' },
});

/** A form whose YAML said what the form has no fields for. */
const typedForm = (draft: Partial<CompleteDraft>): FormState => ({
  ...editForm(aDraft(draft)),
  isKeptHere: true,
});

/** As it comes back after a reload, beside a trigger that keeps something else. */
const reloaded = (state: FormState): FormState =>
  restoredForm(
    parseStoredForm(formToText(state, meta))!,
    editForm(aDraft({ kept: { spec: { old: 1 }, labels: {}, annotations: {} } })),
  );

describe('what was typed and the form has no fields for', () => {
  it('comes back after a reload, in place of what the cluster has', () => {
    const state = typedForm({
      kept: { spec: { taskRunSpecs: [{}] }, labels: { 'tekton.dev/x': 'y' }, annotations: {} },
      params: [keptParam('GIT')],
      workspaces: [
        {
          name: 'keys',
          isOptional: false,
          source: { from: 'kept' },
          kept: { name: 'keys', subPath: '$(tt.params.image-tag)', emptyDir: {} },
        },
      ],
    });
    expect(reloaded(state)).toEqual(state);
    expect(reloaded(typedForm({})).draft.kept).toBeUndefined();
  });

  it('is not stored where its name speaks of a secret', () => {
    const state = typedForm({
      kept: {
        spec: { taskRunTemplate: { podTemplate: { env: [{ name: 'TOKEN', value: 'hunter2' }] } } },
        labels: {},
        annotations: { 'api-key': 'hunter2' },
      },
      params: [{ ...keptParam('PASSWORD'), kept: { a: 'hunter2' } }],
    });
    expect(formToText(state, meta)).not.toContain('hunter2');
    const { draft } = reloaded(state);
    expect(draft.params[0]?.source).toEqual({ from: 'default' });
    expect(draft.kept?.annotations).toEqual({ 'api-key': '' });
  });

  const text = formToText(
    typedForm({
      kept: { spec: {}, labels: { a: 'b' }, annotations: {} },
      params: [keptParam('GIT')],
    }),
    meta,
  );

  it.each<[string, string]>([
    ['a label that is a number', text.replace('{"a":"b"}', '{"a":7}')],
    ['a value that no parameter has', text.replace('"url":"of it"', '"url":7')],
    ['a text', text.replace(/"keptHere":\{.*?\}\}\}/, '"keptHere":"x"')],
  ])('is not guessed from %s', (_, other) => {
    expect(other).not.toBe(text);
    expect(parseStoredForm(text)).toBeDefined();
    expect(parseStoredForm(other)).toBeUndefined();
  });
});

describe('the YAML view of a form that is stored', () => {
  const viewOf = (yaml: FormState['yaml']) => reloaded({ ...editForm(aDraft()), yaml }).yaml;

  it('comes back with its text, which is read again', () => {
    expect(viewOf(undefined)).toBeUndefined();
    expect(viewOf({})).toEqual({});
    expect(viewOf({ typed: { text: 'a: hunter2', storable: 'a: ""', verdict: 'read' } })).toEqual({
      typed: { text: 'a: ""', storable: 'a: ""', verdict: 'unread' },
    });
    expect(viewOf({ typed: { text: 'hunter2', storable: undefined, verdict: 'read' } })).toEqual(
      {},
    );
  });
});
