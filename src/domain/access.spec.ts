import { triggerTemplateKind } from '../k8s/trigger-template';
import { aDraft, aTriggerTemplate } from '../testing/builders';
import { clusterOf, edit, one, triggerIn, versions } from '../testing/edits';
import { accessQuestionsOf, editQuestionsOf, missingParts } from './access';
import { createTrigger, rehearseTrigger } from './apply/create-trigger';
import type { ApplyReport } from './apply/transaction';
import { editPlan } from './edit-plan';
import { triggerPlan } from './plan';
import { MemoryCluster, forbidden } from '../testing/memory-cluster';

const plan = triggerPlan(aDraft(), { activatedAt: '2026-03-01T10:00:00Z', version: '1.2.3' });
const linesOf = (questions: ReturnType<typeof accessQuestionsOf>): string[] =>
  questions.map(({ kind, verb, namespace }) => `${verb} ${kind.plural} ${namespace}`);

describe('accessQuestionsOf', () => {
  it('asks each question once, in the order of the plan', () => {
    const lines = linesOf(accessQuestionsOf(plan));
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.slice(0, 3)).toEqual([
      'list serviceaccounts ci',
      'create serviceaccounts ci',
      'delete serviceaccounts ci',
    ]);
    expect(lines.slice(-7)).toEqual([
      'list triggers ci',
      'create triggers ci',
      'patch triggers ci',
      'delete triggers ci',
      'list triggertemplates ci',
      'create triggertemplates ci',
      'delete triggertemplates ci',
    ]);
  });

  it('asks about the watched namespace, too', () => {
    expect(linesOf(accessQuestionsOf(plan))).toEqual(
      expect.arrayContaining(['create roles images', 'create rolebindings images']),
    );
  });

  it('asks for all that creating a trigger and taking it back does, and for no more', async () => {
    const cluster = new MemoryCluster();
    await createTrigger(aDraft(), cluster, { version: '1.2.3' });
    const created = [...cluster.calls];
    const failing = new MemoryCluster();
    failing.intercept(({ verb }) => {
      if (verb === 'patch') throw forbidden();
    });
    await createTrigger(aDraft(), failing, { version: '1.2.3' });
    const taken = new MemoryCluster();
    taken.put(triggerTemplateKind, aTriggerTemplate());
    await createTrigger(aDraft(), taken, { version: '1.2.3' });
    const verbs = { 'dry-run': 'create', remove: 'delete', get: 'list' } as Record<string, string>;
    const done = [...created, ...failing.calls, ...taken.calls].map(
      ({ verb, kind, namespace }) => `${verbs[verb] ?? verb} ${kind} ${namespace}`,
    );
    expect([...new Set(done)].sort()).toEqual(linesOf(accessQuestionsOf(plan)).sort());
  });

  it('asks nothing about nothing', () => {
    expect(accessQuestionsOf([])).toEqual([]);
  });
});

describe('missingParts', () => {
  it('leaves out what is there already', async () => {
    const cluster = new MemoryCluster();
    await createTrigger(aDraft({ name: 'other' }), cluster, { version: '1.2.3' });
    let report: ApplyReport = { plan: [], states: [] };
    await rehearseTrigger(aDraft(), cluster, {
      version: '1.2.3',
      onReport: (next) => {
        report = next;
      },
    });
    expect(linesOf(accessQuestionsOf(missingParts(report)))).toEqual([
      'list triggers ci',
      'create triggers ci',
      'patch triggers ci',
      'delete triggers ci',
      'list triggertemplates ci',
      'create triggertemplates ci',
      'delete triggertemplates ci',
    ]);
  });
});

describe('editQuestionsOf', () => {
  it.each([
    ['a rule and a Pipeline', aDraft({ rule: versions, pipeline: 'sign' })],
    ['fewer lanes', aDraft({ rule: one })],
    ['a Pipeline', aDraft({ pipeline: 'sign' })],
    ['nothing', aDraft()],
  ])('asks for what an edit of %s does', async (_, draft) => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    cluster.calls.length = 0;
    await edit(cluster, { base, draft });
    const writes = cluster.calls.filter(({ verb }) => ['create', 'patch', 'remove'].includes(verb));
    const done = writes.map(
      ({ verb, kind }) => `${verb === 'remove' ? 'delete' : verb} ${kind} ci`,
    );
    const questions = editQuestionsOf(
      editPlan(base, draft, { version: '1.2.3', at: base.createdAt }),
    );
    expect(linesOf(questions).sort()).toEqual([...new Set(done)].sort());
  });
});
