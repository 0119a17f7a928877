import { nameOf, namespaceOf } from '../../k8s/resource';
import type { K8sObject } from '../../k8s/resource';
import type { EventListener } from '../../k8s/event-listener';
import type { AccessQuestion } from '../access';
import { unchangedSince } from '../cluster-verbs';
import type { ClusterVerbs, JsonPatch, ResourceRef } from '../cluster-verbs';
import { differencesOf } from '../differences';
import { fieldsOf } from '../fields';
import { itemsOf } from '../found-chain/items';
import { problemOf } from '../problem';
import type { Problem } from '../problem';
import { ownEntries } from './old-parts';
import type { OldPart } from './old-parts';
import type { TakenChain } from './taken-chain';

export type RemovalResult =
  | { readonly outcome: 'removed' }
  | {
      readonly outcome: 'stopped';
      /** The one that did not go; those before it are gone, those after it are as they were. */
      readonly ref: ResourceRef;
      /** Undefined where somebody has changed it, or made it anew, since it was shown. */
      readonly problem: Problem | undefined;
    };

export const refOfPart = ({ kind, object }: OldPart): ResourceRef => ({
  kind,
  namespace: namespaceOf(object),
  name: nameOf(object),
});

/** What a user must be allowed to do to remove parts: each question once, in their order. */
export const removalQuestionsOf = (parts: readonly OldPart[]): AccessQuestion[] => {
  const questions = parts.map(({ kind, object, deed }): AccessQuestion => ({
    kind,
    verb: deed === 'delete' ? 'delete' : 'patch',
    namespace: namespaceOf(object),
  }));
  const keyOf = ({ kind, verb, namespace = '' }: AccessQuestion): string =>
    `${verb} ${kind.plural} ${namespace}`;
  return [...new Map(questions.map((question) => [keyOf(question), question])).values()];
};

const isAsShown = (found: K8sObject, shown: K8sObject): boolean =>
  found.metadata?.uid === shown.metadata?.uid &&
  differencesOf({ spec: fieldsOf(found).spec }, { spec: fieldsOf(shown).spec }, () => false)
    .length === 0;

/** Takes the chain's entries out of its listener. A list that would be empty goes: none is as good. */
const withoutEntries = (chain: TakenChain, listener: EventListener): JsonPatch => {
  const own = ownEntries(chain, listener);
  const isAll = own.length === itemsOf(listener.spec?.triggers).length;
  return [
    ...unchangedSince(listener),
    ...(isAll
      ? [{ op: 'remove' as const, path: '/spec/triggers' }]
      : // From the last one on, so that the places of the others stay.
        own.reverse().map((place) => ({ op: 'remove' as const, path: `/spec/triggers/${place}` }))),
  ];
};

/** So often an object is looked at anew whose status was written between the look and the removal. */
const mostLooks = 3;

/** Removes what is as it was shown; false for what is not. */
const removePart = async (
  part: OldPart,
  chain: TakenChain,
  verbs: ClusterVerbs,
): Promise<boolean> => {
  const ref = refOfPart(part);
  for (let look = 1; ; look += 1) {
    const found = await verbs.get(ref);
    if (!found) return true;
    if (!isAsShown(found, part.object)) return false;
    const { uid = '', resourceVersion } = found.metadata ?? {};
    try {
      if (part.deed === 'delete') await verbs.remove(ref, { uid, resourceVersion });
      else await verbs.patch(ref, withoutEntries(chain, found));
      return true;
    } catch (error) {
      if (problemOf(error).code !== 'conflict' || look === mostLooks) throw error;
    }
  }
};

/**
 * Removes the parts of a chain one after the other, each only as it was shown. It stops at the first
 * that does not go: what is left is found again, and can be removed by another call.
 */
export const removeOldParts = async (
  chain: TakenChain,
  parts: readonly OldPart[],
  verbs: ClusterVerbs,
): Promise<RemovalResult> => {
  for (const part of parts) {
    const ref = refOfPart(part);
    try {
      if (!(await removePart(part, chain, verbs)))
        return { outcome: 'stopped', ref, problem: undefined };
    } catch (error) {
      return { outcome: 'stopped', ref, problem: problemOf(error) };
    }
  }
  return { outcome: 'removed' };
};
