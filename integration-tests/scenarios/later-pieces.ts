import { groupOf } from '../../src/domain/event-groups';
import { activeLabel, groupLabel } from '../../src/domain/marks';
import { samplePipelineName } from '../../src/domain/sample-pipeline';
import { imageStreamKind } from '../../src/k8s/image-stream';
import { apiVersionOf } from '../../src/k8s/resource';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import { triggerBindingKind } from '../../src/k8s/trigger-binding';
import { triggerKind } from '../../src/k8s/trigger';
import { triggerTemplateKind } from '../../src/k8s/trigger-template';
import type { Kind } from './api-client';
import { object, triggersGroup } from './applied';
import type { Applied } from './applied';
import { clusterInterceptorKind } from './cel-interceptor';

const interceptorKind: Kind = {
  apiGroup: triggersGroup,
  apiVersion: 'v1alpha1',
  kind: 'Interceptor',
  plural: 'interceptors',
};

const clusterTriggerBindingKind: Kind = {
  apiGroup: triggersGroup,
  apiVersion: 'v1beta1',
  kind: 'ClusterTriggerBinding',
  plural: 'clustertriggerbindings',
};

/** What a Trigger by hand is made of. */
interface Pieces {
  readonly namespace: string;
  /** Of every piece of it, and of the round in which it runs. Unique in the cluster. */
  readonly name: string;
  /** The plural of the kind that may come last: the Trigger hangs on an object of that kind. */
  readonly last: string;
  /** Of the cluster's own ClusterInterceptor `cel`. */
  readonly celSpec: object;
}

/** The ImageStream whose events the listener's groups hand to these Triggers. */
const stream = 'web';

/** The event of a round; `run` is what the name of its run begins with. */
export const eventOf = (round: string, run: string): object => ({
  kind: imageStreamKind.kind,
  metadata: { name: stream },
  round,
  run,
});

/** The run that an event makes once the Trigger of its round is complete. */
export const runNameOf = (round: string, run: string): string => `${run}-${round}`;

const interceptorOf = ({ namespace, name, last, celSpec }: Pieces): Applied | undefined => {
  if (last === clusterInterceptorKind.plural)
    return object(clusterInterceptorKind, { name }, { spec: celSpec });
  if (last === interceptorKind.plural)
    return object(interceptorKind, { name, namespace }, { spec: celSpec });
  return undefined;
};

/** A Trigger with all that it refers to, in the order in which it can be created. */
export const piecesOf = (pieces: Pieces): Applied[] => {
  const { namespace, name, last } = pieces;
  const isForAll = last === clusterTriggerBindingKind.plural;
  const binding = isForAll ? clusterTriggerBindingKind : triggerBindingKind;
  const interceptor = interceptorOf(pieces);
  const ref =
    interceptor === undefined
      ? { name: 'cel', kind: clusterInterceptorKind.kind }
      : { name, kind: interceptor.kind === interceptorKind ? 'NamespacedInterceptor' : undefined };
  const run = {
    apiVersion: apiVersionOf(pipelineRunKind),
    kind: pipelineRunKind.kind,
    metadata: { name: runNameOf(name, '$(tt.params.run)') },
    spec: { pipelineRef: { name: samplePipelineName } },
  };
  // A listener that does not select it may have it as an entry of its own.
  const isSelected = last !== 'eventlisteners';
  const labels: Record<string, string> = isSelected
    ? { [activeLabel]: 'true', [groupLabel]: groupOf({ namespace, name: stream }) }
    : {};
  return [
    object(
      binding,
      { name, ...(!isForAll && { namespace }) },
      { spec: { params: [{ name: 'run', value: '$(body.run)' }] } },
    ),
    object(
      triggerTemplateKind,
      { name, namespace },
      { spec: { params: [{ name: 'run' }], resourcetemplates: [run] } },
    ),
    ...(interceptor === undefined ? [] : [interceptor]),
    object(
      triggerKind,
      { name, namespace, labels },
      {
        spec: {
          interceptors: [{ ref, params: [{ name: 'filter', value: `body.round == '${name}'` }] }],
          bindings: [{ kind: binding.kind, ref: name }],
          template: { ref: name },
        },
      },
    ),
  ];
};
