import { isClusterImages } from '../../../domain/push';
import type { StreamRef } from '../../../domain/push';
import { repositoryRuleKinds } from '../../../domain/tag-rule';
import type { TagRule } from '../../../domain/tag-rule';
import { repositoryRuleKindText, tagRuleKindText } from '../../../i18n/form-text';
import type { Translate } from '../../../i18n/use-t';
import type { FormState } from '../form-state';

/** What a rule is for: the tags of one ImageStream or of many, or the repositories of all Images. */
export type Scope = 'stream' | 'streams' | 'images';

export const scopeOf = (stream: StreamRef | undefined): Scope =>
  stream && isClusterImages(stream) ? 'images' : 'stream';

/** What the first step of the form is called. */
export const sourceStepTitle = (t: Translate, { many, draft }: FormState): string => {
  if (many) return t('ImageStreams and tags');
  return scopeOf(draft.stream) === 'images'
    ? t('Images and repositories')
    : t('ImageStream and tags');
};

interface KindOption {
  readonly value: TagRule['kind'];
  readonly label: string;
}

interface ScopeTexts {
  readonly kinds: (t: Translate) => readonly KindOption[];
  readonly chosen: (t: Translate) => string;
  readonly ignored: (t: Translate) => string;
  readonly ignoredHelp: (t: Translate) => string;
  /** Of what is judged by the rule. */
  readonly column: (t: Translate) => string;
  readonly candidates: (t: Translate) => string;
  readonly matching: (t: Translate, counts: { matching: number; all: number }) => string;
  readonly noneMatches: (t: Translate) => string;
  readonly noneYet: (t: Translate) => string;
  readonly held: (t: Translate) => string;
  readonly noOlder: (t: Translate) => string;
}

const ofTags: Omit<ScopeTexts, 'held' | 'noOlder'> = {
  kinds: (t) =>
    (['any', 'tags', 'glob', 'range', 'regex', 'cel'] as const).map((value) => ({
      value,
      label: tagRuleKindText[value](t),
    })),
  chosen: (t) => t('Tags that start a run'),
  ignored: (t) => t('Tags to ignore'),
  ignoredHelp: (t) =>
    t('They never start a run. Patterns with commas between them, such as *-rc*, pr-*'),
  column: (t) => t('Tags'),
  candidates: (t) => t('Tags of this ImageStream'),
  matching: (t, counts) => t('{{matching}} of {{all}} tags match.', counts),
  noneMatches: (t) => t('No tag matches yet: only new tags could start a run.'),
  noneYet: (t) => t('The ImageStream has no tags yet: the rule waits for the first.'),
};

export const scopeTexts: Record<Scope, ScopeTexts> = {
  stream: {
    ...ofTags,
    held: (t) => t('Pushes that the ImageStream holds'),
    noOlder: (t) =>
      t(
        'The ImageStream holds no older pushes. The image pruner of OpenShift leaves the 3 newest images of each tag and those of the last hour, unless it is set otherwise.',
      ),
  },
  streams: {
    ...ofTags,
    held: (t) => t('Pushes that the ImageStreams hold'),
    noOlder: (t) =>
      t(
        'The ImageStreams hold no older pushes. The image pruner of OpenShift leaves the 3 newest images of each tag and those of the last hour, unless it is set otherwise.',
      ),
  },
  images: {
    kinds: (t) =>
      repositoryRuleKinds.map((value) => ({ value, label: repositoryRuleKindText[value](t) })),
    chosen: (t) => t('Repositories that start a run'),
    ignored: (t) => t('Repositories to ignore'),
    ignoredHelp: (t) =>
      t(
        'They never start a run. Patterns with commas between them, such as */openshift/*, quay.io/*',
      ),
    column: (t) => t('Repository'),
    candidates: (t) => t('Repositories of the Images'),
    matching: (t, counts) => t('{{matching}} of {{all}} repositories match.', counts),
    noneMatches: (t) => t('No repository matches yet: only new ones could start a run.'),
    noneYet: (t) => t('The cluster has no Images yet: the rule waits for the first.'),
    held: (t) => t('Images of the cluster'),
    noOlder: (t) =>
      t(
        'The cluster holds no older Images. The image pruner of OpenShift removes those that no ImageStream holds any more.',
      ),
  },
};
