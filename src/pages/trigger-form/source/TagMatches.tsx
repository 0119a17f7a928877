import { Label, LabelGroup } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationTriangleIcon,
  MinusCircleIcon,
  QuestionCircleIcon,
} from '@patternfly/react-icons';
import { FieldHelp } from '../../../components/FieldHelp';
import { tagsOf } from '../../../domain/push';
import { isDecidedByTag, tagRuleProblem } from '../../../domain/tag-rule';
import type { TagRule } from '../../../domain/tag-rule';
import { tagVerdicts } from '../../../domain/tag-verdicts';
import type { TagVerdict } from '../../../domain/tag-verdicts';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import type { ImageStream } from '../../../k8s/image-stream';
import { scopeTexts } from './scope';
import type { Scope } from './scope';

const looksOf = (t: Translate, verdict: TagVerdict): Pick<LabelProps, 'color' | 'icon'> => {
  if (verdict === true) return { color: 'green', icon: <CheckCircleIcon title={t('matches')} /> };
  if (verdict === false)
    return { color: 'grey', icon: <MinusCircleIcon title={t('does not match')} /> };
  return verdict === 'unknown'
    ? { color: 'grey', icon: <QuestionCircleIcon title={t('only the listener can tell')} /> }
    : { color: 'orange', icon: <ExclamationTriangleIcon title={t('fails')} /> };
};

const failureText = (
  t: Translate,
  verdicts: ReadonlyMap<string, TagVerdict>,
): string | undefined => {
  const failed = [...verdicts].flatMap(([tag, verdict]) =>
    typeof verdict === 'object' ? [{ tag, ...verdict }] : [],
  );
  const [first] = failed;
  return (
    first &&
    t(
      'The expression fails for {{tags}}: {{message}}. As long as a push of such a tag is fresh, no push of the ImageStream runs.',
      { tags: failed.map(({ tag }) => tag).join(', '), message: first.failed },
    )
  );
};

interface VerdictProps {
  readonly scope: Scope;
  readonly rule: TagRule;
  /** By tag, in their order. */
  readonly verdicts: ReadonlyMap<string, TagVerdict>;
}

/** How many tags match, and what is probably not meant. */
const Summary = ({ scope, rule, verdicts }: VerdictProps) => {
  const t = useT();
  const all = [...verdicts.values()];
  const matching = all.filter((verdict) => verdict === true).length;
  const isUnknown = all.includes('unknown');
  const failure = failureText(t, verdicts);
  const noneText = isDecidedByTag(rule)
    ? scopeTexts[scope].noneMatches(t)
    : t('No tag matches, as the ImageStream is now.');
  const none = matching === 0 && !isUnknown ? noneText : undefined;
  return (
    <FieldHelp
      warning={failure ?? none}
      help={
        isUnknown
          ? t('Which tags match, only the listener can tell.')
          : scopeTexts[scope].matching(t, { matching, all: all.length })
      }
    />
  );
};

interface TagMatchesProps extends VerdictProps {
  readonly onToggle: ((tag: string) => void) | undefined;
}

/** Tags, each matching the rule or not; in a list of tags, a click toggles one. */
const TagMatches = ({ scope, rule, verdicts, onToggle }: TagMatchesProps) => {
  const t = useT();
  if (verdicts.size === 0) return <FieldHelp help={scopeTexts[scope].noneYet(t)} />;
  return (
    <>
      <LabelGroup
        categoryName={scopeTexts[scope].candidates(t)}
        numLabels={20}
        collapsedText={t('{{count}} more', { count: verdicts.size - 20 })}
        expandedText={t('Show less')}
      >
        {[...verdicts].map(([tag, verdict]) => (
          <Label
            key={tag}
            variant={verdict === true ? 'filled' : 'outline'}
            {...looksOf(t, verdict)}
            onClick={onToggle && (() => onToggle(tag))}
          >
            {tag}
          </Label>
        ))}
      </LabelGroup>
      <div aria-live="polite">
        {tagRuleProblem(rule) === undefined && (
          <Summary scope={scope} rule={rule} verdicts={verdicts} />
        )}
      </div>
    </>
  );
};

/** The tags of the ImageStream, as they match while one types. */
export const StreamTags = ({
  scope,
  rule,
  stream,
  onChange,
}: {
  readonly scope: Scope;
  readonly rule: TagRule;
  readonly stream: ImageStream;
  readonly onChange: (rule: TagRule) => void;
}) => {
  // Not kept: what checks an expression may have been loaded since.
  const verdicts = tagVerdicts({ rule, tags: tagsOf(stream) }, stream);
  const toggle = (tag: string): void => {
    if (rule.kind !== 'tags') return;
    const listed = rule.tags.includes(tag);
    onChange({
      kind: 'tags',
      tags: listed ? rule.tags.filter((one) => one !== tag) : [...rule.tags, tag],
    });
  };
  return (
    <TagMatches
      scope={scope}
      rule={rule}
      verdicts={verdicts}
      onToggle={rule.kind === 'tags' ? toggle : undefined}
    />
  );
};
