import { aDraft } from '../../testing/builders';
import { read, withSpec } from '../../testing/run-yaml';
import { formReducer } from './form-state';
import { editForm } from './initial-form';
import type { FormAction } from './form-state';
import { isTextAhead } from './yaml-state';

const opened: FormAction = { type: 'yaml-view', isOpen: true };
const typing = (text: string): FormAction => ({ type: 'yaml-text', text, found: read(text) });
const good = withSpec('status: PipelineRunPending');
const wrong = withSpec('params: 1');

const after = (...actions: FormAction[]) => actions.reduce(formReducer, editForm(aDraft()));

describe('the text of a run', () => {
  it('is the draft as soon as it can be read, and no earlier', () => {
    const read = after(opened, typing(good));
    expect(read.draft.kept?.spec).toEqual({ status: 'PipelineRunPending' });
    expect(isTextAhead(read)).toBe(false);
    const unread = after(opened, typing(good), typing(wrong));
    expect(unread.draft).toEqual(read.draft);
    expect(unread.yaml?.typed?.text).toBe(wrong);
    expect(isTextAhead(unread)).toBe(true);
  });

  it('changes nothing but the run', () => {
    const { rule, policy, name, stream, namespace } = aDraft();
    expect(after(opened, typing(good)).draft).toMatchObject({
      ...{ rule, policy, name, stream, namespace },
    });
  });

  it.each<[string, FormAction]>([
    ['another Pipeline', { type: 'pipeline', pipeline: { metadata: { name: 'other' } } }],
    ['another project', { type: 'namespace', namespace: 'other' }],
    ['another draft', { type: 'draft', draft: aDraft({ pipeline: 'other' }) }],
  ])('gives way to %s', (_, action) => {
    expect(after(opened, typing(good), action).yaml).toEqual({});
    expect(after(action).yaml).toBeUndefined();
  });

  it('is dropped with its view, and what it kept stays', () => {
    const left = after(opened, typing(good), typing(wrong), { type: 'yaml-view', isOpen: false });
    expect(left.yaml).toBeUndefined();
    expect(left.draft.kept?.spec).toEqual({ status: 'PipelineRunPending' });
  });
});
