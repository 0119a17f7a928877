import fc from 'fast-check';
import { parse } from 'yaml';
import { aTriggerTemplate } from '../../testing/builders';
import { drafts, pipelineOf } from '../../testing/drafts';
import type { PipelineRun } from '../../k8s/pipeline-run';
import { covers } from '../differences';
import type { CompleteDraft } from '../draft';
import { runOfTemplate } from '../image-trigger';
import { draftRunYaml } from './draft-run';
import { readRunYaml } from './read-run-yaml';

const read = (text: string, draft: CompleteDraft) =>
  readRunYaml(text, {
    draft,
    pipelineNamed: (name) => (name === draft.pipeline ? pipelineOf(draft) : undefined),
  });

/** What no order has a meaning in, in one order; what says nothing, left out. */
const sorted = ({ metadata = {}, spec = {} }: PipelineRun): object => ({
  metadata,
  spec: {
    ...spec,
    ...Object.fromEntries(
      (['params', 'workspaces'] as const).map((list) => [
        list,
        [...(spec[list] ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
      ]),
    ),
  },
});

const runOf = (draft: CompleteDraft): PipelineRun => runOfTemplate(aTriggerTemplate(draft))!;

const keptFields = fc.constantFrom<object>(
  { taskRunSpecs: [{ pipelineTaskName: 'scan', serviceAccountName: 'scanner' }] },
  { taskRunTemplate: { podTemplate: { dnsPolicy: 'None' } } },
  { timeouts: { pipeline: '$(tt.params.image-tag)' }, status: 'PipelineRunPending' },
);

/** Drafts of which some keep what the form cannot hold. */
const anyDrafts: fc.Arbitrary<CompleteDraft> = fc
  .tuple(drafts, fc.option(keptFields))
  .map(([draft, spec]) =>
    spec
      ? {
          ...draft,
          settings: {
            serviceAccount: '',
            pipelineTimeout: '',
            tasksTimeout: '',
            finallyTimeout: '',
          },
          kept: { spec, labels: { 'tekton.dev/kept': 'x' }, annotations: {} },
        }
      : draft,
  );

const tokens = fc.constantFrom(
  ...['  ', '- ', ': ', '\n', '"', "'", '#', '&a ', '*a', '$(tag)', '$(tt.params.image-digest)'],
  ...['1', 'true', 'yes', '{}', '[]', '~', '!!str ', '|\n', '---\n', 'name: x', '<<: *a', 'value'],
  ...['imagetriggers.dev/tag: x\n', 'taskRunSpecs:', '1e999', '.nan', '__proto__: {}\n', '\t'],
);

type Mutation = readonly [at: number, removed: number, added: string];

const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.tuple(
    fc.nat(2_000),
    fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(12) }),
    fc.oneof(tokens, fc.string({ maxLength: 3 })),
  ),
  { minLength: 1, maxLength: 3 },
);

const mutated = (text: string, changes: readonly Mutation[]): string =>
  changes.reduce((rest, [at, removed, added]) => {
    const place = at % (rest.length + 1);
    return `${rest.slice(0, place)}${added}${rest.slice(place + removed)}`;
  }, text);

describe('the run of a draft as YAML', () => {
  it('is read back as the part of the draft that it says', () => {
    fc.assert(
      fc.property(anyDrafts, (draft) => {
        const found = read(draftRunYaml(draft), draft);
        expect(found).not.toHaveProperty('problem');
        expect({ ...draft, ...('run' in found && found.run) }).toEqual(draft);
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);

  it('is refused, or builds what it says, whatever somebody makes of it', () => {
    let taken = 0;
    fc.assert(
      fc.property(anyDrafts, mutations, (draft, changes) => {
        const text = mutated(draftRunYaml(draft), changes);
        const found = read(text, draft);
        if (!('run' in found)) {
          expect(found.problem.line).toBeGreaterThan(0);
          return;
        }
        taken += 1;
        const said = parse(text, {
          merge: true,
          stringKeys: true,
          logLevel: 'silent',
        }) as PipelineRun;
        const built = sorted(runOf({ ...draft, ...found.run }));
        expect({ text, isBuilt: covers(built, sorted(said)) }).toEqual({ text, isBuilt: true });
      }),
      { numRuns: 5_000 },
    );
    // Most mutations are refused; a spec of nothing else would prove nothing.
    expect(taken).toBeGreaterThan(500);
  }, 120_000);

  it('is read without a crash, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), anyDrafts, (text, draft) => {
        expect(read(text, draft)).toHaveProperty('problem');
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
