import assert from 'node:assert/strict';
import type { CompleteDraft, DraftParam } from '../../../src/domain/draft';
import { pushFieldKeys } from '../../../src/domain/push-fields';
import type { PipelineRun } from '../../../src/k8s/pipeline-run';
import { defaultSettings } from '../../../src/domain/run-settings';
import type { DraftWorkspace } from '../../../src/domain/workspace';
import type { Manifest } from '../../../src/k8s/resource';
import { triggerTemplateKind } from '../../../src/k8s/trigger-template';
import type { TriggerTemplate } from '../../../src/k8s/trigger-template';
import { expectSameRuns, laneLabel } from '../replays';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

const literal = (name: string, value: string, type: DraftParam['type'] = 'string'): DraftParam => ({
  name,
  type,
  hasDefault: false,
  source: { from: 'literal', value },
});

/** Every field of a push, and texts that are trouble in JSON or in Tekton's variables. */
const allParams: readonly DraftParam[] = [
  {
    name: 'IMAGE',
    type: 'string',
    hasDefault: false,
    source: { from: 'push', field: 'reference' },
  },
  ...pushFieldKeys.map((field): DraftParam => ({
    name: field,
    type: 'string',
    hasDefault: false,
    source: { from: 'push', field },
  })),
  {
    name: 'images',
    type: 'array',
    hasDefault: false,
    source: { from: 'push', field: 'reference' },
  },
  { name: 'left-out', type: 'string', hasDefault: true, source: { from: 'default' } },
  literal('quotes', `a "b" 'c' \\d\\ <e> & \`f\``),
  literal('lines', 'one\ntwo\r\n\tthree \u2028 ü 🦭'),
  literal('dollars', '$ $$ $x ${y} $[z] (tt.params.image-tag) %s {{w}}'),
  literal('mixed', 'app:$(tag)@$(digest) "$(stream)" $$(tag) $(pushedAt)'),
  literal('list', 'one\n"two"\n\nthree', 'array'),
  {
    name: 'object',
    type: 'object',
    hasDefault: false,
    source: {
      from: 'object',
      keys: [
        { name: 'digest', source: { from: 'push', field: 'digest' } },
        { name: 'text', source: { from: 'literal', value: '"$(tag)" \\ $$(stream)' } },
        { name: 'empty', source: { from: 'literal', value: '' } },
      ],
    },
  },
];

/** A workspace of each kind that needs no other object. */
const allWorkspaces: readonly DraftWorkspace[] = [
  { name: 'scratch', isOptional: false, source: { from: 'emptyDir' } },
  {
    name: 'source',
    isOptional: false,
    source: {
      from: 'volumeClaimTemplate',
      size: '64Mi',
      accessMode: 'ReadWriteOnce',
      storageClass: '',
    },
  },
  { name: 'unused', isOptional: true, source: { from: 'nothing' } },
];

interface ReplayCase {
  readonly title: string;
  readonly draft?: (context: ScenarioContext) => Partial<CompleteDraft>;
  /** What happens to the bound stream. */
  readonly act: (context: ScenarioContext) => Promise<void>;
  readonly runs: readonly string[];
  /** Labels of which nobody can say what the listener will choose. */
  readonly ignored?: string[];
}

const pushRed = async ({ registry, images, stream }: ScenarioContext): Promise<void> =>
  registry.push(stream, 'v1', images.named('red'));

/** Changes the template as somebody does who knows Tekton. */
const changeTemplate = async ({ admin, projects }: ScenarioContext): Promise<void> => {
  const key = { namespace: projects.pipelines, name: 'web' };
  const template = await admin.get<TriggerTemplate>(triggerTemplateKind, key);
  const run = template?.spec?.resourcetemplates?.[0] as (Manifest & PipelineRun) | undefined;
  assert.ok(run);
  const { metadata, spec } = run;
  const labels = { ...metadata.labels, team: 'of-$(tt.params.image-tag)' };
  const params = [
    ...(spec?.params ?? []),
    { name: 'RUN', value: '$(context.pipelineRun.name) $(tt.params.greeting)' },
    {
      name: 'TWICE',
      value: '$$(tt.params.image-tag) $(tt.params.image-tag)$(tt.params.image-tag)',
    },
  ];
  await admin.patch(triggerTemplateKind, key, {
    spec: {
      params: [
        ...(template?.spec?.params ?? []),
        // A listener does not escape the defaults of a template: this one is JSON already.
        { name: 'greeting', default: 'say \\"hello\\" to $(params.IMAGE)' },
      ],
      resourcetemplates: [{ ...run, metadata: { ...metadata, labels }, spec: { ...spec, params } }],
    },
  });
};

const cases: readonly ReplayCase[] = [
  {
    title: 'a first push, with parameters of every source',
    draft: () => ({ params: allParams }),
    act: pushRed,
    runs: ['red v1'],
  },
  {
    title: 'a new digest of a tag, by a regular expression',
    draft: () => ({ rule: { kind: 'regex', pattern: String.raw`v\d|"it's"` } }),
    act: async (context) => {
      await pushRed(context);
      await context.cluster.later(2);
      await context.registry.push(context.stream, 'v1', context.images.named('blue'));
    },
    runs: ['red v1', 'blue v1'],
  },
  {
    title: 'several tags that are set to one image at once, by a glob',
    draft: () => ({ rule: { kind: 'glob', pattern: 'v*' }, params: allParams }),
    act: async ({ registry, images, stream, cluster }) => {
      const red = images.named('red');
      await registry.push(stream, 'build', red);
      await cluster.later(2);
      await registry.tag(stream, { v3: red, a1: red, v1: red, v2: red });
    },
    runs: ['red v1'],
  },
  {
    title: 'several images at once',
    draft: () => ({ rule: { kind: 'tags', tags: ['v1', 'v2', 'v3'] } }),
    act: async ({ registry, images, stream, cluster }) => {
      const [v1, v2, v3] = [images.named('red'), images.named('blue'), images.named('green')];
      await registry.push(stream, 'build-1', v1);
      await registry.push(stream, 'build-2', v2);
      await registry.push(stream, 'build-3', v3);
      await cluster.later(2);
      await registry.tag(stream, { v1, v2, v3 });
    },
    runs: ['red v1', 'blue v2', 'green v3'],
    ignored: [laneLabel],
  },
  {
    title: 'a push to a stream of another project',
    draft: ({ remoteStream }) => ({ stream: remoteStream, params: allParams }),
    act: ({ registry, images, remoteStream }) =>
      registry.push(remoteStream, 'Nightly_2026.01', images.named('red')),
    runs: ['red Nightly_2026.01'],
  },
  {
    title: 'a push whose run has workspaces, timeouts and a pod template',
    draft: () => ({
      workspaces: allWorkspaces,
      settings: { ...defaultSettings, pipelineTimeout: '2h', tasksTimeout: '1h30m' },
      pod: {
        nodeSelector: [{ name: 'kubernetes.io/os', value: 'linux' }],
        tolerations: [
          { key: 'ci', operator: 'Equal', value: 'a', effect: 'NoExecute', seconds: '60' },
          { key: '', operator: 'Exists', value: '', effect: '', seconds: '' },
        ],
        pullSecrets: ['quay'],
        runAsNonRoot: true,
        runAsUser: '1000',
        fsGroup: '0',
        priorityClass: '',
      },
    }),
    act: pushRed,
    runs: ['red v1'],
  },
  {
    title: 'a push whose template was changed by hand',
    act: async (context) => {
      await changeTemplate(context);
      await pushRed(context);
    },
    runs: ['red v1'],
  },
];

/** What replay would create is what the listener created. */
export const replayScenarios: readonly Scenario[] = cases.map(
  ({ title, draft, act, runs, ignored }) => ({
    title: `the replay of ${title} is the listener's own run`,
    run: async (context) => {
      await context.bind(draft?.(context));
      await act(context);
      await context.expect.runs('web', runs);
      await expectSameRuns(context, { trigger: 'web', count: runs.length, ignored });
    },
  }),
);
