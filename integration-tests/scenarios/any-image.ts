import { clusterImages } from '../../src/domain/push';
import type { StreamRef } from '../../src/domain/push';
import type { TagRule } from '../../src/domain/tag-rule';
import { repositoryOf } from './registry';
import type { ScenarioContext } from './scenario-context';

/** Of all Images of the cluster, those of the scenario: others push to theirs at the same time. */
export const ofProjects = ({ projects }: ScenarioContext): TagRule => ({
  kind: 'regex',
  pattern: `.*/(?:${projects.pipelines}|${projects.images})/.*`,
});

/** Creates a trigger for the Images of the projects, unless it says otherwise. */
export const bindAny = (context: ScenarioContext, name = 'web', rule = ofProjects(context)) =>
  context.bind({ name, stream: clusterImages, rule });

/** How a run of an image that came first to a stream is told. */
export const first = (image: string, stream: StreamRef): string =>
  `${image} ${repositoryOf(stream)}`;

/** A last push, by which `noMoreRuns` knows that those before it have arrived. */
export const lastIn = (stream: StreamRef, tag = 'last') => ({
  stream,
  tag,
  recorded: repositoryOf(stream),
});
