import type { PersonName } from '../../../local/cluster/rbac/user';
import { imagesProject, pipelinesProject } from './site';

/** What somebody may do in the projects of the shop, as its roles say. */
export interface Person {
  readonly name: PersonName;
  readonly mayRead: boolean;
  /** Triggers: Tekton's roles let editors write them. */
  readonly mayWriteTriggers: boolean;
  /** Roles, too, which the first trigger of a project needs. */
  readonly mayCreateAll: boolean;
}

/** Everybody whom the pages know. */
export const people: readonly Person[] = [
  { name: 'admin', mayRead: true, mayWriteTriggers: true, mayCreateAll: true },
  { name: 'namespace-admin', mayRead: true, mayWriteTriggers: true, mayCreateAll: true },
  { name: 'editor', mayRead: true, mayWriteTriggers: true, mayCreateAll: false },
  { name: 'viewer', mayRead: true, mayWriteTriggers: false, mayCreateAll: false },
  { name: 'nobody', mayRead: false, mayWriteTriggers: false, mayCreateAll: false },
];

const may = (verb: string, project: string): string =>
  `You do not have permission to ${verb} Triggers in project ${project}.`;

/** The reasons that a page gives for what it does not offer. */
export const reasons = {
  create: may('create', pipelinesProject),
  createBesideImages: may('create', imagesProject),
  pause: may('change', pipelinesProject),
  delete: may('delete', pipelinesProject),
} as const;
