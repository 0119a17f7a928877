import fc from 'fast-check';
import { aTrigger, aTriggerTemplate } from '../testing/builders';
import { draftWithPods } from '../testing/draft-parts';
import { drafts } from '../testing/drafts';
import { editPlan } from './edit-plan';
import { runOfTemplate } from './image-trigger';

const options = { version: '1.2.3', at: '2026-03-01T12:00:00Z' };

/** Parameters and workspaces by their names: an edit keeps the order in which they are. */
const byName = (rows: readonly { name: string }[] = []) =>
  new Map(rows.map((row) => [row.name, row]));

const partsOf = ({ params, workspaces, ...spec }: NonNullable<ReturnType<typeof specOf>>) => ({
  ...spec,
  params: byName(params),
  workspaces: byName(workspaces),
});

const specOf = (template: Parameters<typeof runOfTemplate>[0]) => runOfTemplate(template)?.spec;

describe('the run that an edit leaves', () => {
  it('is that of a trigger made from the same draft, whatever it was before', () => {
    fc.assert(
      fc.property(drafts, drafts, (before, draft) => {
        const { namespace, name, stream, rule, policy } = before;
        const after = { ...draft, namespace, name, stream, rule, policy };
        const { run } = editPlan(aTrigger(before), after, options);
        const was = specOf(aTriggerTemplate(before))!;
        expect(partsOf(run ?? was)).toEqual(partsOf(specOf(aTriggerTemplate(after))!));
      }),
      { numRuns: 500 },
    );
  });

  it('has what the draft keeps, which the form cannot hold', () => {
    const taskRunTemplate = { podTemplate: { schedulerName: 'own' } };
    const kept = { spec: { taskRunTemplate }, labels: {}, annotations: {} };
    const trigger = aTrigger({ kept });
    const draft = { ...draftWithPods({ priorityClass: 'low' }), kept };
    const { run } = editPlan(trigger, draft, options);
    expect(run).toMatchObject({
      taskRunTemplate: { podTemplate: { schedulerName: 'own', priorityClassName: 'low' } },
    });
  });
});
