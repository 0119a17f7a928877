import assert from 'node:assert/strict';
import { celString } from '../../../src/domain/cel';
import { pushInterceptors, readPushFilter } from '../../../src/domain/push-filter';
import type { PushFilter } from '../../../src/domain/push-filter';
import { checkWithLibrary } from '../../../src/domain/raw-cel/cel-library';
import { provideCel } from '../../../src/domain/raw-cel/engine';
import { ignoring, isDecidedByTag, tagMatcher, tagRuleProblem } from '../../../src/domain/tag-rule';
import type { TagRule } from '../../../src/domain/tag-rule';
import { tagVerdicts } from '../../../src/domain/tag-verdicts';
import type { ImageStream } from '../../../src/k8s/image-stream';
import type { TriggerInterceptor } from '../../../src/k8s/trigger';
import { rulesAndTags } from '../arbitraries/tag-rules';
import type { RuleAndTags } from '../arbitraries/tag-rules';
import { celInterceptorOf, verdictCodes } from '../cel-interceptor';
import type { AskCel, InterceptedEvent } from '../cel-interceptor';
import { forGenerated } from '../generated';
import type { Scenario } from '../scenario';

const activatedAt = '2026-03-01T12:00:00Z';

const filterOf = (rule: TagRule, lane: number): PushFilter => ({
  trigger: 'web',
  stream: { namespace: 'images', name: 'web' },
  rule,
  activatedAt,
  lane,
  naming: { policy: 'each-push' },
});

interface PushedTag {
  readonly tag: string;
  readonly items: readonly [{ readonly created: string; readonly image: string }];
}

/** A push a tag, one a second. */
const pushedTags = (tags: readonly string[]): PushedTag[] =>
  tags.map((tag, index) => ({
    tag,
    items: [
      {
        created: new Date(Date.parse(activatedAt) + 1000 * index).toISOString(),
        image: `sha256:${String(index).repeat(64)}`,
      },
    ],
  }));

/** The ImageStream of an event with a push of each tag. */
const streamOf = (tags: readonly string[]): ImageStream => ({
  metadata: { namespace: 'images', name: 'web' },
  status: {
    tags: pushedTags(tags).map(({ tag, items: [item] }) => ({
      tag,
      items: [{ ...item, dockerImageReference: '', generation: 1 }],
    })),
  },
});

const eventOf = (tags: readonly PushedTag[]): InterceptedEvent => ({
  header: {
    'Ce-Type': 'dev.knative.apiserver.resource.update',
    'Ce-Time': '2026-03-01T12:00:30Z',
  },
  body: { metadata: { namespace: 'images', name: 'web' }, status: { tags } },
});

/**
 * Which tags the lanes pick, newest first, as many as the cluster's interceptor says there are; or that
 * their expression fails.
 */
const tagsOfLanes = async (ask: AskCel, rule: TagRule, tags: readonly string[]) => {
  const pushed = pushedTags(tags);
  const found: unknown[] = [];
  for (;;) {
    const [push] = pushInterceptors(filterOf(rule, found.length));
    assert.ok(push);
    const verdict = await ask(push, eventOf(pushed));
    if (verdict.status?.code === verdictCodes.failed) return 'failed';
    if (!verdict.continue) {
      assert.equal(verdict.status?.code, verdictCodes.notTrue, verdict.status?.message);
      return found;
    }
    const key = verdict.extensions?.key;
    found.push(pushed.find(({ items: [item] }) => key === `${item.created} ${item.image}`)?.tag);
  }
};

const filterAlone = (value: string): TriggerInterceptor => ({
  params: [{ name: 'filter', value }],
});

/**
 * What the form refuses though Go's RE2 takes it: a name for two groups, and a literal brace that is
 * repeated. Such a trigger is never created, so nobody is told anything wrong.
 */
const stricterHere = /duplicate capture group name|invalid nested repetition operator: `\{/;

/** The interceptor cannot run the filter of a pattern, or the pattern without the anchors. */
const expectRefused = async (
  ask: AskCel,
  rule: TagRule & { pattern: string },
  message: string,
): Promise<void> => {
  if (stricterHere.test(message)) return;
  // Of what is ignored, CEL says no without the pattern: an error and false are false.
  const [anchored] = pushInterceptors(filterOf(ignoring(rule, []), 0));
  assert.ok(anchored);
  const filters = [
    anchored,
    filterAlone(`'a'.matches(${celString(rule.pattern)}) in [true, false]`),
  ];
  const event = eventOf(pushedTags(['a']));
  const verdicts = await Promise.all(filters.map((filter) => ask(filter, event)));
  const codes = verdicts.map(({ status }) => status?.code);
  const isRefused = codes.includes(verdictCodes.failed);
  assert.ok(isRefused, `refused here: ${message}, but there: ${codes.join()}`);
};

const expectSameVerdict = async (ask: AskCel, { rule, tags }: RuleAndTags): Promise<void> => {
  const filter = filterOf(rule, 3);
  assert.deepEqual(readPushFilter('web', pushInterceptors(filter)), filter, 'what is read back');
  const problem = tagRuleProblem(rule);
  if (problem === undefined) {
    const verdicts = tagVerdicts({ rule, tags }, streamOf(tags));
    const matching = tags.filter((tag) => verdicts.get(tag) === true).reverse();
    // One tag for which an expression fails ends the lane for all of them.
    const fails = [...verdicts.values()].some((verdict) => typeof verdict === 'object');
    const expected = fails ? 'failed' : matching;
    assert.deepEqual(await tagsOfLanes(ask, rule, tags), expected, 'the tags that match');
    if (!fails && isDecidedByTag(rule))
      assert.deepEqual(tags.filter(tagMatcher(rule)).reverse(), matching, 'by the tag alone');
  } else if (problem.code === 'bad-regex' && 'pattern' in rule) {
    await expectRefused(ask, rule, problem.message);
  } else if (rule.kind === 'range') {
    assert.deepEqual(await tagsOfLanes(ask, rule, tags), [], `nothing, for ${problem.code}`);
  } else assert.fail(problem.code);
};

/** What the form says of tags and rules, and what the listener then does. */
export const tagVerdictScenarios: readonly Scenario[] = [
  {
    title: 'the verdict on 700 generated rules with tags is that of the CEL interceptor',
    run: async ({ admin }) => {
      provideCel(checkWithLibrary);
      const ask = await celInterceptorOf(admin);
      await forGenerated(rulesAndTags, { count: 700, atOnce: 8 }, (pair) =>
        expectSameVerdict(ask, pair),
      );
    },
  },
];
