import { triggerKind } from '../k8s/trigger';
import { triggerTemplateKind } from '../k8s/trigger-template';
import type { ClusterVerbs } from './cluster-verbs';
import type { ImageTrigger } from './image-trigger';
import { problemOf } from './problem';
import type { Problem } from './problem';
import type { Resource } from './relay';
import { leftWatchOf, unneededParts } from './relay-needs';
import { releaseRelay } from './release-relay';

export type RemoveResult =
  | { readonly outcome: 'removed' }
  | {
      readonly outcome: 'failed';
      /** `trigger`: lane 1 is still there, so it can be tried again. `relay`: the trigger is gone, parts of the relay stay. */
      readonly phase: 'trigger' | 'relay';
      readonly problem: Problem;
    };

/**
 * The parts of the relay that go with a trigger, in the order in which they were created. Where
 * the trigger cannot be read, its source stays: nobody can say which one it is.
 */
export const relayGoingWith = (
  trigger: ImageTrigger,
  others: readonly ImageTrigger[],
): Resource[] => {
  const { namespace, name } = trigger;
  const staying = others.filter((one) => one.namespace === namespace && one.name !== name);
  return unneededParts(
    leftWatchOf(trigger),
    staying.map((one) => one.binding?.stream.namespace),
  );
};

/**
 * What lane 1 does not take with it, in the order in which it goes: what was applied from manifests
 * knows no owner, for nobody knows its uid before it is there.
 */
const unownedParts = ({ namespace, objects: { lanes, template } }: ImageTrigger) =>
  [
    // Lane 1 comes first.
    ...lanes.slice(1).map((object) => ({ kind: triggerKind, object })),
    ...(template ? [{ kind: triggerTemplateKind, object: template }] : []),
  ].flatMap(({ kind, object: { metadata } }) => {
    const { name = '', uid, ownerReferences = [] } = metadata ?? {};
    return uid === undefined || ownerReferences.length > 0
      ? []
      : [{ ref: { kind, namespace, name }, uid }];
  });

/**
 * Deletes an image trigger: lane 1, which takes with it what it owns of the other lanes and the
 * template, after what it does not own, and then what only this trigger needed of the relay. Runs stay: they are the record of what happened.
 * `version` is the plugin's, for what is put back where somebody adds a trigger meanwhile.
 */
export const removeTrigger = async (
  trigger: ImageTrigger,
  verbs: ClusterVerbs,
  { version }: { readonly version: string },
): Promise<RemoveResult> => {
  const { namespace, name, uid } = trigger;
  try {
    for (const { ref, uid: part } of unownedParts(trigger)) await verbs.remove(ref, { uid: part });
    await verbs.remove({ kind: triggerKind, namespace, name }, { uid });
  } catch (error) {
    return { outcome: 'failed', phase: 'trigger', problem: problemOf(error) };
  }
  const problems: Problem[] = [];
  try {
    await releaseRelay({
      verbs,
      watch: leftWatchOf(trigger),
      version,
      leaving: uid,
      attempt: async (_, action) => {
        try {
          await action();
        } catch (error) {
          problems.push(problemOf(error));
        }
      },
    });
  } catch (error) {
    problems.push(problemOf(error));
  }
  const [problem] = problems;
  return problem ? { outcome: 'failed', phase: 'relay', problem } : { outcome: 'removed' };
};
