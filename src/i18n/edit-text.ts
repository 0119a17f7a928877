import type { KeptParts } from '../domain/draft';
import type { EditChange } from '../domain/edit-plan';
import type { ReadRefusal } from '../domain/read-draft';
import type { Translate } from './use-t';

/** Why a trigger cannot be read into the form. */
export const readRefusalText: Record<ReadRefusal, (t: Translate) => string> = {
  'changed-by-hand': (t) =>
    t('A Trigger of it was changed by hand, so that the form cannot read its tag rule.'),
  'newer-builder': (t) => t('A newer version of the plugin built it.'),
  'partly-active': (t) => t('Only some of its Triggers are active. Repair it first.'),
  'pipeline-unnamed': (t) =>
    t('Its TriggerTemplate names no Pipeline of the project. Name one in its YAML.'),
};

/** What an edit does to an object. */
export const editChangeText: Record<EditChange, (t: Translate) => string> = {
  kept: (t) => t('Stays'),
  changed: (t) => t('Changes'),
  new: (t) => t('New'),
  removed: (t) => t('Goes'),
};

/** The parts of a run that the form cannot hold, by their names in the manifest. */
export const keptText = (t: Translate, { spec, labels, annotations }: KeptParts): string =>
  [
    ...Object.keys(spec),
    ...Object.keys(labels).map((name) => t('label {{name}}', { name })),
    ...Object.keys(annotations).map((name) => t('annotation {{name}}', { name })),
  ].join(', ');
