import { apiServerSourceKind, type ApiServerSource } from '../../src/k8s/api-server-source';
import { clusterInterceptorKind } from '../../src/k8s/cluster-interceptor';
import { configMapKind } from '../../src/k8s/config-map';
import { eventListenerKind, type EventListener } from '../../src/k8s/event-listener';
import { imageStreamKind, type ImageStream } from '../../src/k8s/image-stream';
import { knativeEventingKind, type KnativeEventing } from '../../src/k8s/knative-eventing';
import { networkPolicyKind } from '../../src/k8s/network-policy';
import { persistentVolumeClaimKind } from '../../src/k8s/persistent-volume-claim';
import { pipelineKind, type Pipeline } from '../../src/k8s/pipeline';
import { pipelineRunKind, type PipelineRun } from '../../src/k8s/pipeline-run';
import { podKind, type Pod } from '../../src/k8s/pod';
import { projectKind } from '../../src/k8s/project';
import { apiVersionOf, type Condition, type K8sObject } from '../../src/k8s/resource';
import { clusterRoleKind, roleKind } from '../../src/k8s/role';
import { clusterRoleBindingKind, roleBindingKind } from '../../src/k8s/role-binding';
import { secretKind } from '../../src/k8s/secret';
import { serviceAccountKind } from '../../src/k8s/service-account';
import { storageClassKind } from '../../src/k8s/storage-class';
import { triggerKind, type Trigger } from '../../src/k8s/trigger';
import { triggerBindingKind, type TriggerBinding } from '../../src/k8s/trigger-binding';
import { triggerTemplateKind, type TriggerTemplate } from '../../src/k8s/trigger-template';
import { imageColumns, runColumns } from './columns';
import type { BindingObject, RoleObject } from './rbac/objects';
import {
  builtIn,
  custom,
  kindOf,
  resourceKeyOf,
  type ResourceDefinition,
} from './resource-definition';

interface Workload extends K8sObject {
  spec?: { replicas?: number };
  status?: { readyReplicas?: number; conditions?: Condition[] };
}

interface ConfigData extends K8sObject {
  data?: Record<string, string>;
}

/** tektoncd/pipeline pkg/apis/pipeline/v1 TaskRun, as far as a run needs it. */
export interface TaskRun extends K8sObject {
  spec?: { taskRef?: { name?: string } };
  status?: { startTime?: string; completionTime?: string; conditions?: Condition[] };
}

/** A Namespace as the store keeps it; a Project is another view of it. */
export interface Namespace extends K8sObject {
  spec?: { finalizers?: string[] };
  status?: { phase?: 'Active' | 'Terminating' };
}

const createOnly = { verbs: ['create'] } as const;

/** Every kind that a complete cluster serves, by its plural in camel case. */
export const resources = {
  namespaces: builtIn<Namespace>(kindOf('v1/Namespace', 'namespaces', 'cluster'), {
    status: true,
    verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
  }),
  pods: builtIn<Pod>(podKind, { status: true, counted: true }),
  services: builtIn(kindOf('v1/Service', 'services'), { status: true }),
  events: builtIn(kindOf('v1/Event', 'events')),
  configMaps: builtIn<ConfigData>(configMapKind),
  secrets: builtIn<ConfigData>(secretKind),
  serviceAccounts: builtIn(serviceAccountKind),
  persistentVolumeClaims: builtIn(persistentVolumeClaimKind, { status: true }),
  storageClasses: builtIn(storageClassKind),
  deployments: builtIn<Workload>(kindOf('apps/v1/Deployment', 'deployments'), {
    status: true,
    counted: true,
  }),
  networkPolicies: builtIn(networkPolicyKind, { counted: true }),
  roles: builtIn<RoleObject>(roleKind),
  roleBindings: builtIn<BindingObject>(roleBindingKind),
  clusterRoles: builtIn<RoleObject>(clusterRoleKind),
  clusterRoleBindings: builtIn<BindingObject>(clusterRoleBindingKind),
  customResourceDefinitions: builtIn(
    kindOf(
      'apiextensions.k8s.io/v1/CustomResourceDefinition',
      'customresourcedefinitions',
      'cluster',
    ),
    { status: true, counted: true },
  ),

  imageStreams: builtIn<ImageStream>(imageStreamKind, { status: true, counted: true }),
  images: builtIn(kindOf('image.openshift.io/v1/Image', 'images', 'cluster'), {
    columns: imageColumns,
  }),
  imageStreamTags: builtIn(kindOf('image.openshift.io/v1/ImageStreamTag', 'imagestreamtags'), {
    verbs: ['create', 'delete', 'get', 'list', 'patch', 'update'],
  }),
  imageStreamImages: builtIn(
    kindOf('image.openshift.io/v1/ImageStreamImage', 'imagestreamimages'),
    { verbs: ['get'] },
  ),
  imageStreamImports: builtIn(
    kindOf('image.openshift.io/v1/ImageStreamImport', 'imagestreamimports'),
    createOnly,
  ),
  imageStreamMappings: builtIn(
    kindOf('image.openshift.io/v1/ImageStreamMapping', 'imagestreammappings'),
    createOnly,
  ),
  projects: builtIn(projectKind, { verbs: ['delete', 'get', 'list', 'watch'] }),
  projectRequests: builtIn(
    kindOf('project.openshift.io/v1/ProjectRequest', 'projectrequests', 'cluster'),
    createOnly,
  ),
  users: builtIn(kindOf('user.openshift.io/v1/User', 'users', 'cluster'), { verbs: ['get'] }),

  pipelines: custom<Pipeline>(pipelineKind),
  pipelineRuns: custom<PipelineRun>(pipelineRunKind, { columns: runColumns }),
  tasks: custom(kindOf('tekton.dev/v1/Task', 'tasks')),
  taskRuns: custom<TaskRun>(kindOf('tekton.dev/v1/TaskRun', 'taskruns'), { columns: runColumns }),
  eventListeners: custom<EventListener>(eventListenerKind),
  triggers: custom<Trigger>(triggerKind),
  triggerBindings: custom<TriggerBinding>(triggerBindingKind),
  triggerTemplates: custom<TriggerTemplate>(triggerTemplateKind),
  clusterTriggerBindings: custom(
    kindOf(
      'triggers.tekton.dev/v1beta1/ClusterTriggerBinding',
      'clustertriggerbindings',
      'cluster',
    ),
  ),
  clusterInterceptors: custom(clusterInterceptorKind),
  interceptors: custom(kindOf('triggers.tekton.dev/v1alpha1/Interceptor', 'interceptors')),
  apiServerSources: custom<ApiServerSource>(apiServerSourceKind),
  knativeEventings: custom<KnativeEventing>(knativeEventingKind),
  consolePlugins: custom(
    kindOf('console.openshift.io/v1/ConsolePlugin', 'consoleplugins', 'cluster'),
    { status: false },
  ),

  selfSubjectAccessReviews: builtIn(
    kindOf(
      'authorization.k8s.io/v1/SelfSubjectAccessReview',
      'selfsubjectaccessreviews',
      'cluster',
    ),
    createOnly,
  ),
  selfSubjectRulesReviews: builtIn(
    kindOf('authorization.k8s.io/v1/SelfSubjectRulesReview', 'selfsubjectrulesreviews', 'cluster'),
    createOnly,
  ),
  subjectAccessReviews: builtIn(
    kindOf('authorization.k8s.io/v1/SubjectAccessReview', 'subjectaccessreviews', 'cluster'),
    createOnly,
  ),
  selfSubjectReviews: builtIn(
    kindOf('authentication.k8s.io/v1/SelfSubjectReview', 'selfsubjectreviews', 'cluster'),
    createOnly,
  ),
} as const satisfies Record<string, ResourceDefinition>;

/** The kinds that one cluster serves: all, but for those of the absent groups. */
export class ResourceRegistry {
  readonly all: readonly ResourceDefinition[];
  readonly #byPlural: ReadonlyMap<string, ResourceDefinition>;
  readonly #byKind: ReadonlyMap<string, ResourceDefinition>;

  /** @param absentGroups API groups that are not installed, such as `triggers.tekton.dev` */
  constructor(absentGroups: readonly string[] = []) {
    this.all = Object.values(resources).filter(
      ({ kind }) => kind.apiGroup === undefined || !absentGroups.includes(kind.apiGroup),
    );
    this.#byPlural = new Map(this.all.map((one) => [resourceKeyOf(one), one]));
    this.#byKind = new Map(
      this.all.map((one) => [`${apiVersionOf(one.kind)}/${one.kind.kind}`, one]),
    );
  }

  serves(definition: ResourceDefinition): boolean {
    return this.#byPlural.has(resourceKeyOf(definition));
  }

  servesGroup(group: string): boolean {
    return this.all.some(({ kind }) => kind.apiGroup === group);
  }

  /** The kind behind a URL; `group` is empty for the core group. */
  find(group: string, plural: string): ResourceDefinition | undefined {
    return this.#byPlural.get(`${group}/${plural}`);
  }

  /** The kind of an object or of a reference to one. */
  ofKind({ apiVersion, kind }: K8sObject): ResourceDefinition | undefined {
    return this.#byKind.get(`${apiVersion ?? ''}/${kind ?? ''}`);
  }
}
