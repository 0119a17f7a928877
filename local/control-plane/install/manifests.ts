import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { ApiObject } from '../api/client';
import { moduleFolder } from '../build/modules';
import { openshiftFolder } from '../build/openshift-module';
import { programOfImage } from '../build/programs';
import type { Pod } from '../pods/pod';

/** Where a module has its manifests. */
interface Source {
  readonly module: string;
  /** Of the go.mod that pins the module. */
  readonly pinnedIn: string;
  /** Folders, not what is below them. */
  readonly folders: readonly string[];
  readonly files: RegExp;
}

const kubernetesFolder = join(__dirname, '..');

const components: readonly Source[] = [
  {
    module: 'github.com/tektoncd/pipeline',
    pinnedIn: kubernetesFolder,
    folders: ['config/100-namespace', 'config/300-crds', 'config'],
    files: /\.yaml$/,
  },
  {
    module: 'github.com/tektoncd/triggers',
    pinnedIn: kubernetesFolder,
    folders: ['config'],
    files: /\.yaml$/,
  },
  {
    module: 'knative.dev/eventing',
    pinnedIn: kubernetesFolder,
    folders: ['', 'configmaps', 'deployments', 'resources', 'roles', 'webhooks']
      .map((folder) => join('config/core', folder))
      // The names of images that its controller must know, though nothing here uses them.
      .concat('third_party/eventing-integrations-latest'),
    files: /\.yaml$/,
  },
];

/** What openshift-apiserver watches. */
const openshiftKinds: Source = {
  module: 'github.com/openshift/api',
  pinnedIn: openshiftFolder,
  folders: ['authorization', 'config', 'quota', 'security']
    .map((group) => `${group}/v1`)
    .concat('operator/v1alpha1'),
  files:
    /_(?:rolebindingrestriction|image|ingress|imagecontentpolicy|imagedigestmirrorset|imagetagmirrorset|project|clusterresourcequota|scc|imagecontentsourcepolicy)\.crd\.yaml$/,
};

/** What the plugin's chart installs, and where it is enabled: as OpenShift 4.22 has them. */
const consoleKinds: Source = {
  module: 'github.com/openshift/api',
  pinnedIn: join(kubernetesFolder, 'openshift-kinds'),
  folders: ['console', 'operator'].map((group) => `${group}/v1/zz_generated.crd-manifests`),
  files: /_(?:consoleplugins|consoles)\.crd\.yaml$/,
};

const isObject = (value: unknown): value is ApiObject =>
  typeof value === 'object' && value !== null && 'kind' in value && 'metadata' in value;

const objectsIn = (file: string): ApiObject[] =>
  parseAllDocuments(readFileSync(file, 'utf8'))
    .map((document) => {
      const value: unknown = document.toJS();
      return value;
    })
    .filter(isObject);

const objectsOf = ({ module, pinnedIn, folders, files }: Source): ApiObject[] => {
  const root = moduleFolder(module, pinnedIn);
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile() && files.test(entry.name))
        .map(({ name }) => join(root, folder, name)),
    )
    .flatMap(objectsIn);
};

const interceptors: Source = {
  module: 'github.com/tektoncd/triggers',
  pinnedIn: kubernetesFolder,
  folders: ['config/interceptors'],
  files: /\.yaml$/,
};

/** An object with a template of pods. */
interface Workload extends ApiObject {
  readonly spec?: { readonly template?: { readonly spec?: Pod['spec'] } };
}

/** Scaling needs metrics, and of the rest there is what has a program. */
const isRun = (object: Workload): boolean => {
  if (object.kind === 'HorizontalPodAutoscaler' || object.kind === 'PodDisruptionBudget')
    return false;
  const containers = object.spec?.template?.spec?.containers;
  return containers === undefined || containers.every(({ image }) => programOfImage(image));
};

const namespaces = ['openshift', 'openshift-infra', 'openshift-image-registry'];

/**
 * Which registries an import may ask: any. Without this object an ImageStreamImport fails
 * (openshift/openshift-apiserver pkg/image/apiserver/registry/imagestreamimport/rest.go Create).
 */
const imageConfig: ApiObject = {
  apiVersion: 'config.openshift.io/v1',
  kind: 'Image',
  metadata: { name: 'cluster' },
  ...{ spec: {} },
};

/** What the console's operator reads: which plugins the console loads, for one. */
const consoleConfig: ApiObject = {
  apiVersion: 'operator.openshift.io/v1',
  kind: 'Console',
  metadata: { name: 'cluster' },
  ...{ spec: { managementState: 'Managed' } },
};

/** What OpenShift has beside its API server: namespaces, and its other kinds with two objects. */
export const openshiftObjects = (): ApiObject[] => [
  ...namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
  ...objectsOf(openshiftKinds),
  ...objectsOf(consoleKinds),
  imageConfig,
  consoleConfig,
];

/** Tekton Pipelines, Tekton Triggers and Knative Eventing, as their modules have them. */
export const componentObjects = (): ApiObject[] => components.flatMap(objectsOf).filter(isRun);

/**
 * The interceptors of Tekton Triggers. They write their certificate into their ClusterInterceptors
 * when they start, and then each minute: so these must be there first, for which Triggers' webhook
 * must run (tektoncd/triggers cmd/interceptors/main.go).
 */
export const interceptorObjects = (): ApiObject[] => objectsOf(interceptors);
