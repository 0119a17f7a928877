import type { Finding } from './health';
import type { Prerequisite, PrerequisiteId } from './prerequisites';

/** The links of the chain of an image trigger, in the order in which a push passes them. */
export const linkIds = [
  'stream',
  'source',
  'listener',
  'filter',
  'template',
  'pipeline',
  'run',
] as const;

export type LinkId = (typeof linkIds)[number];

/**
 * `ok`: the newest push that should have run passed it. `broken`: no push passes it. `failed`: the
 * run of that push failed, which is no fault of the chain. `unknown`: nothing proves that it works;
 * that a controller calls it Ready does not.
 */
export type LinkState = 'ok' | 'under-way' | 'failed' | 'broken' | 'warning' | 'paused' | 'unknown';

/** What can be wrong with a link: with the trigger, or with what is around it. */
export type ChainFinding =
  | Finding
  | { readonly code: 'not-installed'; readonly prerequisite: Prerequisite }
  | { readonly code: 'stream-missing'; readonly stream: string }
  /** Of tags that the trigger answers to. */
  | { readonly code: 'import-failing'; readonly tags: readonly string[] }
  | {
      /** The clock of the event source is so far from the API server's, at least. */
      readonly code: 'clock-skew';
      readonly direction: 'ahead' | 'behind';
      readonly seconds: number;
    }
  /** The one that evaluates the filter: the listener is Ready without it. */
  | { readonly code: 'interceptor-missing' }
  /** The ImageStream holds so many pushes, and the rule matches none. */
  | { readonly code: 'matches-nothing'; readonly pushes: number }
  /** The API server does not take the run that the template makes of the newest push, which was missed. */
  | { readonly code: 'run-refused'; readonly message: string }
  /** The newest push that should have run has no run. */
  | {
      readonly code: 'push-missed' | 'push-alias' | 'push-superseded';
      readonly tags: readonly string[];
    };

/** What the user can do at once: in the dialog of the repair, in the form, elsewhere. */
export type Fix = 'repair' | 'settle' | 'edit' | 'install' | 'push';

interface Place {
  readonly link: LinkId;
  /** What the finding makes of its link; undefined where it runs all the same. */
  readonly state?: 'broken' | 'paused' | 'warning' | 'unknown';
  readonly fix?: Fix;
}

const prerequisiteLinks: Record<PrerequisiteId, LinkId> = {
  'image-streams': 'stream',
  pipelines: 'pipeline',
  triggers: 'listener',
  eventing: 'source',
  'knative-eventing': 'source',
  'listener-role': 'listener',
};

/** Where each finding belongs, but for what is not installed. */
const places: Record<Exclude<ChainFinding['code'], 'not-installed'>, Place> = {
  'stream-missing': { link: 'stream', state: 'broken' },
  'import-failing': { link: 'stream', state: 'broken' },
  'source-missing': { link: 'source', state: 'broken', fix: 'repair' },
  'source-not-ready': { link: 'source', state: 'broken' },
  'sink-port': { link: 'source', state: 'broken', fix: 'repair' },
  'clock-skew': { link: 'source', state: 'warning' },
  'listener-missing': { link: 'listener', state: 'broken', fix: 'repair' },
  'listener-not-ready': { link: 'listener', state: 'broken' },
  overload: { link: 'listener', state: 'warning' },
  paused: { link: 'filter', state: 'paused' },
  'changed-by-hand': { link: 'filter', state: 'unknown' },
  'lane-changed': { link: 'filter', state: 'warning', fix: 'repair' },
  'newer-builder': { link: 'filter', state: 'unknown' },
  'lanes-missing': { link: 'filter', state: 'warning', fix: 'repair' },
  'partly-active': { link: 'filter', state: 'warning', fix: 'repair' },
  'edit-unfinished': { link: 'filter', state: 'warning', fix: 'settle' },
  'interceptor-missing': { link: 'filter', state: 'broken' },
  'matches-nothing': { link: 'filter', state: 'warning', fix: 'edit' },
  outdated: { link: 'template' },
  'template-missing': { link: 'template', state: 'broken', fix: 'edit' },
  'account-missing': { link: 'template', state: 'broken', fix: 'repair' },
  'run-refused': { link: 'template', state: 'broken', fix: 'edit' },
  'pipeline-missing': { link: 'pipeline', state: 'broken', fix: 'edit' },
  'params-missing': { link: 'pipeline', state: 'broken', fix: 'edit' },
  'push-missed': { link: 'run', state: 'broken', fix: 'push' },
  'push-alias': { link: 'run', state: 'warning', fix: 'push' },
  'push-superseded': { link: 'run', state: 'warning', fix: 'push' },
};

/** Where a finding belongs, what it makes of its link, and what the user can do about it at once. */
export const placeOf = (finding: ChainFinding): Place =>
  finding.code === 'not-installed'
    ? { link: prerequisiteLinks[finding.prerequisite.id], state: 'broken', fix: 'install' }
    : places[finding.code];
