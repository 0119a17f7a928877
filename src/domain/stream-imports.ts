import type { ImageStream } from '../k8s/image-stream';
import { conditionOf } from '../k8s/resource';

/**
 * The tags that OpenShift imports again on schedule, sorted: every 15 minutes at most, unless the
 * cluster says otherwise (openshift/openshift-controller-manager, ImageImport,
 * scheduledImageImportMinimumIntervalSeconds). A push to their source is a push here only then.
 */
export const scheduledTagsOf = (stream: ImageStream): string[] =>
  (stream.spec?.tags ?? [])
    .filter(({ importPolicy }) => importPolicy?.scheduled === true)
    .map(({ name }) => name)
    .sort();

/** A tag whose last import failed. */
export interface ImportFailure {
  readonly tag: string;
  /** What the importer says; empty where it says nothing. */
  readonly message: string;
}

/** The tags whose last import failed, in the order of the stream. */
export const importFailuresOf = (stream: ImageStream): ImportFailure[] =>
  (stream.status?.tags ?? []).flatMap(({ tag, conditions }) => {
    const condition = conditionOf(conditions, 'ImportSuccess');
    return condition?.status === 'False' ? [{ tag, message: condition.message ?? '' }] : [];
  });
