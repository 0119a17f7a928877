import { mostAnnotationKibibytes } from '../domain/run-metadata';
import type { MetadataPart, MetadataProblem } from '../domain/run-metadata';
import { fieldPlaceholders, missingFieldText } from './push-field-text';
import type { Translate } from './use-t';

export const metadataProblemText: Record<MetadataProblem['code'], (t: Translate) => string> = {
  'mark-name-missing': (t) => t('Enter a name.'),
  'mark-name-illegal': (t) =>
    t(
      'Use at most 63 letters, digits, hyphens, underscores and dots; start and end with a letter or digit. A domain and a slash may stand before it: {{example}}.',
      { example: 'example.com/team' },
    ),
  'mark-name-twice': (t) => t('This name is there already.'),
  'mark-reserved': (t) =>
    t('This name is reserved: the plugin, the listener or Pipelines set it themselves.'),
  'label-value-illegal': (t) =>
    t(
      'A label has at most 63 letters, digits, hyphens, underscores and dots, and starts and ends with a letter or digit. For any other text, take an annotation.',
    ),
  'annotation-placeholder': (t) =>
    t('Anything in $(...) but these fields of the push would be replaced on the way: {{fields}}', {
      fields: fieldPlaceholders,
    }),
  'annotation-field': missingFieldText,
  'annotation-half-character': (t) =>
    t('Half of a character was left in it. Delete it and type it again.'),
  'annotations-too-large': (t) =>
    t(
      'All annotations together are too large, and this is the largest: they may take {{most}} KiB. Of the 256 KiB that Kubernetes allows, the rest is for what the plugin and Tekton add. Each field of the push counts 1 KiB.',
      { most: mostAnnotationKibibytes },
    ),
};

/** What the rows of a part are called. */
export const metadataText: Record<
  MetadataPart,
  {
    readonly title: (t: Translate) => string;
    readonly name: (t: Translate, number: number) => string;
    readonly value: (t: Translate, number: number) => string;
    readonly add: (t: Translate) => string;
    readonly remove: (t: Translate, number: number) => string;
    /** Of one with a name. */
    readonly one: (t: Translate, name: string) => string;
    readonly help: (t: Translate) => string;
  }
> = {
  labels: {
    title: (t) => t('Labels'),
    name: (t, number) => t('Name of label {{number}}', { number }),
    value: (t, number) => t('Value of label {{number}}', { number }),
    add: (t) => t('Add a label'),
    remove: (t, number) => t('Remove label {{number}}', { number }),
    one: (t, name) => t('Label {{name}}', { name }),
    help: (t) =>
      t('Runs can be found by them. Reserved are {{names}}.', {
        names:
          'imagetriggers.dev/, tekton.dev/, triggers.tekton.dev/, app.kubernetes.io/managed-by',
      }),
  },
  annotations: {
    title: (t) => t('Annotations'),
    name: (t, number) => t('Name of annotation {{number}}', { number }),
    value: (t, number) => t('Value of annotation {{number}}', { number }),
    add: (t) => t('Add an annotation'),
    remove: (t, number) => t('Remove annotation {{number}}', { number }),
    one: (t, name) => t('Annotation {{name}}', { name }),
    help: (t) =>
      t('Any text, in which {{fields}} stand for fields of the push. Reserved is {{names}}.', {
        fields: fieldPlaceholders,
        names: 'imagetriggers.dev/',
      }),
  },
};
