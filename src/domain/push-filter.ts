import type { TriggerInterceptor } from '../k8s/trigger';
import { celString, celStringPattern, parseCelString } from './cel';
import { covers } from './covers';
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

const match = (rule: TagRule): string => `${tagRuleToCel(rule)} && ${hasImage}`;

const keyOf = `t.items[0].created + ' ' + t.items[0].image`;

const freshKeys = ({ rule, activatedAt }: PushFilter): string =>
  `body.status.tags.filter(t, ${match(rule)}` +
  ` && timestamp(header.canonical('Ce-Time')) - timestamp(t.items[0].created) < duration('${freshSeconds}s')` +
  ` && timestamp(t.items[0].created) >= timestamp(${celString(activatedAt)}))` +
  `.map(t, ${keyOf}).distinct()`;

const filterCel = (filter: PushFilter): string =>
  `header.canonical('Ce-Type') in ${eventTypes}` +
  ` && body.metadata.namespace == ${celString(filter.stream.namespace)}` +
  ` && body.metadata.name == ${celString(filter.stream.name)}` +
  ` && has(body.status.tags) && body.status.tags != null` +
  ` && size(${freshKeys(filter)}) > ${filter.lane}`;

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
  const keys = freshKeys(filter);
  const ofKey = `body.status.tags.filter(t, ${match(filter.rule)} && ${keyOf} == extensions.key)[0]`;
  return [
    celInterceptor('push', [
      { name: 'filter', value: filterCel(filter) },
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

const filterPattern = new RegExp(
  `body\\.metadata\\.namespace == (${celStringPattern})` +
    ` && body\\.metadata\\.name == (${celStringPattern})` +
    `[\\s\\S]*?\\.filter\\(t, (${tagRuleCelPattern}) && has\\(t\\.items\\)` +
    `[\\s\\S]*?>= timestamp\\((${celStringPattern})\\)[\\s\\S]*> (\\d+)$`,
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
  const [, namespace, name, ruleCel, activatedAt, lane] = found ?? [];
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
