import type { ReactNode } from 'react';
import { LoadingState } from '../../components/LoadingState';
import { useWatchList } from '../../cluster/use-watch';
import type { Pipeline } from '../../k8s/pipeline';
import { pipelineKind } from '../../k8s/pipeline';
import { nameOf } from '../../k8s/resource';

/**
 * Reads the Pipeline that the form begins with. One that is not there, or cannot be read, is a name
 * alone: the form says so where it is chosen.
 */
export const PipelineLoader = ({
  namespace,
  name,
  children,
}: {
  readonly namespace: string;
  readonly name: string;
  readonly children: (pipeline: Pipeline) => ReactNode;
}) => {
  const pipelines = useWatchList<Pipeline>({ kind: pipelineKind, namespace });
  if (pipelines.state === 'loading') return <LoadingState />;
  const all = pipelines.state === 'loaded' ? pipelines.data : [];
  return children(all.find((one) => nameOf(one) === name) ?? { metadata: { name } });
};
