import type { TriggerInterceptor } from '../k8s/trigger';
import { celString, celStringPattern, parseCelString } from './cel';
import { covers } from './differences';
import type { StreamRef } from './push';
import { runNameCel } from './run-name';
import { tagRuleCelPattern, tagRuleFromCel, tagRuleToCel } from './tag-rule';
import type { TagRule } from './tag-rule';

/** What the interceptors of a lane are built from, and what can be read back from them. */
export interface PushFilter {
  readonly trigger: string;
  readonly stream: StreamRef;
  readonly rule: TagRule;
  /** RFC 3339: pushes made before are none of this trigger's business. */
  readonly activatedAt: string;
  /** From 0: lane k runs the k-th newest fresh push of an event. */
  readonly lane: number;
}

/**
 * How far a push may lie behind the event that shows it. The event's body is the whole stream, so
 * a later label change shows old pushes again; with the window and the fixed run name none of them
 * runs a second time, as long as its run outlives the window.
 */
export const freshSeconds = 120;

const eventTypes = `['dev.knative.apiserver.resource.add', 'dev.knative.apiserver.resource.update']`;

/** An item that names an image: null and empty histories and reference tags have none. */
const hasImage = `has(t.items) && t.items != null && size(t.items) > 0 && t.items[0].image.startsWith('sha256:')`;

/** What differs from filter to filter, as CEL. */
interface CelParts {
  readonly namespace: string;
  readonly name: string;
  readonly rule: string;
  readonly activatedAt: string;
  readonly lane: string;
}

const celPartsOf = ({ stream, rule, activatedAt, lane }: PushFilter): CelParts => ({
  namespace: celString(stream.namespace),
  name: celString(stream.name),
  rule: tagRuleToCel(rule),
  activatedAt: celString(activatedAt),
  lane: String(lane),
});

const match = ({ rule }: CelParts): string => `${rule} && ${hasImage}`;

const keyOf = `t.items[0].created + ' ' + t.items[0].image`;

const freshKeys = (parts: CelParts): string =>
  `body.status.tags.filter(t, ${match(parts)}` +
  ` && timestamp(header.canonical('Ce-Time')) - timestamp(t.items[0].created) < duration('${freshSeconds}s')` +
  ` && timestamp(t.items[0].created) >= timestamp(${parts.activatedAt}))` +
  `.map(t, ${keyOf}).distinct()`;

const filterCel = (parts: CelParts): string =>
  `header.canonical('Ce-Type') in ${eventTypes}` +
  ` && body.metadata.namespace == ${parts.namespace}` +
  ` && body.metadata.name == ${parts.name}` +
  ` && has(body.status.tags) && body.status.tags != null` +
  ` && size(${freshKeys(parts)}) > ${parts.lane}`;

const celInterceptor = (
  name: string,
  params: NonNullable<TriggerInterceptor['params']>,
): TriggerInterceptor => ({ name, ref: { name: 'cel', kind: 'ClusterInterceptor' }, params });

/**
 * The two CEL interceptors of a lane. The first one filters and picks this lane's push by its key
 * (time and image); the second one names its tag, its item and its run. They are two because
 * overlays of one interceptor do not see each other (tektoncd/triggers,
 * pkg/interceptors/cel/cel.go, Process).
 */
export const pushInterceptors = (filter: PushFilter): TriggerInterceptor[] => {
  const parts = celPartsOf(filter);
  const keys = freshKeys(parts);
  const ofKey = `body.status.tags.filter(t, ${match(parts)} && ${keyOf} == extensions.key)[0]`;
  return [
    celInterceptor('push', [
      { name: 'filter', value: filterCel(parts) },
      {
        name: 'overlays',
        value: [{ key: 'key', expression: `${keys}.sort()[size(${keys}) - ${filter.lane + 1}]` }],
      },
    ]),
    celInterceptor('run', [
      {
        name: 'overlays',
        value: [
          { key: 'tag', expression: `${ofKey}.tag` },
          { key: 'push', expression: `${ofKey}.items[0]` },
          { key: 'run-name', expression: runNameCel(filter.trigger) },
        ],
      },
    ]),
  ];
};

const partPatterns: CelParts = {
  namespace: celStringPattern,
  name: celStringPattern,
  rule: tagRuleCelPattern,
  activatedAt: celStringPattern,
  lane: '\\d+',
};

/**
 * The text of `filterCel` with a group for each part. It leaves no choice of where a part begins,
 * so that a filter that somebody else wrote is refused in linear time, however long it is.
 */
const filterPattern = new RegExp(
  Object.entries(partPatterns).reduce(
    (pattern, [part, partPattern]: [string, string]) =>
      pattern.replace(`<${part}>`, () => `(?<${part}>${partPattern})`),
    `^${filterCel({
      namespace: '<namespace>',
      name: '<name>',
      rule: '<rule>',
      activatedAt: '<activatedAt>',
      lane: '<lane>',
    }).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`,
  ),
);

/**
 * Reads the interceptors of a lane back. Undefined where they are not, to the letter, what
 * `pushInterceptors` builds: then somebody changed them, and nothing must be claimed about what
 * they do.
 */
export const readPushFilter = (
  trigger: string,
  interceptors: readonly TriggerInterceptor[] | undefined,
): PushFilter | undefined => {
  const cel = interceptors?.[0]?.params?.find(({ name }) => name === 'filter')?.value;
  const found = typeof cel === 'string' ? filterPattern.exec(cel) : undefined;
  const { namespace, name, rule: ruleCel, activatedAt, lane } = found?.groups ?? {};
  const rule = ruleCel === undefined ? undefined : tagRuleFromCel(ruleCel);
  if (!namespace || !name || !rule || !activatedAt || !lane) return undefined;
  const filter: PushFilter = {
    trigger,
    stream: { namespace: parseCelString(namespace), name: parseCelString(name) },
    rule,
    activatedAt: parseCelString(activatedAt),
    lane: Number(lane),
  };
  return covers(interceptors, pushInterceptors(filter)) ? filter : undefined;
};
