import { useCallback } from 'react';
import type { ImageTrigger } from '../../domain/image-trigger';
import type { Pipeline } from '../../k8s/pipeline';
import { nameOf, namespaceOf } from '../../k8s/resource';
import { TriggersTab } from './TriggersTab';

/** On the console's page of a Pipeline: which ImageStreams start it when an image is pushed. */
const PipelineTab = ({ obj = {} }: { readonly obj?: Pipeline }) => {
  const name = nameOf(obj);
  const namespace = namespaceOf(obj);
  const concerns = useCallback(
    (trigger: ImageTrigger) => trigger.namespace === namespace && trigger.pipeline === name,
    [namespace, name],
  );
  // For a moment the console's object can be empty.
  if (name === '') return null;
  return (
    <TriggersTab
      namespace={namespace}
      start={{ pipeline: name }}
      end="stream"
      concerns={concerns}
    />
  );
};

export default PipelineTab;
