import type { ChainFinding } from '../domain/chain-places';
import { pushStatuses } from '../domain/history';
import type { DraftProblem } from '../domain/draft';
import type { TagRule } from '../domain/tag-rule';
import { pipelineKind } from '../k8s/pipeline';
import { aroundFindings, healthFindings } from '../testing/findings';
import { plainT } from '../testing/plain-t';
import { chainFindingText, fixText, linkStateText, linkTitle } from './chain-text';
import { findingText } from './finding-text';
import { draftProblemText, proposalReasonText, tagRuleKindText, tagRuleText } from './form-text';
import { pushFieldText } from './push-field-text';
import { switchText } from './pause-text';
import { applyStateText, problemText, retryText } from './problem-text';
import { resourceText } from './resource-text';
import { runSettingHelpText, runSettingText } from './settings-text';
import { prerequisiteStateText, prerequisiteText, pushStatusText } from './status-text';
import { workspaceSourceText } from './workspace-text';

/** A sentence that a person can read: not empty, and with every value filled in. */
const expectSentence = (text: string | undefined): void => {
  expect(text).toMatch(/\S/);
  expect(text).not.toMatch(/{{|undefined|NaN/);
};

type Texts = Record<string, ((t: typeof plainT) => string) | undefined>;

const two = <T extends string>(record: Record<string, Record<T, (t: typeof plainT) => string>>) =>
  Object.values(record).flatMap((texts) => Object.values<(t: typeof plainT) => string>(texts));

describe('the texts', () => {
  it.each<[string, Texts]>([
    ['states of the transaction', applyStateText],
    ['states of prerequisites', prerequisiteStateText],
    ['states of a trigger that is paused with others', switchText.pause.progress],
    ['states of a trigger that is resumed with others', switchText.resume.progress],
    ['kinds of tag rules', tagRuleKindText],
    ['fields of a push', pushFieldText],
    ['reasons of proposals', proposalReasonText],
    ['what fills a workspace', workspaceSourceText],
    ['links of a chain', linkTitle],
    ['states of a link', linkStateText],
    ['what to do about a finding', fixText],
    ['settings of a run', runSettingText],
    ['help for settings of a run', runSettingHelpText],
  ])('of %s are there, each another one', (_, record) => {
    const texts = Object.values(record).flatMap((text) => text?.(plainT) ?? []);
    texts.forEach(expectSentence);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('of problems have a title and an advice', () => {
    two(problemText).forEach((text) => expectSentence(text(plainT)));
    const titles = Object.values(problemText).map(({ title }) => title(plainT));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('of prerequisites say what they are for and what to do', () => {
    two(prerequisiteText).forEach((text) => expectSentence(text(plainT)));
  });

  it('of statuses have a title of their own and an explanation', () => {
    two(pushStatusText).forEach((text) => expectSentence(text(plainT)));
    const titles = pushStatuses.map((status) => pushStatusText[status].title(plainT));
    expect(new Set(titles).size).toBe(pushStatuses.length);
  });
});

describe('findingText', () => {
  it.each(Object.values(healthFindings))('$code', (finding) => {
    const text = findingText(plainT, finding);
    expectSentence(text);
    for (const [field, value] of Object.entries(finding))
      if (field !== 'code') expect(text).toContain(String(value));
  });
});

describe('chainFindingText', () => {
  it.each(Object.values(aroundFindings))('$code', (finding) => {
    expectSentence(chainFindingText(plainT, finding));
  });

  it('says of the trigger itself what findingText says', () => {
    const finding = healthFindings['account-missing'];
    expect(chainFindingText(plainT, finding)).toBe(findingText(plainT, finding));
  });

  it.each<[ChainFinding, string]>([
    [{ code: 'import-failing', tags: ['v1', 'v2'] }, 'v1, v2'],
    [{ code: 'clock-skew', direction: 'ahead', seconds: 95 }, '95 s ahead of the API server'],
    [{ code: 'clock-skew', direction: 'behind', seconds: 40 }, '40 s behind the API server'],
    [{ code: 'push-missed', tags: ['v3'] }, 'v3'],
    [{ code: 'run-refused', message: 'exceeded quota: runs' }, 'exceeded quota: runs. No push'],
    [
      { code: 'not-installed', prerequisite: { id: 'eventing', state: 'missing' } },
      'Missing in this cluster: OpenShift Serverless.',
    ],
    [
      { code: 'not-installed', prerequisite: { id: 'knative-eventing', state: 'not-ready' } },
      'Not ready in this cluster: Knative Eventing.',
    ],
  ])('gives the evidence: %j', (finding, evidence) => {
    expect(chainFindingText(plainT, finding)).toContain(evidence);
  });
});

const problems: Record<DraftProblem['code'], DraftProblem> = {
  'stream-missing': { code: 'stream-missing' },
  'pipeline-missing': { code: 'pipeline-missing' },
  'name-missing': { code: 'name-missing' },
  'name-illegal': { code: 'name-illegal' },
  'name-too-long': { code: 'name-too-long', most: 43 },
  'name-taken': { code: 'name-taken' },
  rule: { code: 'rule', problem: { code: 'bad-regex', message: 'missing )' } },
  'param-missing': { code: 'param-missing', param: 'IMAGE' },
  'param-placeholder': { code: 'param-placeholder', param: 'IMAGE' },
  'param-field': { code: 'param-field', param: 'IMAGE' },
  'param-choice': { code: 'param-choice', param: 'IMAGE' },
  'workspace-missing': { code: 'workspace-missing', workspace: 'source' },
  'workspace-object-missing': { code: 'workspace-object-missing', workspace: 'source' },
  'workspace-object-illegal': { code: 'workspace-object-illegal', workspace: 'source' },
  'workspace-path': { code: 'workspace-path', workspace: 'source' },
  'workspace-size': { code: 'workspace-size', workspace: 'source' },
  'workspace-class': { code: 'workspace-class', workspace: 'source' },
  'account-illegal': { code: 'account-illegal', setting: 'serviceAccount' },
  'timeout-illegal': { code: 'timeout-illegal', setting: 'pipelineTimeout' },
  'timeout-too-long': { code: 'timeout-too-long', setting: 'tasksTimeout' },
  'timeout-both': { code: 'timeout-both', setting: 'finallyTimeout' },
  'mark-name-missing': { code: 'mark-name-missing', part: 'labels', index: 0 },
  'mark-name-illegal': { code: 'mark-name-illegal', part: 'labels', index: 0 },
  'mark-name-twice': { code: 'mark-name-twice', part: 'labels', index: 0 },
  'mark-reserved': { code: 'mark-reserved', part: 'labels', index: 0 },
  'label-value-illegal': { code: 'label-value-illegal', part: 'labels', index: 0 },
  'annotation-field': { code: 'annotation-field', part: 'annotations', index: 0 },
  'annotation-placeholder': { code: 'annotation-placeholder', part: 'annotations', index: 0 },
  'annotation-half-character': { code: 'annotation-half-character', part: 'annotations', index: 0 },
  'annotations-too-large': { code: 'annotations-too-large', part: 'annotations', index: 0 },
  'node-label-illegal': { code: 'node-label-illegal', podField: 'nodeSelector', index: 0 },
  'node-label-twice': { code: 'node-label-twice', podField: 'nodeSelector', index: 1 },
  'node-value-illegal': { code: 'node-value-illegal', podField: 'nodeSelector', index: 0 },
  'toleration-key': { code: 'toleration-key', podField: 'tolerations', index: 0 },
  'toleration-value': { code: 'toleration-value', podField: 'tolerations', index: 0 },
  'toleration-seconds': { code: 'toleration-seconds', podField: 'tolerations', index: 0 },
  'pull-secret-illegal': { code: 'pull-secret-illegal', podField: 'pullSecrets', index: 0 },
  'id-illegal': { code: 'id-illegal', podField: 'fsGroup', index: 0 },
  'user-is-root': { code: 'user-is-root', podField: 'runAsUser', index: 0 },
  'priority-class-illegal': { code: 'priority-class-illegal', podField: 'priorityClass', index: 0 },
};

describe('draftProblemText', () => {
  it.each(Object.values(problems))('$code', (problem) => {
    expectSentence(draftProblemText(plainT, problem));
  });

  it.each<[Extract<DraftProblem, { code: 'rule' }>['problem'], string]>([
    [{ code: 'no-tags' }, 'Name at least one tag.'],
    [{ code: 'too-many-tags', most: 10 }, 'Name at most 10 tags, or use a pattern.'],
    [{ code: 'cel-empty' }, 'Enter an expression.'],
    [{ code: 'cel-unchecked' }, 'not checked yet'],
    [{ code: 'cel-syntax', message: '1:3: odd' }, '1:3: odd'],
    [{ code: 'cel-unknown-name', name: 'tag' }, 'There is no tag.'],
    [{ code: 'cel-unknown-field', field: 't.x' }, 'no field t.x'],
    [{ code: 'cel-unknown-function', name: 'f' }, 'no function f'],
    [{ code: 'cel-types', use: 'string > int' }, 'string > int'],
    [{ code: 'cel-not-bool', type: 'map' }, 'of the type map'],
    [{ code: 'empty-pattern' }, 'Enter a pattern.'],
    [{ code: 'half-character' }, 'Half of a character'],
    [{ code: 'bad-regex', message: 'missing )' }, 'missing )'],
    [{ code: 'no-range' }, 'Enter a range of versions.'],
    [{ code: 'bad-range', part: '!=1.4' }, '!=1.4 is no range of versions.'],
    [{ code: 'bad-range', part: '' }, '|| is no range of versions.'],
    [{ code: 'empty-range', part: '>2 <1' }, 'no version in the range >2 <1'],
    [{ code: 'two-pre-releases', version: '1.4.0' }, 'the pre-releases of 1.4.0'],
  ])('rule: %j', (problem, text) => {
    expect(draftProblemText(plainT, { code: 'rule', problem })).toContain(text);
  });
});

describe('tagRuleText', () => {
  it.each<[TagRule, string]>([
    [{ kind: 'any' }, 'Any tag'],
    [{ kind: 'tags', tags: ['latest', 'v1'] }, 'latest, v1'],
    [{ kind: 'glob', pattern: 'v*' }, 'v*'],
    [{ kind: 'regex', pattern: 'v\\d+' }, '/v\\d+/'],
    [{ kind: 'range', range: '^1.4' }, '^1.4'],
    [{ kind: 'any', ignore: ['*-rc*', 'pr-*'] }, 'Any tag except *-rc*, pr-*'],
  ])('%j', (rule, text) => {
    expect(tagRuleText(plainT, rule)).toBe(text);
  });
});

describe('retryText', () => {
  it('says how long to wait, where the API server has', () => {
    const problem = { code: 'too-many-requests', message: 'busy' } as const;
    expect(retryText(plainT, { ...problem, retryAfterSeconds: 7 })).toContain('7 s');
    expect(retryText(plainT, problem)).toBeUndefined();
  });
});

describe('resourceText', () => {
  it('names kind, object and project', () => {
    const manifest = {
      apiVersion: 'tekton.dev/v1',
      kind: 'Pipeline',
      metadata: { name: 'scan', namespace: 'ci' },
    };
    expect(resourceText(plainT, { kind: pipelineKind, manifest })).toBe(
      'Pipeline scan in project ci',
    );
  });
});
