import type { Gap } from '../domain/assurance';
import type { Attention, AttentionCode } from '../domain/attention';
import type { PartHealth } from '../domain/health';
import { triggerKey } from '../domain/image-trigger';
import { findingText } from './finding-text';
import { problemText } from './problem-text';
import { missedText, prerequisiteText } from './status-text';
import type { Translate } from './use-t';

interface AttentionText {
  /** What is wrong, in one line. */
  readonly title: string;
  /** Why it matters, or the controller's own words. */
  readonly detail: string;
}

type Texts = {
  readonly [Code in AttentionCode]: (t: Translate, item: Attention<Code>) => AttentionText;
};

/** The tags in a line, the first few of many. */
const most = 5;
const tagsText = (t: Translate, tags: readonly string[]): string =>
  tags.length <= most
    ? tags.join(', ')
    : t('{{tags}} and {{count}} more', {
        tags: tags.slice(0, most).join(', '),
        count: tags.length - most,
      });

const usedText = (t: Translate, triggers: number): string =>
  t('{{count}} image triggers depend on it.', { count: triggers });

const partDetail = (
  t: Translate,
  { part, health, triggers }: { part: 'listener' | 'source'; health: PartHealth; triggers: number },
): string => {
  const finding =
    health.state === 'not-ready'
      ? { code: `${part}-not-ready` as const, message: health.message }
      : { code: `${part}-missing` as const };
  return `${findingText(t, finding)} ${usedText(t, triggers)}`;
};

const texts: Texts = {
  prerequisite: (t, { prerequisite: { id, state } }) => ({
    title:
      state === 'missing'
        ? t('Missing: {{prerequisite}}', { prerequisite: prerequisiteText[id].title(t) })
        : t('Not ready: {{prerequisite}}', { prerequisite: prerequisiteText[id].title(t) }),
    detail: `${prerequisiteText[id].purpose(t)} ${prerequisiteText[id].fix(t)}`,
  }),
  listener: (t, { relay: { namespace, listener } }) => ({
    title: t('The listener in project {{project}} does not receive events', { project: namespace }),
    detail: partDetail(t, { part: 'listener', ...listener }),
  }),
  source: (t, { relay: { namespace }, source }) => ({
    title: t('Pushes to project {{streams}} do not reach project {{project}}', {
      streams: source.streams ?? source.name,
      project: namespace,
    }),
    detail: partDetail(t, { part: 'source', ...source }),
  }),
  overload: (t, { relay: { namespace }, load }) => ({
    title: t('The listener in project {{project}} may lose pushes', { project: namespace }),
    detail: findingText(t, { code: 'overload', ...load }),
  }),
  trigger: (t, { trigger, findings }) => ({
    title: t('Image trigger {{name}} needs repair', { name: triggerKey(trigger) }),
    detail: findings.map((finding) => findingText(t, finding)).join(' '),
  }),
  missed: (t, { trigger, pushes }) => ({
    title: t('{{name}} missed {{count}} pushes in the last 24 hours', {
      name: triggerKey(trigger),
      count: pushes,
    }),
    detail: missedText(t),
  }),
  'current-missed': (t, { trigger, tags }) => ({
    title: t('{{name}} never ran for the newest push of: {{tags}}', {
      name: triggerKey(trigger),
      tags: tagsText(t, tags),
    }),
    detail: t('The push was missed more than 24 hours ago, and nothing has replaced the image.'),
  }),
  'current-alias': (t, { trigger, tags }) => ({
    title: t('{{name}} never ran for the image of the alias: {{tags}}', {
      name: triggerKey(trigger),
      tags: tagsText(t, tags),
    }),
    detail: t(
      'An alias that is moved onto an older image starts no PipelineRun. Or the event was lost.',
    ),
  }),
  'current-failed': (t, { trigger, tags }) => ({
    title: t('{{name}} failed for the newest push of: {{tags}}', {
      name: triggerKey(trigger),
      tags: tagsText(t, tags),
    }),
    detail: t('The current image has not passed its Pipeline.'),
  }),
  'current-cancelled': (t, { trigger, tags }) => ({
    title: t('{{name}} was cancelled for the newest push of: {{tags}}', {
      name: triggerKey(trigger),
      tags: tagsText(t, tags),
    }),
    detail: t('The current image has not passed its Pipeline.'),
  }),
  unverified: (t, { trigger, runs }) => ({
    title: t('{{count}} PipelineRuns of {{name}} cannot be verified', {
      name: triggerKey(trigger),
      count: runs,
    }),
    detail: t('Their record of the push is missing or does not fit, so they prove nothing.'),
  }),
  import: (t, { stream, tags }) => ({
    title: t('ImageStream {{stream}} could not import: {{tags}}', {
      stream: `${stream.namespace}/${stream.name}`,
      tags: tagsText(t, tags),
    }),
    detail: t('New images of these tags do not arrive, so no PipelineRun checks them.'),
  }),
  project: (t, { namespace, problem }) => ({
    title: t('The ImageStreams of project {{project}} cannot be read', { project: namespace }),
    detail: `${t('Missed pushes there would not be found.')} ${problem.message}`,
  }),
};

/** What needs attention, as a title and a sentence. */
export const attentionText = <Code extends AttentionCode>(
  t: Translate,
  item: Attention<Code>,
): AttentionText => {
  const text: Texts[Code] = texts[item.code];
  return text(t, item);
};

/** What the overview cannot tell, as a sentence. */
export const gapText = (t: Translate, gap: Gap): string => {
  switch (gap.code) {
    case 'history-failed':
      return t('Pushes and runs could not be read: {{problem}}.', {
        problem: problemText[gap.problem.code].title(t),
      });
    case 'relays-failed':
      return t('Event sources and listeners could not be read: {{problem}}.', {
        problem: problemText[gap.problem.code].title(t),
      });
    case 'prerequisites-failed':
      return t('The prerequisites could not be read: {{problem}}.', {
        problem: problemText[gap.problem.code].title(t),
      });
    case 'stale':
      return t('Live updates have stopped: what you see may be out of date.');
    case 'prerequisites-unknown':
      return t('You may not look at: {{prerequisites}}.', {
        prerequisites: gap.ids.map((id) => prerequisiteText[id].title(t)).join(', '),
      });
    case 'other-projects':
      return t('Image triggers of other projects are not shown: you may not list them.');
    case 'current-unknown':
      return t('The newest pushes of {{count}} tags may have run: runs of that time were pruned.', {
        count: gap.tags,
      });
  }
};
