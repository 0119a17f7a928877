import { Label, LabelGroup } from '@patternfly/react-core';
import { CheckCircleIcon, MinusCircleIcon } from '@patternfly/react-icons';
import { FieldHelp } from '../../components/FieldHelp';
import { tagMatcher, tagRuleProblem } from '../../domain/tag-rule';
import type { TagRule } from '../../domain/tag-rule';
import { useT } from '../../i18n/use-t';

/** The stream's own tags, each matching the rule or not; in a list of tags, a click toggles one. */
export const TagMatches = ({
  tags,
  rule,
  onToggle,
}: {
  readonly tags: readonly string[];
  readonly rule: TagRule;
  readonly onToggle?: (tag: string) => void;
}) => {
  const t = useT();
  const matches = tagMatcher(rule);
  const isUsable = tagRuleProblem(rule) === undefined;
  const matching = tags.filter(matches);
  if (tags.length === 0)
    return <FieldHelp help={t('The ImageStream has no tags yet: the rule waits for the first.')} />;
  return (
    <>
      <LabelGroup
        categoryName={t('Tags of this ImageStream')}
        numLabels={20}
        collapsedText={t('{{count}} more', { count: tags.length - 20 })}
        expandedText={t('Show less')}
      >
        {tags.map((tag) => {
          const matched = matches(tag);
          return (
            <Label
              key={tag}
              color={matched ? 'green' : 'grey'}
              variant={matched ? 'filled' : 'outline'}
              icon={
                matched ? (
                  <CheckCircleIcon title={t('matches')} />
                ) : (
                  <MinusCircleIcon title={t('does not match')} />
                )
              }
              onClick={onToggle && (() => onToggle(tag))}
            >
              {tag}
            </Label>
          );
        })}
      </LabelGroup>
      <div aria-live="polite">
        {isUsable && (
          <FieldHelp
            warning={
              matching.length === 0
                ? t('No tag matches yet: only new tags could start a run.')
                : undefined
            }
            help={t('{{matching}} of {{all}} tags match.', {
              matching: matching.length,
              all: tags.length,
            })}
          />
        )}
      </div>
    </>
  );
};
