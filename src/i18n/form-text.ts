import type { DraftProblem } from '../domain/draft';
import type { ProposalReason } from '../domain/param-proposal';
import { isClusterImages } from '../domain/push';
import type { StreamRef } from '../domain/push';
import { ignoredOf } from '../domain/tag-rule';
import type { RepositoryRuleKind, TagRule, TagRuleProblem } from '../domain/tag-rule';
import type { CelProblem } from '../domain/raw-cel/engine';
import { metadataProblemText } from './metadata-text';
import { podProblemText } from './pod-text';
import { fieldPlaceholders, missingFieldText } from './push-field-text';
import { runSettingProblemText } from './settings-text';
import type { Translate } from './use-t';
import { workspaceProblemText } from './workspace-text';

export const tagRuleKindText: Record<TagRule['kind'], (t: Translate) => string> = {
  any: (t) => t('Any tag'),
  tags: (t) => t('Exact tags'),
  glob: (t) => t('Pattern'),
  range: (t) => t('Version range'),
  regex: (t) => t('Regular expression'),
  cel: (t) => t('CEL expression'),
};

/** The kinds of a rule for repositories, of all Images of the cluster. */
export const repositoryRuleKindText: Record<RepositoryRuleKind, (t: Translate) => string> = {
  any: (t) => t('Any repository'),
  tags: (t) => t('Exact repositories'),
  glob: tagRuleKindText.glob,
  regex: tagRuleKindText.regex,
};

const chosenText = (t: Translate, rule: TagRule, stream: StreamRef | undefined): string => {
  switch (rule.kind) {
    case 'any':
      return stream && isClusterImages(stream) ? repositoryRuleKindText.any(t) : t('Any tag');
    case 'tags':
      return rule.tags.join(', ');
    case 'glob':
      return rule.pattern;
    case 'range':
      return rule.range;
    case 'regex':
      return `/${rule.pattern}/`;
    case 'cel':
      return rule.expression;
  }
};

/** A tag rule in a few words, for lists. */
export const tagRuleText = (t: Translate, rule: TagRule, stream?: StreamRef): string => {
  const [tags, ignored] = [chosenText(t, rule, stream), ignoredOf(rule)];
  return ignored.length === 0
    ? tags
    : t('{{tags}} except {{ignored}}', { tags, ignored: ignored.join(', ') });
};

/** A tag rule with its kind, where there is room for it. */
export const tagRuleInFull = (t: Translate, rule: TagRule, stream?: StreamRef): string =>
  rule.kind === 'any'
    ? tagRuleText(t, rule, stream)
    : `${tagRuleKindText[rule.kind](t)}: ${tagRuleText(t, rule, stream)}`;

const celProblemText = (t: Translate, problem: CelProblem): string => {
  switch (problem.code) {
    case 'cel-empty':
      return t('Enter an expression.');
    case 'cel-unchecked':
      return t(
        'The expression is not checked yet. If this stays, reload the page: what is filled in is kept.',
      );
    case 'cel-syntax':
      return t('Not an expression that the listener understands. {{message}}', {
        message: problem.message,
      });
    case 'cel-unknown-name':
      return t('There is no {{name}}. An expression asks for {{names}}.', {
        name: problem.name,
        names: 't, body, header, requestURL',
      });
    case 'cel-unknown-field':
      return t('An event has no field {{field}}.', { field: problem.field });
    case 'cel-unknown-function':
      return t('The listener has no function {{name}}.', { name: problem.name });
    case 'cel-types':
      return t('The listener cannot evaluate {{use}}.', { use: problem.use });
    case 'cel-not-bool':
      return t('An expression must be true or false; this one is of the type {{type}}.', {
        type: problem.type,
      });
  }
};

const tagRuleProblemText = (t: Translate, problem: TagRuleProblem): string => {
  switch (problem.code) {
    case 'no-tags':
      return t('Name at least one tag.');
    case 'too-many-tags':
      return t('Name at most {{most}} tags, or use a pattern.', { most: problem.most });
    case 'half-character':
      return t('Half of a character was left in it. Delete it and type it again.');
    case 'empty-pattern':
      return t('Enter a pattern.');
    case 'bad-regex':
      return t('Not a regular expression that the listener understands (RE2). {{message}}', {
        message: problem.message,
      });
    case 'no-range':
      return t('Enter a range of versions.');
    case 'bad-range':
      return t(
        '{{part}} is no range of versions. Write {{examples}}; || stands between alternatives.',
        {
          part: problem.part === '' ? '||' : problem.part,
          examples: '^1.4, ~1.4.2, 1.x, 1.2 - 1.4, >=1.2.0 <2.0.0',
        },
      );
    case 'empty-range':
      return t('There is no version in the range {{part}}.', { part: problem.part });
    case 'two-pre-releases':
      return t(
        'The range begins and ends among the pre-releases of {{version}}, which the listener cannot tell. Leave out one end.',
        { version: problem.version },
      );
    case 'cel-empty':
    case 'cel-unchecked':
    case 'cel-syntax':
    case 'cel-unknown-name':
    case 'cel-unknown-field':
    case 'cel-unknown-function':
    case 'cel-types':
    case 'cel-not-bool':
      return celProblemText(t, problem);
  }
};

/** A problem of the draft as a sentence for its field. */
export const draftProblemText = (t: Translate, problem: DraftProblem): string => {
  switch (problem.code) {
    case 'stream-missing':
      return t('Choose an ImageStream.');
    case 'pipeline-missing':
      return t('Choose a Pipeline.');
    case 'name-missing':
      return t('Enter a name.');
    case 'name-illegal':
      return t('Use lower case letters, digits and hyphens; start and end with a letter or digit.');
    case 'name-too-long':
      return t('Use at most {{most}} characters: names of runs are made from it.', {
        most: problem.most,
      });
    case 'name-taken':
      return t('A Trigger or a TriggerTemplate of this name exists in the project.');
    case 'rule':
      return tagRuleProblemText(t, problem.problem);
    case 'param-missing':
      return t('The Pipeline needs a value.');
    case 'param-placeholder':
      return t(
        'Anything in $(...) but these fields of the push would be replaced on the way: {{fields}}',
        {
          fields: fieldPlaceholders,
        },
      );
    case 'param-field':
      return missingFieldText(t);
    case 'param-choice':
      return t('The Pipeline does not take this text. Choose one of those that it lists.');
    case 'workspace-missing':
    case 'workspace-object-missing':
    case 'workspace-object-illegal':
    case 'workspace-path':
    case 'workspace-size':
    case 'workspace-class':
      return workspaceProblemText[problem.code](t);
    case 'account-illegal':
    case 'timeout-illegal':
    case 'timeout-too-long':
    case 'timeout-both':
      return runSettingProblemText[problem.code](t);
    case 'mark-name-missing':
    case 'mark-name-illegal':
    case 'mark-name-twice':
    case 'mark-reserved':
    case 'label-value-illegal':
    case 'annotation-placeholder':
    case 'annotation-field':
    case 'annotation-half-character':
    case 'annotations-too-large':
      return metadataProblemText[problem.code](t);
    case 'node-label-illegal':
    case 'node-label-twice':
    case 'node-value-illegal':
    case 'toleration-key':
    case 'toleration-value':
    case 'toleration-seconds':
    case 'pull-secret-illegal':
    case 'id-illegal':
    case 'user-is-root':
    case 'priority-class-illegal':
      return podProblemText[problem.code](t);
  }
};

/**
 * Why the form proposes a value; nothing of a parameter whose name says it, which is said once for
 * all, nor of a default, which the choice itself is called.
 */
export const proposalReasonText: Record<ProposalReason, ((t: Translate) => string) | undefined> = {
  name: undefined,
  description: (t) => t('Proposed by the description of the parameter.'),
  'only-param': (t) => t('Proposed because it is the only parameter.'),
  default: undefined,
  choice: (t) => t('The Pipeline takes only what it lists: choose a text.'),
  none: (t) => t('Nothing in the push fits: enter a value.'),
};
