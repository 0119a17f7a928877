import type { K8sObject } from '../../k8s/resource';
import { unchangedSince } from '../cluster-verbs';
import type { ClusterVerbs, ResourceRef } from '../cluster-verbs';
import { problemOf } from '../problem';
import type { Problem } from '../problem';
import { lacksItsRole } from './check';
import type { EditWrite } from './edit-writes';

/** The request that ended a list of writes. */
export class WriteFailure extends Error {
  constructor(
    readonly ref: ResourceRef,
    readonly problem: Problem,
  ) {
    super(problem.message);
  }
}

/** Does something about an object; a refusal becomes the failure of that object. */
export const attempt = async <T>(ref: ResourceRef, action: () => Promise<T>): Promise<T> => {
  try {
    return await action();
  } catch (error) {
    throw new WriteFailure(ref, problemOf(error));
  }
};

/** The problem of something that is tried as far as it goes. */
export const problemIn = async (action: () => Promise<void>): Promise<Problem | undefined> => {
  try {
    await action();
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
};

/** Tells the objects of some writes apart. */
export const writeKey = ({ kind, namespace = '', name }: ResourceRef): string =>
  `${kind.plural} ${namespace}/${name}`;

/** Told when a write has been tried, or done. */
export type OnWrite = (write: EditWrite) => void;

const dryRun = { dryRun: true };

/** What a dry run minds, though the write itself will not: others come before it. */
const isNoProblem = (write: EditWrite, removed: ReadonlySet<string>, error: unknown): boolean =>
  write.do === 'create' &&
  (lacksItsRole(write.ref.kind, error) ||
    (removed.has(writeKey(write.ref)) && problemOf(error).code === 'already-exists'));

/**
 * A server dry run of every write, the removals excepted; nothing is written.
 * @throws WriteFailure of the first that is refused
 */
export const check = async (
  writes: readonly EditWrite[],
  verbs: ClusterVerbs,
  onChecked?: OnWrite,
): Promise<void> => {
  const removed = new Set<string>();
  const patched = new Set<string>();
  for (const write of writes) {
    const { ref } = write;
    await attempt(ref, async () => {
      try {
        if (write.do === 'create') await verbs.create(ref.kind, write.manifest, dryRun);
        if (write.do === 'patch') {
          // A lane that is written twice has another version by then.
          const lock = patched.has(writeKey(ref)) ? [] : unchangedSince(write.found);
          await verbs.patch(ref, [...lock, ...write.patch], dryRun);
          patched.add(writeKey(ref));
        }
      } catch (error) {
        if (!isNoProblem(write, removed, error)) throw error;
      }
    });
    if (write.do === 'remove') removed.add(writeKey(ref));
    onChecked?.(write);
  }
};

/**
 * Does one write after the other. What somebody else has changed is not written over: every patch
 * names the version that it is made for.
 * @throws WriteFailure of the first that is refused; those after it are not tried
 */
export const perform = async (
  writes: readonly EditWrite[],
  verbs: ClusterVerbs,
  onWritten?: OnWrite,
): Promise<void> => {
  const latest = new Map<string, K8sObject>();
  for (const write of writes) {
    const { ref } = write;
    await attempt(ref, async () => {
      switch (write.do) {
        case 'create':
          await verbs.create(ref.kind, write.manifest);
          return;
        case 'remove':
          await verbs.remove(ref, { uid: write.uid });
          return;
        case 'patch': {
          const lock = unchangedSince(latest.get(writeKey(ref)) ?? write.found);
          latest.set(writeKey(ref), await verbs.patch(ref, [...lock, ...write.patch]));
        }
      }
    });
    onWritten?.(write);
  }
};
