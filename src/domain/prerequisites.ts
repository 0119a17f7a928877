/** What must be in the cluster before a push can start a run. */
export type PrerequisiteId =
  'image-streams' | 'pipelines' | 'triggers' | 'eventing' | 'knative-eventing' | 'listener-role';

/** `unknown`: the user may not look. */
export type PrerequisiteState = 'present' | 'missing' | 'not-ready' | 'unknown';

export interface Prerequisite {
  readonly id: PrerequisiteId;
  readonly state: PrerequisiteState;
}

export interface PrerequisiteInput {
  /** Whether the API server serves the kind; the answer of its discovery. */
  readonly apis: {
    readonly imageStreams: boolean;
    readonly pipelines: boolean;
    readonly triggers: boolean;
    readonly sources: boolean;
    /** operator.knative.dev: absent where Knative was installed without the operator. */
    readonly knativeOperator: boolean;
  };
  /** Whether a KnativeEventing instance is Ready; only asked for where its API is served. */
  readonly knativeEventing: PrerequisiteState;
  readonly listenerRole: PrerequisiteState;
}

const served = (present: boolean): PrerequisiteState => (present ? 'present' : 'missing');

/** All prerequisites in the order in which an admin installs them. */
export const prerequisitesOf = ({
  apis,
  knativeEventing,
  listenerRole,
}: PrerequisiteInput): Prerequisite[] => [
  { id: 'image-streams', state: served(apis.imageStreams) },
  { id: 'pipelines', state: served(apis.pipelines) },
  { id: 'triggers', state: served(apis.triggers) },
  { id: 'eventing', state: served(apis.sources || apis.knativeOperator) },
  {
    id: 'knative-eventing',
    state: apis.knativeOperator ? knativeEventing : served(apis.sources),
  },
  { id: 'listener-role', state: listenerRole },
];

/** The prerequisites that certainly are not met. */
export const unmetOf = (prerequisites: readonly Prerequisite[]): Prerequisite[] =>
  prerequisites.filter(({ state }) => state === 'missing' || state === 'not-ready');
