import type { Comparison, ComparisonState } from '../domain/comparison';
import type { Translate } from './use-t';

/** How an object compares, where it is not the same. */
export type Judgement = Exclude<ComparisonState, 'same'>;

interface JudgementText {
  readonly title: (t: Translate) => string;
  /** `builder` is empty where the object does not say which version built it. */
  readonly explanation: (t: Translate, builder: string) => string;
}

/** What every way to differ is called, and what it means. */
export const judgementText: Record<Judgement, JudgementText> = {
  missing: {
    title: (t) => t('Missing'),
    explanation: (t) => t('The object does not exist.'),
  },
  extra: {
    title: (t) => t('Not needed'),
    explanation: (t) => t('This version of the plugin would not create the object.'),
  },
  unreadable: {
    title: (t) => t('Cannot be read'),
    explanation: (t) =>
      t('No filter of the Triggers can be read, so nobody can tell what the object should be.'),
  },
  newer: {
    title: (t) => t('Newer version'),
    explanation: (t, builder) =>
      t('Version {{builder}} of the plugin built the object: nothing is compared.', { builder }),
  },
  outdated: {
    title: (t) => t('Older version'),
    explanation: (t, builder) =>
      t('Version {{builder}} of the plugin built the object.', { builder }),
  },
  'by-hand': {
    title: (t) => t('Changed by hand'),
    explanation: (t, builder) =>
      builder === ''
        ? t('The object does not say which version of the plugin built it.')
        : t('The object was changed after version {{builder}} of the plugin had built it.', {
            builder,
          }),
  },
  foreign: {
    title: (t) => t('Not of this plugin'),
    explanation: (t) =>
      t('The object lacks the label of this plugin: somebody else made it, or took the label off.'),
  },
};

/** How an object compares; undefined for the same. */
export const judgementOf = ({ state }: Comparison): Judgement | undefined =>
  state === 'same' ? undefined : state;
