import type { TriggerInterceptor } from '../k8s/trigger';
import { celString, celStringPattern, parseCelString } from './cel';
import { covers } from './differences';
import { fieldsOf } from './fields';
import { clusterImages, isClusterImages } from './push';
import type { StreamRef } from './push';
import { runNameCel } from './run-name';
import { namingOf, runPolicies } from './run-policy';
import type { Naming } from './run-policy';
import { outlineOf } from './raw-cel/cel-text';
import { tagRuleFromCel, tagRuleToCel } from './tag-rule-cel';
import type { TagRule } from './tag-rule';

/** What the interceptors of a lane are built from, and what can be read back from them. */
export interface PushFilter {
  readonly trigger: string;
  /** Or `clusterImages`. */
  readonly stream: StreamRef;
  readonly rule: TagRule;
  /** RFC 3339: pushes made before are none of this trigger's business. */
  readonly activatedAt: string;
  /** From 0: lane k runs the k-th newest fresh push of an event. */
  readonly lane: number;
  readonly naming: Naming;
}

/**
 * How far a push may lie behind the event that shows it. The event's body is the whole stream, so
 * a later label change shows old pushes again; with the window and the fixed run name none of them
 * runs a second time, as long as its run outlives the window.
 */
export const freshSeconds = 120;

const addType = 'dev.knative.apiserver.resource.add';
const eventTypes = `['${addType}', 'dev.knative.apiserver.resource.update']`;

/** The tags of the event of an ImageStream. */
const tagsOfStream = 'body.status.tags';

/** The event of an Image in the same form: one tag, its repository, with one item (`imagesAsStream`). */
const tagsOfImage =
  `[{'tag': body.dockerImageReference.split('@')[0], 'items': [{` +
  `'created': body.metadata.creationTimestamp, 'image': body.metadata.name, ` +
  `'dockerImageReference': body.dockerImageReference}]}]`;

/** An item that names an image: null and empty histories and reference tags have none. */
const hasImage = `has(t.items) && t.items != null && size(t.items) > 0 && t.items[0].image.startsWith('sha256:')`;

/** What differs from filter to filter, as CEL. */
interface CelParts {
  /** Undefined for all Images of the cluster. */
  readonly stream: { readonly namespace: string; readonly name: string } | undefined;
  readonly rule: string;
  readonly activatedAt: string;
  readonly lane: string;
}

const celPartsOf = ({ stream, rule, activatedAt, lane }: PushFilter): CelParts => ({
  stream: isClusterImages(stream)
    ? undefined
    : { namespace: celString(stream.namespace), name: celString(stream.name) },
  rule: tagRuleToCel(rule),
  activatedAt: celString(activatedAt),
  lane: String(lane),
});

const tagsIn = ({ stream }: CelParts): string => (stream ? tagsOfStream : tagsOfImage);

const match = ({ rule }: CelParts): string => `${rule} && ${hasImage}`;

const keyOf = `t.items[0].created + ' ' + t.items[0].image`;

const freshKeys = (parts: CelParts): string =>
  `${tagsIn(parts)}.filter(t, ${match(parts)}` +
  ` && timestamp(header.canonical('Ce-Time')) - timestamp(t.items[0].created) < duration('${freshSeconds}s')` +
  ` && timestamp(t.items[0].created) >= timestamp(${parts.activatedAt}))` +
  `.map(t, ${keyOf}).distinct()`;

/** Whether an event is of what a lane watches. An Image is new only once: an update is no push. */
const eventCel = ({ stream }: CelParts): string =>
  stream
    ? `header.canonical('Ce-Type') in ${eventTypes}` +
      ` && body.metadata.namespace == ${stream.namespace}` +
      ` && body.metadata.name == ${stream.name}` +
      ` && has(body.status.tags) && body.status.tags != null`
    : `header.canonical('Ce-Type') == '${addType}'` +
      ` && body.kind == 'Image' && has(body.dockerImageReference)`;

const filterCel = (parts: CelParts): string =>
  `${eventCel(parts)} && size(${freshKeys(parts)}) > ${parts.lane}`;

const celInterceptor = (
  name: string,
  params: NonNullable<TriggerInterceptor['params']>,
): TriggerInterceptor => ({ name, ref: { name: 'cel', kind: 'ClusterInterceptor' }, params });

/** What the interceptors of a lane are built from, as text. */
interface LaneParts extends CelParts {
  readonly trigger: string;
  readonly naming: Naming;
  /** What somebody added to the filter by hand. */
  readonly added?: string;
}

const interceptorsOf = (parts: LaneParts): TriggerInterceptor[] => {
  const { trigger, naming, added } = parts;
  const keys = freshKeys(parts);
  const ofKey = `${tagsIn(parts)}.filter(t, ${match(parts)} && ${keyOf} == extensions.key)[0]`;
  return [
    celInterceptor('push', [
      { name: 'filter', value: filterCel(parts) + (added === undefined ? '' : ` && ${added}`) },
      {
        name: 'overlays',
        value: [
          { key: 'key', expression: `${keys}.sort()[size(${keys}) - ${Number(parts.lane) + 1}]` },
        ],
      },
    ]),
    celInterceptor('run', [
      {
        name: 'overlays',
        value: [
          { key: 'tag', expression: `${ofKey}.tag` },
          { key: 'push', expression: `${ofKey}.items[0]` },
          { key: 'run-name', expression: runNameCel(trigger, naming) },
        ],
      },
    ]),
  ];
};

/**
 * The two CEL interceptors of a lane. The first one filters and picks this lane's push by its key
 * (time and image); the second one names its tag, its item and its run. They are two because
 * overlays of one interceptor do not see each other (tektoncd/triggers,
 * pkg/interceptors/cel/cel.go, Process).
 */
export const pushInterceptors = (filter: PushFilter): TriggerInterceptor[] =>
  interceptorsOf({ trigger: filter.trigger, naming: filter.naming, ...celPartsOf(filter) });

const partPatterns = {
  namespace: celStringPattern,
  name: celStringPattern,
  rule: '[\\s\\S]+?',
  activatedAt: celStringPattern,
  lane: '\\d+',
};

/**
 * The text of `filterCel` with a group for each part, and for what somebody added. What follows the
 * rule is so long that hardly any place of a text could be its end: a filter that somebody else wrote
 * is refused in linear time, however long it is.
 */
const filterPattern = (stream: CelParts['stream']): RegExp =>
  new RegExp(
    Object.entries(partPatterns).reduce(
      (pattern, [part, partPattern]) =>
        pattern.replace(`<${part}>`, () => `(?<${part}>${partPattern})`),
      `^${filterCel({
        stream,
        rule: '<rule>',
        activatedAt: '<activatedAt>',
        lane: '<lane>',
      }).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?: && (?<added>[\\s\\S]+))?$`,
    ),
  );

const filterPatterns = [
  filterPattern({ namespace: '<namespace>', name: '<name>' }),
  filterPattern(undefined),
];

/** The time of a change in the text of `runNameCel`. */
const changePattern = new RegExp(` < timestamp\\((${celStringPattern})\\) \\? `);

/** Undefined where the names of runs are made in no way that this plugin builds. */
const readNaming = (trigger: string, interceptor: TriggerInterceptor | undefined) => {
  const overlays = interceptor?.params?.find(({ name }) => name === 'overlays')?.value;
  const found: unknown[] = Array.isArray(overlays) ? overlays : [];
  const { expression } = found.map(fieldsOf).find(({ key }) => key === 'run-name') ?? {};
  const change = typeof expression === 'string' ? changePattern.exec(expression)?.[1] : undefined;
  return runPolicies
    .map((policy): Naming =>
      change === undefined ? namingOf(policy) : { policy, since: parseCelString(change) },
    )
    .find((naming) => runNameCel(trigger, naming) === expression);
};

const readCelParts = (filter: unknown): Omit<LaneParts, 'trigger' | 'naming'> | undefined => {
  if (typeof filter !== 'string') return undefined;
  const found = filterPatterns.map((pattern) => pattern.exec(filter)?.groups).find(Boolean);
  const { namespace, name, rule, activatedAt, lane, added } = found ?? {};
  const stream = namespace && name ? { namespace, name } : undefined;
  return rule && activatedAt && lane ? { stream, rule, activatedAt, lane, added } : undefined;
};

/**
 * The rule that a lane has. What the plugin's own rules cannot say is one of CEL, as long as the
 * lane's own conditions hold whatever it says: it stands between `&&` as it is. A condition that was
 * added behind the lane's own says the same of every push, so it is one of each tag as well; there,
 * `t` would have no meaning.
 */
const readRule = ({ rule, added }: Pick<LaneParts, 'rule' | 'added'>): TagRule | undefined => {
  const own = tagRuleFromCel(rule);
  const isOwn = own !== undefined && tagRuleToCel(own) === rule;
  if (!isOwn && !outlineOf(rule).isOperand) return undefined;
  if (added === undefined) return isOwn ? own : { kind: 'cel', expression: rule };
  const { isOperand, names } = outlineOf(added);
  if (!isOperand || names.has('t')) return undefined;
  return { kind: 'cel', expression: rule === 'true' ? added : `${rule} && ${added}` };
};

/**
 * Reads the interceptors of a lane back. Undefined where they are not what `pushInterceptors` builds
 * around some rule: then somebody changed them, and nothing must be claimed about what they do.
 */
export const readPushFilter = (
  trigger: string,
  interceptors: readonly TriggerInterceptor[] | undefined,
): PushFilter | undefined => {
  const cel = interceptors?.[0]?.params?.find(({ name }) => name === 'filter')?.value;
  const parts = readCelParts(cel);
  const rule = parts && readRule(parts);
  const naming = readNaming(trigger, interceptors?.[1]);
  if (!rule || !naming || !covers(interceptors, interceptorsOf({ trigger, naming, ...parts })))
    return undefined;
  const { stream } = parts;
  return {
    trigger,
    stream: stream
      ? { namespace: parseCelString(stream.namespace), name: parseCelString(stream.name) }
      : clusterImages,
    rule,
    activatedAt: parseCelString(parts.activatedAt),
    lane: Number(parts.lane),
    naming,
  };
};

/** Whether interceptors that could be read are, to the letter, what this plugin builds. */
export const isAsBuilt = (
  filter: PushFilter,
  interceptors: readonly TriggerInterceptor[] | undefined,
): boolean => covers(interceptors, pushInterceptors(filter));
