import { aDraft } from '../testing/builders';
import type { KeptParts } from './draft';
import { draftChanges } from './draft-changes';
import { mergeDrafts } from './merge-drafts';

const keeping = (kept: Partial<KeptParts>) =>
  aDraft({ kept: { spec: {}, labels: {}, annotations: {}, ...kept } });

const tasks = [{ pipelineTaskName: 'scan', metadata: {} }];

describe('what the form has no fields for', () => {
  it('is named with both sides by where it stands', () => {
    const before = keeping({ spec: { taskRunSpecs: tasks, status: 'a' }, labels: { old: 'x' } });
    const after = keeping({
      spec: { taskRunSpecs: tasks, status: 'b' },
      annotations: { new: 'y' },
    });
    expect(draftChanges(before, after)).toEqual([
      { part: 'kept', name: 'spec.status', before: 'a', after: 'b' },
      { part: 'kept', name: 'metadata.labels.old', before: 'x', after: undefined },
      { part: 'kept', name: 'metadata.annotations.new', before: undefined, after: 'y' },
    ]);
    expect(draftChanges(before, aDraft())).toHaveLength(3);
  });

  it('is the same in whatever order', () => {
    const other = [{ metadata: {}, pipelineTaskName: 'scan' }];
    expect(
      draftChanges(
        keeping({ spec: { taskRunSpecs: tasks, status: 'a' } }),
        keeping({ spec: { status: 'a', taskRunSpecs: other } }),
      ),
    ).toEqual([]);
  });

  it('is merged field by field', () => {
    const base = keeping({ spec: { status: 'a', managedBy: 'a' }, labels: { old: 'x' } });
    const mine = keeping({ spec: { status: 'mine', managedBy: 'a' } });
    const theirs = keeping({
      spec: { status: 'theirs', managedBy: 'theirs' },
      labels: { old: 'x', new: 'y' },
    });
    expect(mergeDrafts({ base, mine, theirs }).kept).toEqual({
      spec: { status: 'mine', managedBy: 'theirs' },
      labels: { new: 'y' },
      annotations: {},
    });
    expect(mergeDrafts({ base, mine: aDraft(), theirs: base }).kept).toBeUndefined();
  });
});
