import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { draftProblems } from '../../../src/domain/draft';
import { streamLabel } from '../../../src/domain/marks';
import { mostTriggerNameCharacters } from '../../../src/domain/run-name';
import { mostExactTags } from '../../../src/domain/tag-rule';
import { nameOf } from '../../../src/k8s/resource';
import type { Image } from '../image';
import { namespaceKind } from '../projects';
import { repositoryOf } from '../registry';
import type { Scenario } from '../scenario';

/** What a tag may be: up to 128 letters, digits, `_`, `.` and `-` (opencontainers distribution-spec). */
const oddTags = ['V1.0_RC-2', '_Nightly', '1', `Long_${'x.Y-'.repeat(30)}end`];

/** Of a registry, a namespace and a name, with what is between (distribution reference.go). */
const mostRepositoryCharacters = 255;

/** Names that are as long and as odd as they may be. */
export const nameScenarios: readonly Scenario[] = [
  {
    title: 'a trigger with the longest name and the most lanes runs with each of its lanes',
    run: async (context) => {
      const { registry, images, expect, observer, stream, cluster } = context;
      const name = 'n'.repeat(mostTriggerNameCharacters);
      const tags = Array.from({ length: mostExactTags }, (_, index) => `v${index}`);
      const draft = context.draft({ name, rule: { kind: 'tags', tags } });
      const longer = { ...draft, name: `${name}n` };
      const most = mostTriggerNameCharacters;
      assert.deepEqual(draftProblems(draft, new Set()), []);
      assert.deepEqual(draftProblems(longer, new Set()), [{ code: 'name-too-long', most }]);
      await context.bind(draft);
      const built: Record<string, Image> = {};
      for (const tag of tags) {
        built[tag] = images.named(`to-${tag}`);
        await registry.push(stream, `build-${tag}`, built[tag]);
      }
      await cluster.later(2);
      await registry.tag(stream, built);
      const runs = tags.map((tag) => `to-${tag} ${tag}`);
      await expect.runs(name, runs);
      const names = (await observer.pipelineRuns()).map(nameOf);
      assert.ok(names.every((run) => run.startsWith(`${name}-`)));
      await expect.noMoreRuns(name, runs, { stream, tag: 'v0' });
    },
  },
  {
    title: 'a stream with the longest name that takes a push runs, and its run says where it is',
    run: async (context) => {
      const { registry, images, expect, observer, projects } = context;
      const { images: namespace } = projects;
      const room = mostRepositoryCharacters - repositoryOf({ namespace, name: '' }).length;
      const stream = { namespace, name: 'web_2.0-'.padEnd(room, 'x') };
      const longer = { namespace, name: `${stream.name}x` };
      await registry.createStream(longer);
      await assert.rejects(registry.push(longer, 'v1', images.named('red')), /255 characters/);
      await registry.createStream(stream);
      await context.bind({ stream });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      const [run] = await observer.pipelineRuns();
      assert.equal(run?.metadata?.labels?.[streamLabel], undefined);
      assert.deepEqual((await observer.runs())[0]?.cause?.stream, stream);
      await expect.history('web', ['red v1 succeeded']);
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
    },
  },
  {
    title: 'a stream in a project with the longest name runs',
    run: async (context) => {
      const { admin, registry, images, expect } = context;
      const namespace = `it-${randomBytes(4).toString('hex')}-`.padEnd(63, 'x');
      const stream = { namespace, name: 'web' };
      const metadata = { name: namespace };
      await admin.create(namespaceKind, { apiVersion: 'v1', kind: namespaceKind.kind, metadata });
      try {
        await registry.createStream(stream);
        await context.bind({ stream });
        await registry.push(stream, 'v1', images.named('red'));
        await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      } finally {
        await admin.remove(namespaceKind, metadata);
      }
    },
  },
  {
    title: 'tags with capitals, underscores and dots run, by name and by any rule',
    run: async (context) => {
      const { registry, images, expect, stream } = context;
      await context.bind();
      await context.bind({ name: 'exact', rule: { kind: 'tags', tags: oddTags } });
      for (const [index, tag] of oddTags.entries())
        await registry.push(stream, tag, images.named(`to-${index}`));
      const runs = oddTags.map((tag, index) => `to-${index} ${tag}`);
      await expect.runs('exact', runs);
      await expect.history(
        'exact',
        runs.map((run) => `${run} succeeded`),
      );
      await expect.noMoreRuns('web', runs, { stream, tag: 'v1' });
      await expect.runs('exact', runs);
    },
  },
];
