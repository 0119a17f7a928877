import { StackItem } from '@patternfly/react-core';
import { GitOpsNotice } from '../../components/GitOpsNotice';
import { gitOpsGroups, ownObjectsOf } from '../../domain/gitops';
import type { FoundObject } from '../../domain/gitops';
import type { ImageTrigger } from '../../domain/image-trigger';

/** That a GitOps tool applies a trigger or what it shares, as an item of a stack. */
export const GitOpsOfTrigger = ({
  trigger,
  shared = [],
}: {
  readonly trigger: ImageTrigger;
  /** What is there of what it shares, as far as it is known. */
  readonly shared: readonly FoundObject[] | undefined;
}) => {
  const own = ownObjectsOf(trigger);
  const groups = gitOpsGroups([...own, ...shared]);
  if (groups.length === 0) return null;
  const isOwnManaged = gitOpsGroups(own).length > 0;
  return (
    <StackItem>
      <GitOpsNotice groups={groups} deed={isOwnManaged ? 'look' : 'look-at-shared'} />
    </StackItem>
  );
};
