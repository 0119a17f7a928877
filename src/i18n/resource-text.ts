import type { ResourceRef } from '../domain/cluster-verbs';
import { refOf } from '../domain/relay';
import type { Resource } from '../domain/relay';
import type { Translate } from './use-t';

/** An object by kind, name and project; one of the cluster has none. */
export const refText = (t: Translate, { kind, name, namespace }: ResourceRef): string =>
  namespace === undefined
    ? t('{{kind}} {{name}} of the cluster', { kind: kind.label, name })
    : t('{{kind}} {{name}} in project {{project}}', { kind: kind.label, name, project: namespace });

/** An object of a plan by kind, name and project. */
export const resourceText = (t: Translate, resource: Resource): string =>
  refText(t, refOf(resource));
