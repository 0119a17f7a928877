import assert from 'node:assert/strict';
import type { CompleteDraft } from '../../../src/domain/draft';
import { builderAnnotation } from '../../../src/domain/marks';
import { metadataPath } from '../../../src/domain/cluster-verbs';
import { eventListenerKind } from '../../../src/k8s/event-listener';
import { triggerKind } from '../../../src/k8s/trigger';
import { expectDifferences } from '../differences';
import type { Scenario } from '../scenario';
import { verbsOf } from '../verbs';

const drafts: readonly Partial<CompleteDraft>[] = [
  { name: 'any' },
  { name: 'tags', rule: { kind: 'tags', tags: ["it's", 'v1', 'a\\b'] } },
  { name: 'glob', rule: { kind: 'glob', pattern: 'v*' } },
  {
    name: 'params',
    rule: { kind: 'regex', pattern: '^v[0-9]+$' },
    params: [
      {
        name: 'IMAGE',
        type: 'array',
        hasDefault: true,
        source: { from: 'literal', value: 'a\nb' },
      },
    ],
  },
];

/** What a version of the plugin finds of what it, or another one, built. */
export const builderScenarios: readonly Scenario[] = [
  {
    title: 'what the plugin built and the API server completed does not differ from what it builds',
    run: async (context) => {
      for (const overrides of drafts) {
        const draft = context.draft({ stream: context.remoteStream, ...overrides });
        assert.deepEqual(await context.create(draft), { outcome: 'created' });
        await expectDifferences(context, draft.name, []);
      }
    },
  },
  {
    title: 'a part that was changed by hand, or built by another version, is found and named',
    run: async (context) => {
      assert.deepEqual(await context.create(context.draft()), { outcome: 'created' });
      const namespace = context.projects.pipelines;
      const verbs = verbsOf(context.admin);
      await verbs.patch({ kind: eventListenerKind, namespace, name: 'image-triggers' }, [
        { op: 'replace', path: '/spec/namespaceSelector', value: { matchNames: ['*'] } },
      ]);
      const bindings = [{ ref: 'image-triggers-binding' }];
      const mark = metadataPath('annotations', builderAnnotation);
      for (const [name, builder] of [
        ['web-2', '0.0.0-a'],
        ['web-3', '99.0.0'],
      ] as const)
        await verbs.patch({ kind: triggerKind, namespace, name }, [
          { op: 'replace', path: '/spec/bindings', value: bindings },
          { op: 'replace', path: mark, value: builder },
        ]);
      await expectDifferences(context, 'web', [
        'Trigger web-2 outdated /spec/bindings/0/ref',
        'Trigger web-3 newer ',
        'EventListener image-triggers by-hand /spec/namespaceSelector',
      ]);
    },
  },
];
