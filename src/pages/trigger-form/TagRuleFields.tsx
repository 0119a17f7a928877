import { FormGroup, Radio } from '@patternfly/react-core';
import { FieldHelp } from '../../components/FieldHelp';
import { ignoredOf, ignoring } from '../../domain/tag-rule';
import type { TagRule } from '../../domain/tag-rule';
import { tagRuleKindText } from '../../i18n/form-text';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { IgnoredTags } from './IgnoredTags';
import { TagMatches } from './TagMatches';
import { TypedInput } from './TypedInput';
import { splitList } from './split-list';

const kinds: readonly TagRule['kind'][] = ['any', 'tags', 'glob', 'range', 'regex'];

/** A rule of another kind, with as much of the text as makes sense in it. */
const ruleOfKind = (kind: TagRule['kind'], text: string): TagRule => {
  switch (kind) {
    case 'any':
      return { kind };
    case 'tags':
      return { kind, tags: splitList(text) };
    case 'range':
      return { kind, range: text };
    case 'glob':
    case 'regex':
      return { kind, pattern: text };
  }
};

const textOf = (rule: TagRule): string => {
  switch (rule.kind) {
    case 'any':
      return '';
    case 'tags':
      return rule.tags.join(', ');
    case 'range':
      return rule.range;
    case 'glob':
    case 'regex':
      return rule.pattern;
  }
};

const helpOf: Record<TagRule['kind'], (t: Translate) => string | undefined> = {
  any: () => undefined,
  tags: (t) => t('Tags with commas between them.'),
  glob: (t) => t('* stands for any characters, ? for one. The whole tag must match.'),
  range: (t) =>
    t(
      'Semantic versions, such as {{examples}}. A tag has all three numbers, and may start with v. Pre-releases match only where the range names one: {{preRelease}}.',
      { examples: '^1.4, ~1.4.2, 1.x, >=1.2.0 <2.0.0', preRelease: '>=1.4.0-0' },
    ),
  regex: (t) => t('RE2 syntax, as the listener evaluates it. The whole tag must match.'),
};

/** Which tags start a run, with the stream's own tags as they match while typing. */
export const TagRuleFields = ({
  rule,
  tags,
  problem,
  onChange,
}: {
  readonly rule: TagRule;
  readonly tags: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (rule: TagRule) => void;
}) => {
  const t = useT();
  const change = (kind: TagRule['kind'], text: string): void =>
    onChange(ignoring(ruleOfKind(kind, text), ignoredOf(rule)));
  const toggle = (tag: string): void => {
    if (rule.kind !== 'tags') return;
    const listed = rule.tags.includes(tag);
    onChange({
      kind: 'tags',
      tags: listed ? rule.tags.filter((one) => one !== tag) : [...rule.tags, tag],
    });
  };
  return (
    <>
      <FormGroup
        role="radiogroup"
        label={t('Tags that start a run')}
        fieldId="tag-rule-kind"
        isInline
      >
        {kinds.map((kind) => (
          <Radio
            key={kind}
            id={`tag-rule-${kind}`}
            name="tag-rule-kind"
            label={tagRuleKindText[kind](t)}
            isChecked={rule.kind === kind}
            onChange={() => change(kind, textOf(rule))}
          />
        ))}
      </FormGroup>
      {rule.kind !== 'any' && (
        <FormGroup label={tagRuleKindText[rule.kind](t)} fieldId="tag-rule-text" isRequired>
          <TypedInput
            key={rule.kind}
            id="tag-rule-text"
            isRequired
            value={textOf(rule)}
            isSame={(typed) => textOf(ruleOfKind(rule.kind, typed)) === textOf(rule)}
            problem={problem}
            onChange={(typed) => change(rule.kind, typed)}
          />
          <FieldHelp id="tag-rule-text-help" problem={problem} help={helpOf[rule.kind](t)} />
        </FormGroup>
      )}
      {rule.kind !== 'tags' && (
        <IgnoredTags
          globs={ignoredOf(rule)}
          onChange={(globs) => onChange(ignoring(rule, globs))}
        />
      )}
      <TagMatches tags={tags} rule={rule} onToggle={rule.kind === 'tags' ? toggle : undefined} />
    </>
  );
};
