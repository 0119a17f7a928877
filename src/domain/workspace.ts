import type { Pipeline, PipelineWorkspace } from '../k8s/pipeline';
import type { PipelineRun, WorkspaceBinding } from '../k8s/pipeline-run';
import { differencesOf } from './differences';
import { isObjectName } from './object-name';
import { parseQuantity } from './quantity';

/** How a new claim may be mounted; `ReadOnlyMany` is none for a volume that begins empty. */
export const claimAccessModes = ['ReadWriteOnce', 'ReadWriteMany', 'ReadWriteOncePod'] as const;
export type ClaimAccessMode = (typeof claimAccessModes)[number];

/** What fills a workspace of a Pipeline; named like the fields of its binding. */
export type WorkspaceSource =
  | { from: 'nothing' }
  /** A claim of its own for every run. */
  | {
      from: 'volumeClaimTemplate';
      /** A quantity, such as `1Gi`. */
      size: string;
      accessMode: ClaimAccessMode;
      /** Empty for the default of the cluster. */
      storageClass: string;
    }
  /** A claim that is there; `subPath` is a folder of its volume, or empty for all of it. */
  | { from: 'persistentVolumeClaim'; name: string; subPath: string }
  | { from: 'emptyDir' }
  | { from: 'secret' | 'configMap'; name: string }
  /** What the template says, which the form cannot hold: `DraftWorkspace.kept`. */
  | { from: 'kept' };

export interface DraftWorkspace {
  readonly name: string;
  /** Whether the Pipeline runs without it. */
  readonly isOptional: boolean;
  readonly source: WorkspaceSource;
  /** A binding that no other source gives: of another kind of volume, or with more fields. */
  readonly kept?: WorkspaceBinding;
}

export interface WorkspaceProblem {
  readonly code:
    | 'workspace-missing'
    | 'workspace-object-missing'
    | 'workspace-object-illegal'
    | 'workspace-path'
    | 'workspace-size'
    | 'workspace-class';
  readonly workspace: string;
}

/** The binding of a workspace in a run; undefined where nothing fills it. */
export const workspaceBinding = ({
  name,
  source,
  kept,
}: DraftWorkspace): WorkspaceBinding | undefined => {
  switch (source.from) {
    case 'nothing':
      return undefined;
    case 'kept':
      return kept;
    case 'emptyDir':
      return { name, emptyDir: {} };
    case 'secret':
      return { name, secret: { secretName: source.name } };
    case 'configMap':
      return { name, configMap: { name: source.name } };
    case 'persistentVolumeClaim':
      return {
        name,
        ...(source.subPath !== '' && { subPath: source.subPath }),
        persistentVolumeClaim: { claimName: source.name },
      };
    case 'volumeClaimTemplate':
      return {
        name,
        volumeClaimTemplate: {
          spec: {
            accessModes: [source.accessMode],
            resources: { requests: { storage: source.size } },
            ...(source.storageClass !== '' && { storageClassName: source.storageClass }),
          },
        },
      };
  }
};

/** The sources of the form, each with as much of the binding as it holds. */
const candidates = (binding: WorkspaceBinding): WorkspaceSource[] => {
  const { spec } = binding.volumeClaimTemplate ?? {};
  return [
    {
      from: 'volumeClaimTemplate',
      size: spec?.resources?.requests?.storage ?? '',
      accessMode:
        claimAccessModes.find((mode) => mode === spec?.accessModes?.[0]) ?? 'ReadWriteOnce',
      storageClass: spec?.storageClassName ?? '',
    },
    {
      from: 'persistentVolumeClaim',
      name: binding.persistentVolumeClaim?.claimName ?? '',
      subPath: binding.subPath ?? '',
    },
    { from: 'emptyDir' },
    { from: 'secret', name: binding.secret?.secretName ?? '' },
    { from: 'configMap', name: binding.configMap?.name ?? '' },
  ];
};

/** The source that gives this binding and nothing else; `kept` where none does. */
const readSource = (workspace: DraftWorkspace, binding: WorkspaceBinding): WorkspaceSource => {
  // Tekton and the listener replace what is in $(...): it is not the name that it seems to be.
  if (JSON.stringify(binding).includes('$(')) return { from: 'kept' };
  const found = candidates(binding).find((source) => {
    const built = workspaceBinding({ ...workspace, source });
    return differencesOf(binding, built, () => false).length === 0;
  });
  return found ?? { from: 'kept' };
};

const readWorkspace = (
  { name, optional }: PipelineWorkspace,
  binding: WorkspaceBinding | undefined,
): DraftWorkspace => {
  const unbound: DraftWorkspace = {
    name,
    isOptional: optional === true,
    source: { from: 'nothing' },
  };
  if (!binding) return unbound;
  const source = readSource(unbound, binding);
  return source.from === 'kept' ? { ...unbound, source, kept: binding } : { ...unbound, source };
};

/**
 * The workspaces of a template's run as rows of the form: those that the Pipeline declares, then
 * those that it does not. Undefined Pipeline: nobody knows what it declares.
 */
export const readWorkspaces = (
  run: PipelineRun,
  pipeline: Pipeline | undefined,
): DraftWorkspace[] => {
  const given = run.spec?.workspaces ?? [];
  const bindings = new Map(given.map((binding) => [binding.name, binding]));
  const declared = pipeline?.spec?.workspaces ?? [];
  const names = new Set(declared.map(({ name }) => name));
  return [
    ...declared.map((workspace) => readWorkspace(workspace, bindings.get(workspace.name))),
    ...given
      .filter(({ name }) => !names.has(name))
      .map((binding) => readWorkspace({ name: binding.name, optional: true }, binding)),
  ];
};

/**
 * The rows for a Pipeline as it is now, each filled as it was: a workspace that it has gained is
 * filled with nothing, one that it has lost stays as long as something fills it.
 */
export const workspacesFor = (
  pipeline: Pipeline,
  before: readonly DraftWorkspace[],
): DraftWorkspace[] => {
  const filled = new Map(before.map((workspace) => [workspace.name, workspace]));
  const declared = (pipeline.spec?.workspaces ?? []).map((workspace) => ({
    ...(filled.get(workspace.name) ?? readWorkspace(workspace, undefined)),
    isOptional: workspace.optional === true,
  }));
  const names = new Set(declared.map(({ name }) => name));
  const others = before.filter(({ name, source }) => !names.has(name) && source.from !== 'nothing');
  return [...declared, ...others.map((workspace) => ({ ...workspace, isOptional: true }))];
};

/** A path below a volume's root (kubernetes pkg/apis/core/validation, validateLocalDescendingPath). */
const isPath = (path: string): boolean =>
  !path.startsWith('/') && !path.split('/').includes('..') && !path.includes('$(');

const objectCode = (name: string): WorkspaceProblem['code'] | undefined => {
  if (name === '') return 'workspace-object-missing';
  return isObjectName(name) ? undefined : 'workspace-object-illegal';
};

const codesOf = ({
  isOptional,
  source,
}: DraftWorkspace): (WorkspaceProblem['code'] | undefined)[] => {
  switch (source.from) {
    case 'kept':
    case 'emptyDir':
      return [];
    case 'nothing':
      return isOptional ? [] : ['workspace-missing'];
    case 'secret':
    case 'configMap':
      return [objectCode(source.name)];
    case 'persistentVolumeClaim':
      return [objectCode(source.name), isPath(source.subPath) ? undefined : 'workspace-path'];
    case 'volumeClaimTemplate':
      return [
        // A claim of nothing is refused (kubernetes pkg/apis/core/validation, "must be greater than zero").
        (parseQuantity(source.size) ?? 0) > 0 ? undefined : 'workspace-size',
        source.storageClass === '' || isObjectName(source.storageClass)
          ? undefined
          : 'workspace-class',
      ];
  }
};

/** What keeps a workspace from being filled, in the order of its fields. */
export const workspaceProblems = (workspace: DraftWorkspace): WorkspaceProblem[] =>
  codesOf(workspace)
    .filter((code) => code !== undefined)
    .map((code) => ({ code, workspace: workspace.name }));
