import { useCallback } from 'react';
import { streamKey, streamRefOf } from '../../domain/push';
import type { ImageTrigger } from '../../domain/image-trigger';
import type { ImageStream } from '../../k8s/image-stream';
import { TriggersTab } from './TriggersTab';

/** On the console's page of an ImageStream: which Pipelines run when an image is pushed to it. */
const StreamTab = ({ obj }: { readonly obj?: ImageStream }) => {
  const stream = streamRefOf(obj ?? {});
  const key = streamKey(stream);
  const concerns = useCallback(
    ({ binding }: ImageTrigger) => binding !== undefined && streamKey(binding.stream) === key,
    [key],
  );
  // For a moment the console's object can be empty.
  if (stream.name === '') return null;
  return (
    <TriggersTab
      namespace={stream.namespace}
      start={{ stream }}
      end="pipeline"
      concerns={concerns}
    />
  );
};

export default StreamTab;
