import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram } from '../../go/programs';
import type { GoModule } from '../../go/programs';
import { addedSource, openshiftFolder, withAddedSource } from './openshift-module';

const folder = join(__dirname, '..');

const packages = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  'pipelines-controller': 'github.com/tektoncd/pipeline/cmd/controller',
  'pipelines-webhook': 'github.com/tektoncd/pipeline/cmd/webhook',
  'triggers-controller': 'github.com/tektoncd/triggers/cmd/controller',
  'triggers-webhook': 'github.com/tektoncd/triggers/cmd/webhook',
  'triggers-interceptors': 'github.com/tektoncd/triggers/cmd/interceptors',
  'triggers-sink': 'github.com/tektoncd/triggers/cmd/eventlistenersink',
  'eventing-controller': 'knative.dev/eventing/cmd/controller',
  'eventing-webhook': 'knative.dev/eventing/cmd/webhook',
  'eventing-adapter': 'knative.dev/eventing/cmd/apiserver_receive_adapter',
} as const;

type KubernetesProgram = keyof typeof packages;

/** Knative asks the API server for its version, which a build from modules does not know. */
const versionVariables = (): Readonly<Record<string, string>> => {
  const pins = readFileSync(join(folder, 'go.mod'), 'utf8');
  const [, version = '', major = '', minor = ''] =
    /\bk8s\.io\/kubernetes (v(\d+)\.(\d+)\.\d+)/.exec(pins) ?? [];
  const name = 'k8s.io/component-base/version';
  return {
    [`${name}.gitVersion`]: version,
    [`${name}.gitMajor`]: major,
    [`${name}.gitMinor`]: minor,
  };
};

const kubernetes: GoModule<KubernetesProgram> = {
  name: 'control-plane',
  folder,
  packages,
  variables: versionVariables(),
};

/** A module of its own: it is built on an older Kubernetes. */
const openshift: GoModule<'openshift-apiserver'> = {
  name: 'openshift',
  folder: openshiftFolder,
  sources: [addedSource],
  prepare: withAddedSource,
  packages: {
    'openshift-apiserver': 'github.com/openshift/openshift-apiserver/cmd/openshift-apiserver',
  },
};

/** A program of the control plane, or of a pod in it. */
export type Program = KubernetesProgram | 'openshift-apiserver';

const isKubernetesProgram = (program: Program): program is KubernetesProgram => program in packages;

/**
 * The path of a program, which is built where it is not yet.
 * @throws Error where Go is missing, or where it cannot build it
 */
export const pathOf = (program: Program): string =>
  isKubernetesProgram(program)
    ? builtProgram(kubernetes, program)
    : builtProgram(openshift, program);

const programs = new Map(
  Object.keys(packages)
    .filter((name): name is KubernetesProgram => name in packages)
    .map((program) => [`ko://${packages[program]}`, program]),
);

/** Builds what is missing. @throws Error where Go is missing, or where it cannot build it */
export const buildAll = (): void => {
  [...programs.values(), 'openshift-apiserver' as const].forEach(pathOf);
};

/**
 * The program of a container image, undefined where none is built. The manifests in Tekton's and
 * Knative's modules name images by their Go packages (ko.build), for their releases to be built.
 */
export const programOfImage = (image: string): Program | undefined => programs.get(image);
