import { useMemo } from 'react';
import { FormGroup } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import { celFields } from '../../../domain/raw-cel/completions';
import { ignoredOf, ignoring, tagRuleProblem } from '../../../domain/tag-rule';
import type { TagRule } from '../../../domain/tag-rule';
import { chosenToCel } from '../../../domain/tag-rule-cel';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import type { ImageStream } from '../../../k8s/image-stream';
import { CelInput } from './CelInput';
import { IgnoredTags } from './IgnoredTags';
import { RadioChoice } from '../RadioChoice';
import { TypedInput } from '../pipeline/TypedInput';
import { scopeTexts } from './scope';
import type { Scope } from './scope';
import { splitList } from './split-list';

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
    case 'cel':
      return { kind, expression: text };
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
    case 'cel':
      return rule.expression;
  }
};

/** What a rule becomes in the field of another kind: in CEL, all of them can be said. */
const textFor = (kind: TagRule['kind'], rule: TagRule): string => {
  if (rule.kind === kind) return textOf(rule);
  if (kind !== 'cel') return rule.kind === 'cel' ? '' : textOf(rule);
  return rule.kind === 'any' || tagRuleProblem(rule) ? '' : chosenToCel(rule);
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
  cel: (t) =>
    t(
      'True for each tag that starts a run: {{tag}} is the tag, {{body}} the ImageStream of the event. A push still runs once at most, and only while it is fresh. Ctrl and the space bar offer the fields.',
      { tag: 't.tag', body: 'body' },
    ),
};

const helpIn = (t: Translate, scope: Scope, kind: TagRule['kind']): string | undefined => {
  if (scope !== 'images' || kind === 'any') return helpOf[kind](t);
  return kind === 'tags'
    ? t('Repositories with commas between them, each with its registry and without a tag.')
    : t('Of a repository with its registry, such as {{example}}. The whole of it must match.', {
        example: 'image-registry.openshift-image-registry.svc:5000/project/name',
      });
};

interface TagRuleProps {
  readonly scope: Scope;
  readonly rule: TagRule;
  /** The ImageStream, or one of many: its labels and annotations are offered to an expression. */
  readonly example: ImageStream | undefined;
  readonly problem: string | undefined;
  readonly onChange: (rule: TagRule) => void;
}

/** The text of a rule, in the field of its kind. */
const RuleText = ({ scope, rule, example, problem, onChange }: TagRuleProps) => {
  const t = useT();
  const fields = useMemo(() => celFields(example), [example]);
  const help = helpIn(t, scope, rule.kind);
  const kind = scopeTexts[scope].kinds(t).find(({ value }) => value === rule.kind);
  return (
    <FormGroup label={kind?.label} fieldId="tag-rule-text" isRequired>
      {rule.kind === 'cel' ? (
        <CelInput
          id="tag-rule-text"
          value={rule.expression}
          fields={fields}
          isInvalid={problem !== undefined}
          onChange={(expression) => onChange({ ...rule, expression })}
        />
      ) : (
        <TypedInput
          key={rule.kind}
          id="tag-rule-text"
          isRequired
          value={textOf(rule)}
          isSame={(typed) => textOf(ruleOfKind(rule.kind, typed)) === textOf(rule)}
          problem={problem}
          onChange={(typed) => onChange(ignoring(ruleOfKind(rule.kind, typed), ignoredOf(rule)))}
        />
      )}
      <FieldHelp id="tag-rule-text-help" problem={problem} help={help} />
    </FormGroup>
  );
};

/** Which tags start a run. */
export const TagRuleFields = (props: TagRuleProps) => {
  const { scope, rule, onChange } = props;
  const t = useT();
  return (
    <>
      <RadioChoice
        id="tag-rule"
        label={scopeTexts[scope].chosen(t)}
        options={scopeTexts[scope].kinds(t)}
        chosen={rule.kind}
        onChoose={(kind) =>
          onChange(ignoring(ruleOfKind(kind, textFor(kind, rule)), ignoredOf(rule)))
        }
      />
      {rule.kind !== 'any' && <RuleText {...props} />}
      {rule.kind !== 'tags' && (
        <IgnoredTags
          scope={scope}
          globs={ignoredOf(rule)}
          onChange={(globs) => onChange(ignoring(rule, globs))}
        />
      )}
    </>
  );
};
