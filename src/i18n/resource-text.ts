import { nameOf, namespaceOf } from '../k8s/resource';
import type { Manifest, ResourceKind } from '../k8s/resource';
import type { Translate } from './use-t';

/** An object by kind, name and project. */
export const resourceText = (
  t: Translate,
  { kind, manifest }: { readonly kind: ResourceKind; readonly manifest: Manifest },
): string =>
  t('{{kind}} {{name}} in project {{project}}', {
    kind: kind.label,
    name: nameOf(manifest),
    project: namespaceOf(manifest),
  });
