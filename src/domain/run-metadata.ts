import { byteCount } from './byte-count';
import type { Labels } from './cluster-verbs';
import { managedByLabel } from './marks';
import { isObjectName } from './object-name';
import type { StreamRef } from './push';
import { fromTemplate, hasFieldsOf, hasOtherPlaceholder, toTemplate } from './push-fields';

export const metadataParts = ['labels', 'annotations'] as const;
export type MetadataPart = (typeof metadataParts)[number];

/** A label or an annotation; in the value of an annotation, fields of the push can stand: `$(tag)`. */
export interface MetadataEntry {
  readonly name: string;
  readonly value: string;
}

/** What the runs of a trigger are marked with, beside the plugin's own marks; in their order. */
export type RunMetadata = Readonly<Record<MetadataPart, readonly MetadataEntry[]>>;

export const noMetadata: RunMetadata = { labels: [], annotations: [] };

export interface MetadataProblem {
  readonly code:
    | 'mark-name-missing'
    | 'mark-name-illegal'
    | 'mark-name-twice'
    | 'mark-reserved'
    | 'label-value-illegal'
    | 'annotation-placeholder'
    | 'annotation-field'
    | 'annotation-half-character'
    | 'annotations-too-large';
  readonly part: MetadataPart;
  /** Of the entry, from 0. */
  readonly index: number;
}

/** Whether an entry was begun: one that is blank is none. */
export const isFilled = ({ name, value }: MetadataEntry): boolean => name !== '' || value !== '';

/** A legal value of a label, and the last part of a legal name (apimachinery pkg/util/validation). */
const legal = /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)$/;

/** Names of annotations are checked in lower case (apimachinery pkg/api/validation, ValidateAnnotations). */
const isLegalName = (part: MetadataPart, name: string): boolean => {
  const [last = '', prefix, ...more] = name.split('/').reverse();
  const domain = part === 'annotations' ? prefix?.toLowerCase() : prefix;
  return legal.test(last) && (domain === undefined || isObjectName(domain)) && more.length === 0;
};

/** Whether a label can have this name, a prefix with a slash included. */
export const isLabelName = (name: string): boolean => isLegalName('labels', name);

export const isLabelValue = (value: string): boolean => value === '' || legal.test(value);

const ownDomain = 'imagetriggers.dev/';

/** Set on a run by the listener and by Pipelines, whatever a template says. */
const tektonDomain = /^(?:triggers\.)?tekton\.dev\//;

const isReserved = (part: MetadataPart, name: string): boolean =>
  name.startsWith(ownDomain) ||
  (part === 'labels' && (name === managedByLabel || tektonDomain.test(name)));

const valueProblem = (part: MetadataPart, value: string): MetadataProblem['code'] | undefined => {
  if (part === 'labels') return isLabelValue(value) ? undefined : 'label-value-illegal';
  if (hasOtherPlaceholder(value)) return 'annotation-placeholder';
  return /\p{Surrogate}/u.test(value) ? 'annotation-half-character' : undefined;
};

/** What is wrong with an entry by itself. */
export const entryProblem = (
  part: MetadataPart,
  { name, value }: MetadataEntry,
): MetadataProblem['code'] | undefined => {
  if (name === '') return 'mark-name-missing';
  if (!isLegalName(part, name)) return 'mark-name-illegal';
  return isReserved(part, name) ? 'mark-reserved' : valueProblem(part, value);
};

/**
 * The bytes that all annotations of an object may take together, names and values
 * (apimachinery pkg/api/validation, TotalAnnotationSizeLimitB).
 */
const mostBytes = 256 * 1024;

/** What is left to the marks of the plugin and of Tekton on a run, and on the pods that it makes. */
const othersBytes = 16 * 1024;

/** The kibibytes that annotations of runs may take. */
export const mostAnnotationKibibytes = (mostBytes - othersBytes) / 1024;

/** More than any field of a push can be: the reference of an image has less than 700 characters. */
const fieldBytes = 1024;

const annotationBytes = ({ name, value }: MetadataEntry): number =>
  byteCount(name) + byteCount(value) + fieldBytes * (value.split('$(').length - 1);

/** The index of the largest annotation, where they are too large together: a listener tells nobody. */
const tooLarge = (annotations: readonly MetadataEntry[]): number | undefined => {
  const sizes = annotations.map(annotationBytes);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return all > mostAnnotationKibibytes * 1024 ? sizes.indexOf(Math.max(...sizes)) : undefined;
};

/** What the API server would refuse of the entries, or the plugin needs for itself: one for each. */
export const metadataProblems = (metadata: RunMetadata, stream?: StreamRef): MetadataProblem[] => {
  const largest = tooLarge(metadata.annotations);
  return metadataParts.flatMap((part) =>
    metadata[part].flatMap((entry, index) => {
      if (!isFilled(entry)) return [];
      const isTwice = metadata[part].findIndex(({ name }) => name === entry.name) < index;
      const lacksField = part === 'annotations' && !hasFieldsOf(stream, entry.value);
      const isLargest = part === 'annotations' && index === largest;
      const code =
        entryProblem(part, entry) ??
        (isTwice ? 'mark-name-twice' : lacksField ? 'annotation-field' : undefined) ??
        (isLargest ? 'annotations-too-large' : undefined);
      return code ? [{ code, part, index }] : [];
    }),
  );
};

/** The entries as a template has them. */
export const templateMetadata = (metadata: RunMetadata, part: MetadataPart): Labels =>
  Object.fromEntries(
    metadata[part]
      .filter(isFilled)
      .map(({ name, value }) => [name, part === 'labels' ? value : toTemplate(value)]),
  );

/** A label or an annotation of a template as the form has it. */
export const entryOf = (part: MetadataPart, [name, found]: [string, string]): MetadataEntry => ({
  name,
  value: part === 'labels' ? found : fromTemplate(found),
});

/**
 * Parts the labels or annotations of a template into the entries of the form and what it cannot hold:
 * other placeholders, and what the plugin, the listener or Pipelines set themselves.
 */
export const splitMetadata = (
  part: MetadataPart,
  found: Labels | undefined,
): { readonly entries: readonly MetadataEntry[]; readonly rest: Labels } => {
  const all = Object.entries(found ?? {}).map((pair) => ({ pair, entry: entryOf(part, pair) }));
  const isKnown = ({ pair: [name, value], entry }: (typeof all)[number]): boolean =>
    entryProblem(part, entry) === undefined &&
    templateMetadata({ ...noMetadata, [part]: [entry] }, part)[name] === value;
  return {
    entries: all.filter(isKnown).map(({ entry }) => entry),
    rest: Object.fromEntries(all.filter((one) => !isKnown(one)).map(({ pair }) => pair)),
  };
};
