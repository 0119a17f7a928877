import { isDeepStrictEqual } from 'node:util';
import { resources } from '../resources';
import { matcherOf } from '../../../src/k8s/label-selector';
import type { Store } from '../store';
import type { RoleObject, RuleObject } from './objects';

const aggregatedRules = (store: Store, role: RoleObject): RuleObject[] => {
  const matchers = (role.aggregationRule?.clusterRoleSelectors ?? []).map(matcherOf);
  return store
    .list(resources.clusterRoles)
    .filter(({ metadata }) => metadata.name !== role.metadata?.name)
    .filter(({ metadata }) => matchers.some((matches) => matches(metadata.labels ?? {})))
    .flatMap(({ rules = [] }) => rules);
};

/** Keeps the rules of aggregated ClusterRoles up to date, as kube-controller-manager does. */
export const startRoleAggregation = ({ store }: { store: Store }): { stop(): void } => {
  const aggregate = (): void => {
    for (const { metadata } of store.list(resources.clusterRoles)) {
      const role = store.get(resources.clusterRoles, metadata);
      const rules = aggregatedRules(store, role);
      if (role.aggregationRule !== undefined && !isDeepStrictEqual(rules, role.rules)) {
        store.update(resources.clusterRoles, { ...role, rules });
      }
    }
  };
  const stop = store.watch(({ definition }) => {
    if (definition.kind === resources.clusterRoles.kind) {
      aggregate();
    }
  });
  aggregate();
  return { stop };
};
