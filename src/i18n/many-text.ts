import type { StreamChoiceProblem } from '../domain/stream-choice';
import type { AffixProblem } from '../domain/trigger-names';
import type { Translate } from './use-t';

/** Why ImageStreams cannot be chosen by a text, or triggers not be named by it, for its field. */
export const choiceProblemText = (
  t: Translate,
  problem: StreamChoiceProblem | AffixProblem,
): string => {
  switch (problem.code) {
    case 'pattern-illegal':
      return t(
        'No ImageStream can be called {{part}}: names have lower case letters, digits and {{signs}}.',
        { part: problem.part, signs: '- . _' },
      );
    case 'labels-illegal':
      return t('{{part}} asks for no label. Write {{forms}}.', {
        part: problem.part,
        forms: 'key=value, key!=value, key, !key',
      });
    case 'affix-illegal':
      return problem.part === 'prefix'
        ? t('Use lower case letters, digits and hyphens; start with a letter or digit.')
        : t('Use lower case letters, digits and hyphens; end with a letter or digit.');
    case 'affix-too-long':
      return t('Prefix and suffix have at most {{most}} characters together.', {
        most: problem.most,
      });
  }
};

/** How far one trigger of many is that are about to be created. */
export type ManyState =
  'checking' | 'ready' | 'denied' | 'refused' | 'under-way' | 'created' | 'not-created';

export const manyStateText: Record<ManyState, (t: Translate) => string> = {
  checking: (t) => t('Checking'),
  ready: (t) => t('Checked'),
  denied: (t) => t('Not permitted'),
  refused: (t) => t('Refused'),
  'under-way': (t) => t('Being created'),
  created: (t) => t('Created'),
  'not-created': (t) => t('Not created'),
};
