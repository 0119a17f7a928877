import { pipelineKind } from '../k8s/pipeline';
import type { Pipeline } from '../k8s/pipeline';
import { apiVersionOf } from '../k8s/resource';
import type { Manifest } from '../k8s/resource';

export const samplePipelineName = 'print-image';

/** A Pipeline to start with: it prints the reference of the image that was pushed. */
export const samplePipeline = (namespace: string): Manifest & Pick<Pipeline, 'spec'> => ({
  apiVersion: apiVersionOf(pipelineKind),
  kind: pipelineKind.kind,
  metadata: { name: samplePipelineName, namespace },
  spec: {
    description: 'Prints the reference of an image',
    params: [{ name: 'IMAGE', type: 'string', description: 'Reference of the image to print' }],
    tasks: [
      {
        name: 'print',
        params: [{ name: 'IMAGE', value: '$(params.IMAGE)' }],
        taskSpec: {
          params: [{ name: 'IMAGE' }],
          steps: [
            {
              name: 'print',
              image: 'registry.access.redhat.com/ubi9/ubi-minimal:latest',
              // By way of the environment: a value inside the script would be run as code.
              env: [{ name: 'IMAGE', value: '$(params.IMAGE)' }],
              script: '#!/bin/sh\necho "$IMAGE"\n',
            },
          ],
        },
      },
    ],
  },
});
