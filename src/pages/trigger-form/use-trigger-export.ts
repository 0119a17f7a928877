import { useMemo } from 'react';
import { useReadersTime } from '../../cluster/use-readers-time';
import { useSharedObjects } from '../../cluster/use-shared-objects';
import { pluginVersion } from '../../cluster/version';
import type { Edit } from '../../domain/apply/edit-trigger';
import type { PlannedEdit } from '../../domain/apply/edit-writes';
import type { CompleteDraft } from '../../domain/draft';
import { editPlan } from '../../domain/edit-plan';
import { gitOpsGroups, ownObjectsOf } from '../../domain/gitops';
import type { GitOpsGroup } from '../../domain/gitops';
import { triggerPlan } from '../../domain/plan';
import type { PlannedResource } from '../../domain/plan';
import { relayResources } from '../../domain/relay';
import { sharedWith } from '../../domain/trigger-comparison';
import { exportOfEdit, exportOfPlan, sharedExport } from '../../domain/trigger-export';
import type { ExportLimit } from '../../i18n/export-text';
import type { GitOpsDeed } from '../../i18n/gitops-text';
import type { Creation } from './use-creation';
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

/** What the API server agrees to, or what somebody reviews who may not write it. */
const plannedIn = (creation: Creation): readonly PlannedResource[] | 'forbidden' | undefined => {
  if (creation.step !== 'rehearsed') return undefined;
  const { rehearsal } = creation;
  if (rehearsal.outcome === 'ready') return rehearsal.plan;
  return rehearsal.problem.code === 'forbidden' ? 'forbidden' : undefined;
};

/** The manifests of a trigger that is about to be created. The draft must stay the same. */
export const useExportOfDraft = (draft: CompleteDraft, creation: Creation): Exporting => {
  const { namespace, stream } = draft;
  const resources = useMemo(
    () => relayResources({ namespace, streams: stream.namespace }, pluginVersion),
    [namespace, stream],
  );
  const shared = useSharedObjects(resources);
  const time = useReadersTime();
  const planned = plannedIn(creation);
  const exported = useMemo(() => {
    const unchecked =
      planned === 'forbidden' && time !== undefined
        ? triggerPlan(draft, { activatedAt: time, version: pluginVersion })
        : undefined;
    const plan = planned === 'forbidden' ? unchecked : planned;
    return plan && shared && exportOfPlan(plan, shared.found);
  }, [draft, planned, shared, time]);
  const managed = gitOpsGroups(shared?.found ?? []);
  return {
    manifests: useManifestExport(draft.name, exported, shared?.found.length === resources.length),
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
