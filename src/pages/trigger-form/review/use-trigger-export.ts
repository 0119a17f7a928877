import { useMemo } from 'react';
import { useReadersTime } from '../../../cluster/use-readers-time';
import { useSharedObjects } from '../../../cluster/use-shared-objects';
import { pluginVersion } from '../../../cluster/version';
import type { Rehearsal } from '../../../domain/apply/create-trigger';
import type { Edit } from '../../../domain/apply/edit-trigger';
import type { PlannedEdit } from '../../../domain/apply/edit-writes';
import type { CompleteDraft } from '../../../domain/draft';
import { editPlan } from '../../../domain/edit-plan';
import { gitOpsGroups, ownObjectsOf } from '../../../domain/gitops';
import type { GitOpsGroup } from '../../../domain/gitops';
import { plansTogether, triggerPlan } from '../../../domain/plan';
import type { PlannedResource } from '../../../domain/plan';
import { relayResources, resourceKey } from '../../../domain/relay';
import type { Resource } from '../../../domain/relay';
import { sharedWith } from '../../../domain/trigger-comparison';
import { exportOfEdit, exportOfPlan, sharedExport } from '../../../domain/trigger-export';
import type { ExportLimit } from '../../../i18n/export-text';
import type { GitOpsDeed } from '../../../i18n/gitops-text';
import type { Editing } from './use-edit';
import { useManifestExport } from './use-manifest-export';
import type { ManifestExport } from './use-manifest-export';

/** What a review says of GitOps, and offers in place of writing. */
export interface Exporting {
  /** undefined while nobody can tell what they are. */
  readonly manifests: ManifestExport | undefined;
  readonly limits: readonly ExportLimit[];
  /** What GitOps tools apply of what the review is about. */
  readonly managed: readonly GitOpsGroup[];
  readonly deed: GitOpsDeed;
  /** A tool would undo what is written, or know nothing of it. */
  readonly isFirstChoice: boolean;
}

/** Where the API server agrees to nothing because the user may not write it. */
type Planned = readonly PlannedResource[] | 'forbidden' | undefined;

/** What the API server agrees to, or what somebody reviews who may not write it. */
export const plannedIn = (rehearsal: Rehearsal | undefined): Planned => {
  if (rehearsal?.outcome === 'ready') return rehearsal.plan;
  return rehearsal?.problem.code === 'forbidden' ? 'forbidden' : undefined;
};

/** What the triggers of some drafts share, each object once. */
const sharedBy = (drafts: readonly CompleteDraft[]): Resource[] => {
  const resources = drafts.flatMap(({ namespace, stream }) =>
    relayResources({ namespace, streams: stream.namespace }, pluginVersion),
  );
  return [...new Map(resources.map((resource) => [resourceKey(resource), resource])).values()];
};

/** How the files are called that hold more triggers than one. */
const nameOfMany = 'image-triggers';

/**
 * The manifests of triggers that are about to be created.
 * @param drafts at least one; the same as long as they are reviewed
 * @param planned the same as long as nothing changes
 */
export const useExportOfDrafts = (
  drafts: readonly CompleteDraft[],
  planned: Planned,
): Exporting => {
  const resources = useMemo(() => sharedBy(drafts), [drafts]);
  const shared = useSharedObjects(resources);
  const time = useReadersTime();
  const exported = useMemo(() => {
    const unchecked =
      planned === 'forbidden' && time !== undefined
        ? plansTogether(
            drafts.map((draft) =>
              triggerPlan(draft, { activatedAt: time, version: pluginVersion }),
            ),
          )
        : undefined;
    const plan = planned === 'forbidden' ? unchecked : planned;
    return plan && shared && exportOfPlan(plan, shared.found);
  }, [drafts, planned, shared, time]);
  const managed = gitOpsGroups(shared?.found ?? []);
  const [first, ...others] = drafts;
  const name = first && others.length === 0 ? first.name : nameOfMany;
  return {
    manifests: useManifestExport(name, exported, shared?.found.length === resources.length),
    limits: [
      ...(planned === 'forbidden' ? (['not-checked'] as const) : []),
      'activation',
      'order',
      'not-owned',
    ],
    managed,
    deed: 'create',
    isFirstChoice: managed.length > 0,
  };
};

/** What an edit would write, also where the user may not. */
const editIn = (editing: Editing): { edit?: PlannedEdit; isChecked: boolean } => {
  if (editing.step !== 'rehearsed') return { isChecked: false };
  const { rehearsal } = editing;
  if (rehearsal.outcome === 'ready') return { edit: rehearsal, isChecked: true };
  return rehearsal.outcome === 'failed' && rehearsal.problem.code === 'forbidden'
    ? { edit: rehearsal.planned, isChecked: false }
    : { isChecked: false };
};

/** The manifests of a trigger as an edit leaves it. */
export const useExportOfEdit = ({ base, draft }: Edit, editing: Editing): Exporting => {
  const resources = useMemo(() => sharedWith(base, pluginVersion), [base]);
  const shared = useSharedObjects(resources);
  const at = useReadersTime();
  const { edit, isChecked } = editIn(editing);
  const exported = useMemo(
    () =>
      edit && shared && at !== undefined
        ? exportOfEdit(
            { ...edit, plan: editPlan(edit.trigger, draft, { version: pluginVersion, at }) },
            { shared: sharedExport(resources, shared.found), at },
          )
        : undefined,
    [edit, draft, shared, at, resources],
  );
  const own = ownObjectsOf(base);
  const isOwnManaged = gitOpsGroups(own).length > 0;
  return {
    manifests: useManifestExport(base.name, exported, shared?.found.length === resources.length),
    limits: [
      ...(isChecked ? [] : (['not-checked'] as const)),
      ...(edit?.plan.logged ? (['no-bridge', 'rule-time'] as const) : []),
      ...(edit?.plan.logged?.earlierPolicy ? (['policy-time'] as const) : []),
      'history-in-git',
      'not-owned',
    ],
    managed: gitOpsGroups([...own, ...(shared?.found ?? [])]),
    deed: isOwnManaged ? 'edit' : 'edit-beside',
    isFirstChoice: isOwnManaged,
  };
};
