import type { Shop } from './shop';
import { resources } from './shop';

/** Kinds of which an image trigger has objects. */
const kinds = [
  resources.triggers,
  resources.triggerTemplates,
  resources.triggerBindings,
  resources.eventListeners,
  resources.apiServerSources,
  resources.networkPolicies,
  resources.serviceAccounts,
  resources.roles,
  resources.roleBindings,
];

/** `Kind namespace/name` of everything in the cluster that may be part of an image trigger. */
export const partsIn = ({ store }: Shop): string[] =>
  kinds
    .flatMap((kind) => store.list(kind))
    .map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`)
    .sort();
