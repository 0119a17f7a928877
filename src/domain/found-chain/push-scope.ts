import { imageStreamKind } from '../../k8s/image-stream';
import type { ApiServerSource } from '../../k8s/api-server-source';
import { namespaceOf } from '../../k8s/resource';
import { itemsOf, selectorOf, textOf, textsOf } from './items';

/** The pushes of which a source sends events. */
export type PushScope =
  /** Every image that is new to the cluster: an Image has no project. */
  | { readonly of: 'images'; readonly labelled: boolean }
  | {
      readonly of: 'streams';
      /** Sorted by name; empty where nobody can tell which. */
      readonly projects: 'all' | readonly string[];
      /** Only those with labels that the source asks for. */
      readonly labelled: boolean;
    };

/**
 * The kinds of the image API by which a source learns of a push. ImageStreamTags are named in
 * sources although the API server lets nobody watch them.
 */
const scopes: Readonly<Record<string, PushScope['of']>> = {
  Image: 'images',
  ImageStream: 'streams',
  ImageStreamTag: 'streams',
};

const imageGroup = `${imageStreamKind.apiGroup ?? ''}/`;
const namespaceNameLabel = 'kubernetes.io/metadata.name';

/**
 * The projects that a source watches (knative/eventing pkg/reconciler/apiserversource
 * namespacesFromSelector).
 */
const projectsOf = (source: ApiServerSource): 'all' | readonly string[] => {
  const selector = source.spec?.namespaceSelector;
  if (!selector) return [namespaceOf(source)];
  const { matchLabels, matchExpressions } = selectorOf(selector);
  const terms = Object.keys(matchLabels).length + matchExpressions.length;
  if (terms === 0) return 'all';
  const name = matchLabels[namespaceNameLabel];
  return name !== undefined && terms === 1 ? [name] : textsOf(source.status?.namespaces).sort();
};

/** What of a source's events comes of pushes; empty where it watches no images. */
export const pushScopesOf = (source: ApiServerSource): PushScope[] =>
  itemsOf(source.spec?.resources).flatMap(({ apiVersion, kind, selector }): PushScope[] => {
    const of = Object.hasOwn(scopes, kind) ? scopes[kind] : undefined;
    if (of === undefined || !textOf(apiVersion).startsWith(imageGroup)) return [];
    const labelled = selector !== undefined;
    return [of === 'images' ? { of, labelled } : { of, projects: projectsOf(source), labelled }];
  });
