import fc from 'fast-check';
import { celString } from '../domain/cel';
import type { CompleteDraft } from '../domain/draft';
import { clusterImages } from '../domain/push';
import { ignoring } from '../domain/tag-rule';
import type { TagRule } from '../domain/tag-rule';
import { metadataProblems, noMetadata } from '../domain/run-metadata';
import type { MetadataPart, RunMetadata } from '../domain/run-metadata';
import { runPolicies } from '../domain/run-policy';
import type { RunSettings } from '../domain/run-settings';
import { claimAccessModes } from '../domain/workspace';
import type { WorkspaceSource } from '../domain/workspace';
import type { Pipeline } from '../k8s/pipeline';
import { params, specOf } from './draft-params';
import { pod } from './draft-pods';
import { literal, markName, plain, text, textWithFields } from './draft-texts';

const ignore = fc.option(fc.array(text, { minLength: 1, maxLength: 3 }), { nil: undefined });

/** Expressions that end where they seem to, whether or not they make sense. */
const expressions = fc.oneof(
  text.map((value) => `t.tag == ${celString(value)}`),
  fc.constantFrom(
    `(t.tag == 'a)') || (t.tag == "b(")`,
    `body.metadata.labels['x'] == "it's" ? true : t.tag.matches(r'\\')`,
    `true && !t.tag.matches('^(?:a)$')`,
    `size(t.items) > 1\n&& has(t.items)`,
  ),
);

/** Any tag rule, whether or not its patterns make sense. */
export const rules: fc.Arbitrary<TagRule> = fc.oneof(
  fc.array(text, { minLength: 1, maxLength: 6 }).map((tags): TagRule => ({ kind: 'tags', tags })),
  fc
    .tuple(
      fc.oneof(
        fc.constant<TagRule>({ kind: 'any' }),
        text.map((pattern): TagRule => ({ kind: 'regex', pattern })),
        text.map((pattern): TagRule => ({ kind: 'glob', pattern })),
        expressions.map((expression): TagRule => ({ kind: 'cel', expression })),
        fc
          .oneof(text, fc.constantFrom('^1.4', '~1.2 || 3.x', '>=1.0.0-rc.1'))
          .map((range): TagRule => ({ kind: 'range', range })),
      ),
      ignore,
    )
    .map(([rule, globs = []]) => ignoring(rule, globs)),
);

const workspaceSources: fc.Arbitrary<WorkspaceSource> = fc.oneof(
  fc.constantFrom<WorkspaceSource>({ from: 'nothing' }, { from: 'emptyDir' }),
  fc
    .tuple(fc.constantFrom('secret' as const, 'configMap' as const), plain)
    .map(([from, name]) => ({ from, name })),
  fc.record({ from: fc.constant('persistentVolumeClaim' as const), name: plain, subPath: plain }),
  fc.record({
    from: fc.constant('volumeClaimTemplate' as const),
    size: plain,
    accessMode: fc.constantFrom(...claimAccessModes),
    storageClass: plain,
  }),
);

const settings: fc.Arbitrary<RunSettings> = fc
  .tuple(plain, plain, plain, plain)
  .map(([serviceAccount, pipelineTimeout, tasksTimeout, finallyTimeout]) => ({
    serviceAccount,
    pipelineTimeout,
    tasksTimeout,
    finallyTimeout,
  }));

/** Rows that have no problem. */
const entriesOf = (part: MetadataPart, value: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(fc.record({ name: markName, value }), {
      maxLength: 3,
      selector: ({ name }) => name,
    })
    .filter((entries) => metadataProblems({ ...noMetadata, [part]: entries }).length === 0);

const metadata: fc.Arbitrary<RunMetadata> = fc.record({
  labels: entriesOf('labels', fc.stringMatching(/^([a-zA-Z0-9]([-\w.]{0,8}[a-z0-9])?)?$/)),
  annotations: entriesOf('annotations', fc.oneof(text, textWithFields, fc.constant(''))),
});

/** Any draft that the form can hold, whether or not the API server takes its names. */
export const drafts: fc.Arbitrary<CompleteDraft> = fc.record({
  namespace: fc.constantFrom('ci', 'images'),
  name: fc.stringMatching(/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/),
  stream: fc.oneof(
    {
      arbitrary: fc.record({ namespace: fc.constantFrom('ci', 'images'), name: text }),
      weight: 4,
    },
    fc.constant(clusterImages),
  ),
  rule: rules,
  policy: fc.constantFrom(...runPolicies),
  pipeline: text,
  params,
  workspaces: fc.uniqueArray(
    fc.record({ name: literal, isOptional: fc.boolean(), source: workspaceSources }),
    { maxLength: 3, selector: ({ name }) => name },
  ),
  settings,
  metadata,
  pod,
});

/** The Pipeline that a draft was filled in for. */
export const pipelineOf = ({ pipeline, params, workspaces }: CompleteDraft): Pipeline => ({
  metadata: { name: pipeline },
  spec: {
    params: params.map(specOf),
    workspaces: workspaces.map(({ name, isOptional }) => ({ name, optional: isOptional })),
  },
});
