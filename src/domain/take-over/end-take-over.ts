import { annotationOf } from '../../k8s/resource';
import { triggerKind } from '../../k8s/trigger';
import { metadataPath, unchangedSince } from '../cluster-verbs';
import type { ClusterVerbs } from '../cluster-verbs';
import type { ImageTrigger } from '../image-trigger';
import { takesOverAnnotation } from '../marks';

/**
 * Ends a take-over, with whatever is left of the chain: the trigger says no more whose place it takes.
 * @throws ClusterError
 */
export const endTakeOver = async (
  { namespace, name, uid }: Pick<ImageTrigger, 'namespace' | 'name' | 'uid'>,
  verbs: ClusterVerbs,
): Promise<void> => {
  const ref = { kind: triggerKind, namespace, name };
  const root = await verbs.get(ref);
  if (!root || root.metadata?.uid !== uid) return;
  if (annotationOf(root, takesOverAnnotation) === undefined) return;
  const path = metadataPath('annotations', takesOverAnnotation);
  await verbs.patch(ref, [...unchangedSince(root), { op: 'remove', path }]);
};
