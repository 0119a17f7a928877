import fc from 'fast-check';
import { draftProblems, isComplete } from '../../../src/domain/draft';
import type {
  CompleteDraft,
  DraftParam,
  TextSource,
  TriggerDraft,
} from '../../../src/domain/draft';
import { clusterImages } from '../../../src/domain/push';
import { pushFieldKeys } from '../../../src/domain/push-fields';
import type { MetadataEntry, RunMetadata } from '../../../src/domain/run-metadata';
import { mostTriggerNameCharacters } from '../../../src/domain/run-name';
import { runPolicies } from '../../../src/domain/run-policy';
import { tagMatcher } from '../../../src/domain/tag-rule';
import { aDraft } from '../draft';
import { pods } from './pods';
import { settings } from './settings';
import { rulesAndTags } from './tag-rules';
import { workspaces } from './workspaces';

/** A draft that the form allows, with what it may run for. */
export interface DraftAndPush {
  readonly draft: CompleteDraft;
  /** One that the rule matches. */
  readonly tag: string;
  /** Who creates the trigger. */
  readonly by: string;
}

const nasty = [`'`, '"', '\\', '\n', '\r', '\t', '\u2028', '$', '{{', '%s', '<', '&', ': ', '#'];

const texts = (minLength: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 3 })),
    minLength,
    maxLength: 12,
  });

/** A DNS label of the given length at most; a third of them have just that. */
const labels = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^[a-z0-9]([-a-z0-9]{0,${most - 2}}[a-z0-9])?$`)),
    fc.stringMatching(/^[a-z]([-a-z0-9]{0,6}[a-z0-9])?$/),
    fc.stringMatching(new RegExp(`^[a-z0-9][-a-z0-9]{${most - 2}}[a-z0-9]$`)),
  );

/** Names of ImageStreams are repository names, and may be longer than labels. */
const streamNames = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,8}((\.|_|__|-{1,3})[a-z0-9]{1,8}){0,3}$/),
  fc.stringMatching(/^[a-z0-9]{20,30}([._-][a-z0-9]{20,30}){3,5}$/),
);

const textSources: fc.Arbitrary<TextSource> = fc.oneof(
  fc.constantFrom(...pushFieldKeys).map((field) => ({ from: 'push' as const, field })),
  texts(0).map((value) => ({ from: 'literal' as const, value })),
  fc.tuple(texts(0), fc.constantFrom(...pushFieldKeys), texts(0)).map(([before, field, after]) => ({
    from: 'literal' as const,
    value: `${before}$(${field})${after}`,
  })),
);

const textParams = fc.record({
  type: fc.constantFrom('string' as const, 'string' as const, 'array' as const),
  source: fc.oneof(
    { arbitrary: textSources, weight: 3 },
    fc.constant({ from: 'default' as const }),
  ),
});

/** As Tekton takes them (tektoncd/pipeline pkg/apis/pipeline/v1/task_validation.go, ValidateNameFormat). */
const keyNames = fc.stringMatching(/^[_a-zA-Z][-\w]{0,20}$/);

/** Of the keys that are filled, the Pipeline declares all but the first one. */
const objectParams = fc
  .uniqueArray(fc.record({ name: keyNames, source: textSources }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ name }) => name,
  })
  .map((keys) => ({
    type: 'object' as const,
    properties: keys.slice(1).map(({ name }) => ({ name, hasDefault: false })),
    source: { from: 'object' as const, keys },
  }));

const isAllowed = (draft: TriggerDraft): boolean =>
  isComplete(draft, draftProblems(draft, new Set()));

const anyDraft = aDraft({
  namespace: 'ci',
  name: 'web',
  stream: { namespace: 'ci', name: 'web' },
  rule: { kind: 'any' },
});

/** Sifted one by one: a draft of which one part is not allowed costs all of them. */
const params: fc.Arbitrary<DraftParam> = fc
  .record({
    name: fc.stringMatching(/^[_a-zA-Z][-_a-zA-Z0-9.]{0,20}$/),
    hasDefault: fc.boolean(),
    value: fc.oneof({ arbitrary: textParams, weight: 3 }, objectParams),
  })
  .map(({ value, ...param }) => ({ ...param, ...value }))
  .filter((param) => isAllowed({ ...anyDraft, params: [param] }));

const entries = (value: fc.Arbitrary<string>): fc.Arbitrary<MetadataEntry[]> =>
  fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^([a-z]{1,9}\.[a-z]{1,9}\/)?[A-Za-z]([-\w.]{0,20}[A-Za-z0-9])?$/),
      value,
    }),
    { maxLength: 3, selector: ({ name }) => name },
  );

const metadata: fc.Arbitrary<RunMetadata> = fc
  .record({
    labels: entries(fc.stringMatching(/^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/)),
    annotations: entries(
      fc.oneof(
        texts(0),
        fc.constantFrom(...pushFieldKeys).map((field) => `by $(${field})`),
      ),
    ),
  })
  .filter((all) => isAllowed({ ...anyDraft, metadata: all }));

/**
 * The form shows the elements of an array as lines, and no registry takes a tag of two. A repository,
 * which an Image has in place of a tag, ends at an @.
 */
const canBeShown = (tag: string): boolean => tag !== '' && !/[\n\r@]|\$\(/.test(tag);

const matched = rulesAndTags
  .map(({ rule, tags }) => ({
    rule,
    tag: tags.find((tag) => canBeShown(tag) && tagMatcher(rule)(tag)),
  }))
  .filter((pair): pair is typeof pair & { tag: string } => pair.tag !== undefined);

/**
 * Drafts that the form allows, of triggers in a namespace.
 * @param watched where their ImageStreams can be, if it is not all Images that they watch
 */
export const draftsIn = (
  namespace: string,
  watched: readonly string[],
): fc.Arbitrary<DraftAndPush> =>
  fc
    .record({
      name: labels(mostTriggerNameCharacters),
      stream: fc.oneof(
        {
          arbitrary: fc
            .tuple(fc.constantFrom(...watched), streamNames)
            .map(([namespace, name]) => ({ namespace, name })),
          weight: 3,
        },
        fc.constant(clusterImages),
      ),
      matched,
      policy: fc.constantFrom(...runPolicies),
      pipeline: labels(63),
      params: fc.uniqueArray(params, {
        maxLength: 5,
        selector: ({ name }) => name.toLowerCase(),
      }),
      workspaces,
      settings,
      metadata,
      pod: pods,
      by: fc.oneof(fc.constant('anna'), texts(1)),
    })
    .map(({ matched: { rule, tag }, by, ...rest }) => ({
      draft: { ...rest, namespace, rule },
      tag,
      by,
    }))
    .filter(({ draft }) => isAllowed(draft));
