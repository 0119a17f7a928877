import type { Store } from '../store';
import { seedImageStreams } from './image-streams';
import { seedPipelines } from './pipelines';
import { seedPlatform } from './platform';
import { seedProjects } from './projects';

export interface SeedOptions {
  /** Whether the listeners' ClusterRole is there; without it listeners do not get ready. */
  listenerRole: boolean;
}

/**
 * Fills a cluster with a believable shop: projects with members, ImageStreams with weeks of pushes,
 * Pipelines, the operators' operands. The same every time, but that times count from the cluster's
 * now. There is no image trigger yet: the user makes the first one.
 */
export const seed = (store: Store, options: SeedOptions): void => {
  seedProjects(store);
  seedPlatform(store, options);
  seedImageStreams(store);
  seedPipelines(store);
};
