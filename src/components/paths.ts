import type { PushId } from '../domain/push-id';
import { pipelineRunKind } from '../k8s/pipeline-run';
import type { ResourceKind } from '../k8s/resource';

/**
 * The pages' URLs. They lie under `/k8s`, so that the console shows its project bar above them and
 * switching the project leads from a trigger to the list of the other project
 * (openshift/console, public/actions/ui.ts, formatNamespaceRoute).
 */
const page = (segment: string, namespace: string | undefined): string =>
  namespace === undefined ? `/k8s/all-namespaces/${segment}` : `/k8s/ns/${namespace}/${segment}`;

const segments = {
  overview: 'image-triggers-overview',
  streams: 'image-triggers-streams',
  triggers: 'image-triggers',
  history: 'image-triggers-history',
  validation: 'image-triggers-validation',
} as const;

/** What the history can be narrowed to by a link; see `HistoryQuery`. */
export type HistoryFilter = Partial<
  Record<
    | 'trigger'
    | 'stream'
    | 'pipeline'
    | 'tag'
    | 'digest'
    | 'status'
    | 'range'
    | 'only'
    | 'search'
    | 'quiet',
    string
  >
>;

export const overviewPath = (namespace: string | undefined): string =>
  page(segments.overview, namespace);

export const streamsPath = (namespace: string | undefined): string =>
  page(segments.streams, namespace);

export const triggersPath = (namespace: string | undefined): string =>
  page(segments.triggers, namespace);

export const historyPath = (namespace: string | undefined, filter?: HistoryFilter): string => {
  const path = page(segments.history, namespace);
  return filter ? `${path}?${new URLSearchParams(filter).toString()}` : path;
};

export const validationPath = (
  namespace: string | undefined,
  filter?: Readonly<Record<'search' | 'verdict', string>>,
): string => {
  const path = page(segments.validation, namespace);
  return filter ? `${path}?${new URLSearchParams(filter).toString()}` : path;
};

export const triggerPath = ({ namespace, name }: { namespace: string; name: string }): string =>
  `${page(segments.triggers, namespace)}/${name}`;

/** The page of one push, below the history: who switches the project comes to the other one's. */
export const pushPath = ({ namespace, name }: PushId): string =>
  `${page(segments.history, namespace)}/${name}`;

/** The console's own page of an object (openshift/console, public/module/k8s resourcePath). */
export const objectPath = (
  { apiGroup = '', apiVersion, kind }: ResourceKind,
  { namespace, name }: { namespace: string; name: string },
): string => `/k8s/ns/${namespace}/${apiGroup}~${apiVersion}~${kind}/${name}`;

/**
 * A tab of OpenShift Pipelines on the page of a PipelineRun: the logs of its tasks, or the events of
 * it, its TaskRuns and their pods.
 */
export const runTabPath = (
  run: { namespace: string; name: string },
  tab: 'logs' | 'events',
): string => `${objectPath(pipelineRunKind, run)}/${tab}`;

/** What the form begins with. */
export interface FormStart {
  readonly stream?: { readonly namespace: string; readonly name: string };
  /** ImageStreams that get a trigger each; a URL has room for a hundred. */
  readonly streams?: readonly { readonly namespace: string; readonly name: string }[];
  /** What `handOver` made of more of them. */
  readonly selection?: string;
  /** The name of a Pipeline in the project of the trigger. */
  readonly pipeline?: string;
}

/** The form; a name can never be `~new`, because `~` is no legal character of names. */
export const newTriggerPath = (
  namespace: string | undefined,
  { stream, streams, selection, pipeline }: FormStart = {},
): string => {
  const query = new URLSearchParams({
    ...(stream && { stream: `${stream.namespace}/${stream.name}` }),
    ...(streams && {
      streams: streams.map(({ namespace: project, name }) => `${project}/${name}`).join(','),
    }),
    ...(selection !== undefined && { selection }),
    ...(pipeline !== undefined && { pipeline }),
  }).toString();
  return `${page(segments.triggers, namespace)}/~new${query === '' ? '' : `?${query}`}`;
};

/** The form with a chain in it that somebody made by hand; `namespace` is where it was found. */
export const takeOverPath = (namespace: string | undefined, chain: string): string =>
  `${page(segments.triggers, namespace)}/~new?chain=${encodeURIComponent(chain)}`;

/** The form with a trigger in it, to be changed. */
export const editTriggerPath = (trigger: { namespace: string; name: string }): string =>
  `${triggerPath(trigger)}/~edit`;

/** The form that creates a trigger, with another one's choices in it. */
export const cloneTriggerPath = ({
  namespace,
  name,
}: {
  namespace: string;
  name: string;
}): string => `${page(segments.triggers, namespace)}/~new?clone=${encodeURIComponent(name)}`;
